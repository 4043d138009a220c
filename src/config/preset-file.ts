import path from 'node:path';
import { slashed } from '../files/ignore.js';
import type { ConfigPlace } from './config.js';
import type { Known } from './known.js';

/** A preset of the user's own that a config, another preset or the command line names by its file. */
export interface PresetFile {
  /** Absolute, with `/`; of a preset that ships as a file, its name. */
  readonly path: string;
  /** Where it is named. */
  readonly at: ConfigPlace;
}

/** Whether a name is that of a preset whose text is still to be read: a user's file, or one that ships as a file. */
export function isToBeRead(name: string, { shipped }: Pick<Known, 'shipped'>): boolean {
  return isPresetFile(name) || shipped?.has(name) === true;
}

/** Whether what `extends` or `--preset` says is a file, and not the name of a preset that ships. */
export function isPresetFile(name: string): boolean {
  return /[\\/]|\.(?:ya?ml|json)$/i.test(name);
}

/** The absolute path behind the name of a preset's file, with `/`; other names come back as they are. */
export function presetName(name: string, folder: string): string {
  return isPresetFile(name) ? slashed(path.resolve(folder, name)) : name;
}

/** The names of the presets that ship, and of those that plugins bring; a user's own go by their files. */
export function presetNamesIn({ presets, shipped = new Map() }: Known): string[] {
  const byName = [...presets.keys()].filter((name) => !isPresetFile(name) && !shipped.has(name));
  return [...byName, ...shipped.keys()];
}
