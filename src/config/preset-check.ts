import { lineStartsOf, placeOf } from '../document/range.js';
import type { Path } from '../document/schema-errors.js';
import { compareDays, readDate } from '../language/dates.js';
import type { Localized } from '../language/locale.js';
import type { ConfigProblem } from './config.js';
import type { Known } from './known.js';
import { type OwnPreset, parseOwnPreset } from './own-preset.js';
import { TO_CHECK, TO_WRITE } from './preset-draft.js';
import { loadPresetFiles } from './preset-files.js';
import { readYamlSource, type YamlSource } from './yaml-source.js';

export interface PresetCheck {
  /** False where the text is no YAML, and nothing can be said of it but that. */
  readonly isReadable: boolean;
  /** What is wrong or missing, in the order of the text. */
  readonly problems: readonly ConfigProblem[];
  /** What would be better said; the preset is whole without it. */
  readonly hints: readonly ConfigProblem[];
  /** Absent where the preset cannot be used as it is. */
  readonly own?: OwnPreset;
}

/**
 * Says what is wrong with a preset and what is still missing in it: more than a run needs, which takes a preset that is not finished.
 * @param text decoded, without BOM
 * @param file absolute path of the file, with `/`
 */
export function checkPreset(text: string, file: string, known: Known): PresetCheck {
  const read = readYamlSource(text, file);
  const { own, problems, files } = parseOwnPreset(text, file, known);
  if ('problem' in read) return { problems, hints: [], isReadable: false };
  const at = (path: Path, message: Localized) => ({ ...read.source.placeOf(path, 'value'), message });
  const found = [
    ...problems,
    ...loadPresetFiles(files, known).problems,
    ...unwrittenIn(read.source, at),
    ...marksIn(text, file),
    ...(own ? [...datesIn(own, at), ...twiceIn(own, at)] : []),
  ];
  const hints = own ? hintsOn(own, file, at) : [];
  return {
    problems: found.sort((a, b) => a.line - b.line || a.column - b.column),
    hints,
    isReadable: true,
    ...(own && { own }),
  };
}

type At = (path: Path, message: Localized) => ConfigProblem;

/** Values that a draft left to be written. */
function unwrittenIn({ value }: YamlSource, at: At): ConfigProblem[] {
  const seek = (part: unknown, path: Path): ConfigProblem[] => {
    if (typeof part === 'string') return part.trim() === TO_WRITE ? [at(path, unwritten(String(path.at(-1))))] : [];
    if (typeof part !== 'object' || part === null) return [];
    return Object.entries(part).flatMap(([key, inner]) =>
      seek(inner, [...path, Array.isArray(part) ? Number(key) : key]),
    );
  };
  return seek(value, []);
}

const MARK = new RegExp(`#[ \\t]{0,3}${TO_CHECK}`, 'g');

/** Comments that say that a person has not looked yet. */
function marksIn(text: string, file: string): ConfigProblem[] {
  const lineStarts = lineStartsOf(text);
  return [...text.matchAll(MARK)].map(({ index }) => {
    const { line, column } = placeOf(lineStarts, { start: index, end: index });
    return { file, line, column, message: SAID.unchecked };
  });
}

function datesIn({ source }: OwnPreset, at: At): ConfigProblem[] {
  const { date, until } = source;
  const keys = ['date', 'until', 'inForceOn'] as const;
  const unreal = keys.filter((key) => source[key] !== undefined && readDate(source[key]) === null);
  const [from, to] = [readDate(date ?? ''), readDate(until ?? '')];
  return [
    ...(date === undefined ? [at(['source'], SAID.undated)] : []),
    ...unreal.map((key) => at(['source', key], noSuchDay(source[key] ?? ''))),
    ...(from && to && compareDays(to, from) < 0 ? [at(['source', 'until'], SAID.endsFirst)] : []),
  ];
}

/** A rule that one clause names twice: one place for its options is enough. */
function twiceIn({ clauses }: OwnPreset, at: At): ConfigProblem[] {
  return clauses.flatMap(({ id, rules }, i) =>
    rules.flatMap((rule, j) =>
      rules.findIndex((other) => other.id === rule.id) < j
        ? [at(['clauses', i, 'rules', j, 'id'], SAID.ruleTwice(rule.id, id))]
        : [],
    ),
  );
}

function hintsOn({ source, preset }: OwnPreset, file: string, at: At): ConfigProblem[] {
  const { until, replacedBy, inForceOn, number } = source;
  const isForceKnown = until !== undefined || replacedBy !== undefined || inForceOn !== undefined;
  const named = file.slice(file.lastIndexOf('/') + 1);
  return [
    ...(number === undefined ? [at(['source'], SAID.unnumbered)] : []),
    ...(isForceKnown ? [] : [at(['source'], SAID.forceUnknown)]),
    ...(named.replace(/(?:\.preset)?\.(?:ya?ml|json)$/, '') === preset.name
      ? []
      : [at(['name'], SAID.otherFile(preset.name))]),
  ];
}

const unwritten = (key: string): Localized => ({ 'zh-CN': `${key} 还没有写`, en: `${key} is still to be written` });

/** What is wrong, and what to do. */
// biome-ignore format: a row a language
const SAID = {
  unchecked: { 'zh-CN': '这一处还没有核对；核对以后删去这个注释',
    en: 'This is still to be looked at; take the comment out when it is' },
  undated: { 'zh-CN': '没有写文件的日期（source 的 date）；报告要靠它说清是哪一份文件',
    en: 'The document bears no date (`date` of `source`), by which readers know which one is meant' },
  endsFirst: { 'zh-CN': '有效期（until）早于文件的日期（date）',
    en: 'It ends (`until`) before it begins (`date`)' },
  ruleTwice: (rule: string, id: string) => ({ 'zh-CN': `条款“${id}”两次写了规则“${rule}”；请合成一处`,
    en: `Clause "${id}" names rule "${rule}" twice; make them one` }),
  unnumbered: { 'zh-CN': '没有写文号（source 的 number）；确实没有的不用管',
    en: 'The document bears no number (`number` of `source`); where it has none, leave it' },
  forceUnknown: { 'zh-CN': '没有写文件是否有效：写 until（到哪一天）、replacedBy（被哪份文件代替）或者 inForceOn（哪一天核对过仍有效）',
    en: 'Whether it is in force is not said: write `until`, `replacedBy`, or `inForceOn`, the day on which you looked' },
  otherFile: (name: string) => ({ 'zh-CN': `文件名与预设名不同；建议叫 ${name}.preset.yaml`,
    en: `The file is not called after the preset; ${name}.preset.yaml would be` }),
} as const;

const noSuchDay = (date: string): Localized => ({ 'zh-CN': `没有“${date}”这一天`, en: `There is no day "${date}"` });
