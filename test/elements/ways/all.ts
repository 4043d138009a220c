import * as first from './first.js';
import * as second from './second.js';
import * as third from './third.js';
import type { Ways } from './way.js';

/** Ways in which documents provide elements, and come near. */
export const WAYS: readonly Ways[] = [first, second, third].flatMap((file) => Object.values(file));
