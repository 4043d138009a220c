import type { Localized } from '../language/locale.js';
import { beyond, type IsBeyond } from './bound.js';
import type { ConfigProblem } from './config.js';
import { rulesOfData } from './data-rules.js';
import { extendKnown, type Known } from './known.js';
import { type OwnPreset, parseOwnPreset } from './own-preset.js';
import type { PresetFile } from './preset-file.js';
import { readText } from './read-text.js';

/** Most files of presets that a config leads to: a chain of more is no set of rules that anybody oversees. */
const MOST_FILES = 100;

const tooMany = {
  'zh-CN': `预设一层引一层，超过 ${MOST_FILES} 个文件，没有再读；请合并几个`,
  en: `The presets lead to more than ${MOST_FILES} files, and no more are read; put some together`,
};

/**
 * Reads presets of the user's own and those that ship as files, and those they extend.
 * @param isBeyond tells which files may not be read
 * @param left how many files may still be read
 * @returns what is known with their presets, sources and clauses, and what is wrong; a file that cannot be read is a
 * problem at the place that names it
 */
export function loadPresetFiles(
  files: readonly PresetFile[],
  known: Known,
  isBeyond: IsBeyond = () => false,
  left = MOST_FILES,
): { known: Known; problems: readonly ConfigProblem[] } {
  const [first, ...rest] = files;
  if (!first) return { known, problems: [] };
  if (known.presets.has(first.path)) return loadPresetFiles(rest, known, isBeyond, left);
  if (left === 0) return { known, problems: [{ ...first.at, message: tooMany }] };
  const told = (message: Localized) => {
    const after = loadPresetFiles(rest, known, isBeyond, left - 1);
    return { known: after.known, problems: [{ ...first.at, message }, ...after.problems] };
  };
  const shipped = known.shipped?.get(first.path);
  if (shipped === undefined && isBeyond(first.path)) return told(beyond(first.path));
  const read = shipped === undefined ? readText(first.path) : { text: shipped };
  if ('message' in read)
    return told({
      'zh-CN': `预设 ${first.path}：${read.message['zh-CN']}`,
      en: `Preset ${first.path}: ${read.message.en}`,
    });
  const { own, problems, files: more } = parseOwnPreset(read.text, first.path, known);
  const extended = own ? withOwnPreset(known, first.path, own) : known;
  const after = loadPresetFiles([...more, ...rest], extended, isBeyond, left - 1);
  return { known: after.known, problems: [...problems, ...after.problems] };
}

function withOwnPreset(known: Known, name: string, { preset, source, clauses, rules }: OwnPreset): Known {
  return {
    ...extendKnown(known, rulesOfData(rules), []),
    presets: new Map([...known.presets, [name, preset]]),
    clauses: known.clauses.with([source], clauses),
  };
}
