import type { Facts } from '../src/archive/facts.js';
import { dataAt } from '../src/document/data-at.js';
import type { Document } from '../src/document/document.js';
import { placesOf } from '../src/document/front-matter.js';
import type { Range } from '../src/document/range.js';
import { keyOf } from '../src/document/vocabulary.js';
import { compareDays, type Day, properDate, readDate } from '../src/language/dates.js';
import type { Localized, MessageTemplate, Report } from './rule.js';

/** Front matter as rules on dates and signatures read it; `Facts` are such. Paths are `published`, `approval.submitted`, `sign-offs.0.date`. */
export type Fields = Pick<Facts, 'data' | 'places' | 'titleRange'>;

export function fieldsOf({ frontMatter, titleRange }: Document): Fields {
  return { data: frontMatter.data, places: placesOf(frontMatter.entries), titleRange };
}

/** The files whose front matter could be read. Of the others it is not known what they say, so they are not judged. */
export function filesRead(files: readonly Facts[], notApplicable: (facts: Facts) => void): Facts[] {
  for (const facts of files) if (!facts.frontMatterRead) notApplicable(facts);
  return files.filter(({ frontMatterRead }) => frontMatterRead);
}

/** Whether a key of a file's own front matter was guessed and nobody has checked it: meta/schema asks for that first. */
export function isOpen({ guessed, origin }: Facts, key: string): boolean {
  return origin === null && guessed.includes(key);
}

/** A Word file or a plain text is a draft: what it links to is seen when it is published. */
export function isDraft({ origin }: Pick<Facts, 'origin'>): boolean {
  return origin === 'docx' || origin === 'txt';
}

/** The files whose links can be judged. */
export function published(files: readonly Facts[], notApplicable: (facts: Facts) => void): Facts[] {
  for (const facts of files) if (isDraft(facts)) notApplicable(facts);
  return files.filter((facts) => !isDraft(facts));
}

/** The value at a path; undefined where it is not there or holds nothing. */
export function valueAt({ data }: Pick<Fields, 'data'>, path: string): unknown {
  const value = dataAt(data, path.split('.'));
  return value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value;
}

/** The date at a path, however it is written (meta/dates sees to that); null where there is none. */
export function dateAt(fields: Pick<Fields, 'data'>, path: string): Day | null {
  const value = valueAt(fields, path);
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  return readDate(String(value)) ?? readDate(properDate(String(value)) ?? '');
}

/** Where to report about a path: its value, else what it would stand in, else the title. */
export function placeAt({ places, titleRange }: Pick<Fields, 'places' | 'titleRange'>, path: string): Range {
  const steps = path.split('.');
  const known = steps.map((_, i) => places[steps.slice(0, steps.length - i).join('.')]);
  return known.find((range) => range !== undefined) ?? titleRange;
}

/** The day on which a paper comes before the public: it is published, or spoken at a meeting. */
export function releaseOf(fields: Pick<Fields, 'data'>): Day | undefined {
  return ['published', 'held'].flatMap((path) => dateAt(fields, path) ?? []).sort(compareDays)[0];
}

/** Only what is openly published owes its readers an interpretation, and is handed in for publishing. */
export function isPublic({ data }: Pick<Fields, 'data'>): boolean {
  return data.disclosure === undefined || data.disclosure === null || data.disclosure === '主动公开';
}

/** What messages call the key at a path: 审批/报送（approval.submitted）. */
export function fieldName(path: string): Localized {
  const [key = '', ...inner] = path.split('.');
  const rest = inner.filter((step) => !/^\d+$/.test(step));
  const chinese = [keyOf(key), ...rest.map((step) => keyOf(step, key))].map(
    (row, i) => row?.chinese ?? [key, ...rest][i],
  );
  const english = [key, ...rest].join('.');
  return { 'zh-CN': `${chinese.join('/')}（${english}）`, en: english };
}

/** A report about a key, which its message calls `key`: at its value, or where it would stand. */
export function aboutKey(messageId: string, fields: Fields, path: string): Report {
  return { messageId, at: placeAt(fields, path), data: { key: fieldName(path) } };
}

/** Says that a date is not there, so that a term cannot be checked; takes `key`. */
export const UNDATED: MessageTemplate = {
  what: {
    'zh-CN': '没有写{key}，或者写的不是日期，无法核对是否按期办理',
    en: 'There is no date under {key}, so that the time cannot be checked',
  },
  todo: {
    'zh-CN': '请在文首填写{key}，写作“年-月-日”，例如 2024-03-01',
    en: 'Fill in {key} in front matter as YYYY-MM-DD, for instance 2024-03-01',
  },
};

/** Says that a key is not filled in, so that there is nothing to check; takes `key`. */
export const UNFILLED: MessageTemplate = {
  what: { 'zh-CN': '没有写{key}，无法核对', en: '{key} is not filled in, so that there is nothing to check' },
  todo: { 'zh-CN': '请在文首填写{key}', en: 'Fill in {key} in front matter' },
};
