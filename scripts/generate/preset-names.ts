import { PRESETS } from '../../rules/presets/index.js';
import { presetFiles } from './shipped-presets.js';

/** The names of all presets that ship, those that ship as files behind the others. */
export const PRESET_NAMES: readonly string[] = [...PRESETS.keys(), ...presetFiles().map(([name]) => name)];
