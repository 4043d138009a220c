import type { Rule } from './rule.js';

/** Every rule there is. */
export const rules: readonly Rule[] = [];
