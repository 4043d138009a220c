import type { Localized } from '../language/locale.js';
import { beyond, type IsBeyond } from './bound.js';
import type { ConfigProblem } from './config.js';
import type { Known } from './known.js';
import { parseOwnPreset } from './own-preset.js';
import type { PresetFile } from './preset-file.js';
import { readText } from './read-text.js';

/**
 * Reads presets of the user's own, and those they extend.
 * @param isBeyond tells which files may not be read
 * @returns what is known with their presets, sources and clauses, and what is wrong; a file that cannot be read is a
 * problem at the place that names it
 */
export function loadPresetFiles(
  files: readonly PresetFile[],
  known: Known,
  isBeyond: IsBeyond = () => false,
): { known: Known; problems: readonly ConfigProblem[] } {
  const [first, ...rest] = files;
  if (!first) return { known, problems: [] };
  if (known.presets.has(first.path)) return loadPresetFiles(rest, known, isBeyond);
  const told = (message: Localized) => {
    const after = loadPresetFiles(rest, known, isBeyond);
    return { known: after.known, problems: [{ ...first.at, message }, ...after.problems] };
  };
  if (isBeyond(first.path)) return told(beyond(first.path));
  const read = readText(first.path);
  if ('message' in read)
    return told({
      'zh-CN': `预设 ${first.path}：${read.message['zh-CN']}`,
      en: `Preset ${first.path}: ${read.message.en}`,
    });
  const { own, problems, files: more } = parseOwnPreset(read.text, first.path, known);
  const extended = own
    ? {
        ...known,
        presets: new Map([...known.presets, [first.path, own.preset]]),
        clauses: known.clauses.with([own.source], own.clauses),
      }
    : known;
  const after = loadPresetFiles([...more, ...rest], extended, isBeyond);
  return { known: after.known, problems: [...problems, ...after.problems] };
}
