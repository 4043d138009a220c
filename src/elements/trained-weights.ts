import type { ElementId } from './catalogue.js';

export const TRAINED: Readonly<Partial<Record<ElementId, Readonly<Record<string, number>>>>> = {};
