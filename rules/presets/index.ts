import type { Preset } from '../preset.js';
import { ALL } from './all.js';
import { RECOMMENDED } from './recommended.js';

/** The presets that ship, by name. */
export const PRESETS: ReadonlyMap<string, Preset> = new Map([RECOMMENDED, ALL].map((preset) => [preset.name, preset]));
