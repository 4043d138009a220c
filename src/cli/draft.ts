import type { ClauseTable } from '../../rules/clauses.js';
import { DRAFT_PARTS } from '../../rules/draft-parts.js';
import type { Rule } from '../../rules/rule.js';
import type { RuleId } from '../../rules/rule-ids.js';
import type { ResolvedConfig, ResolvedSetting } from '../config/resolve.js';
import type { Kind } from '../document/document.js';
import { REQUIRED_KEYS } from '../document/front-matter-schema.js';
import { KEYS, type Key, KINDS, keyOf } from '../document/vocabulary.js';
import { CATALOGUE, ELEMENT_IDS } from '../elements/catalogue.js';
import type { Locale } from '../language/locale.js';

/**
 * A document to be filled in: the front matter and the sections that the rules in force demand of its kind, all empty, each with a hint.
 * Headings are Chinese in every locale, as the documents are.
 */
export function draftOf(kind: Kind, config: ResolvedConfig, rules: readonly Rule[], locale: Locale): string {
  const inForce = rules.flatMap((rule): InForce[] => {
    const settings = (config.rules.get(rule.id) ?? []).filter(({ severity }) => severity !== 'off');
    const own = settings.filter(({ kinds }) => kinds.includes(kind));
    return settings.length > 0 ? [{ rule, own }] : [];
  });
  const sections = sectionsFor(inForce, config.clauses, locale);
  return [
    '---',
    ...keysFor(kind, inForce).flatMap((key) => keyLines(key, kind, inForce, locale)),
    '---',
    '',
    ...(sections.length > 0 ? sections.map(sectionText) : [comment(BODY[locale], locale), '']),
  ].join('\n');
}

/** A rule that is on, with how it stands for the kind of the draft. */
interface InForce {
  readonly rule: Rule;
  readonly own: readonly ResolvedSetting[];
}

interface Section {
  readonly title: string;
  readonly hint: string;
}

const BODY = { 'zh-CN': '在这里写正文', en: 'Write the text here' };
const NUMERALS = '一二三四五六七八九十';

function keysFor(kind: Kind, inForce: readonly InForce[]): Key[] {
  const wanted = new Set([...REQUIRED_KEYS.every, ...REQUIRED_KEYS[kind]]);
  for (const { rule, own } of inForce) {
    const { keys = [], policyKeys = [] } = DRAFT_PARTS[rule.id as RuleId] ?? {};
    for (const key of [...(own.length > 0 ? keys : []), ...(kind === 'policy' ? policyKeys : [])]) wanted.add(key);
  }
  return KEYS.filter(({ key, kinds }) => wanted.has(key) && (!kinds || kinds.includes(kind)));
}

function keyLines(key: Key, kind: Kind, inForce: readonly InForce[], locale: Locale): string[] {
  const name = nameOf(key, locale);
  if (key.key === 'kind')
    return [`${name}: ${locale === 'en' ? kind : KINDS.find((row) => row.kind === kind)?.chinese[0]}`];
  if (!key.keys) return [`${name}: # ${hintFor(key, locale)}`];
  // The digest is stamped by `approve`, never typed.
  const inner = key.keys.filter((one) => one.key !== 'digest');
  if (key.list !== 'only') return [`${name}:`, ...inner.map((one) => innerLine(one, '  ', locale))];
  const roles = rolesIn(inForce);
  return [
    `${name}:`,
    ...roles.flatMap((role) =>
      inner.map((one, i) =>
        one.key === 'role' && role
          ? `  - ${nameOf(one, locale)}: ${role}`
          : innerLine(one, i === 0 ? '  - ' : '    ', locale),
      ),
    ),
  ];
}

function innerLine(key: Key, indent: string, locale: Locale): string {
  return `${indent}${nameOf(key, locale)}: # ${hintFor(key, locale)}`;
}

/** Who has to sign, as the presets say; one open place where they don't. */
function rolesIn(inForce: readonly InForce[]): string[] {
  const chains = inForce
    .filter(({ rule }) => rule.id === 'process/sign-off')
    .flatMap(({ own }) => own.flatMap(({ options }) => (options as { chain?: readonly string[] }).chain ?? []));
  const known = keyOf('role', 'sign-offs')?.values ?? [];
  const roles = known.filter((role) => chains.includes(role));
  return roles.length > 0 ? roles : [''];
}

function nameOf({ key, chinese }: Key, locale: Locale): string {
  return locale === 'en' ? key : chinese;
}

function hintFor({ key, type, values, list }: Key, locale: Locale): string {
  const zh = locale === 'zh-CN';
  const own = HINTS[key];
  if (own) return own[locale];
  const several = list ? (zh ? '，可写几个：[甲, 乙]' : ', or several: [甲, 乙]') : '';
  switch (type) {
    case 'date':
      return zh ? '日期，如 2024-03-01' : 'a date, such as 2024-03-01';
    case 'boolean':
      return zh ? '是或否' : 'true or false';
    case 'enum':
      return `${zh ? '从中选填：' : 'of these: '}${(values ?? []).join(zh ? '、' : ', ')}${several}`;
    default:
      return (zh ? '请填写' : 'fill in') + several;
  }
}

/** Hints that the type of a key does not give away. */
const HINTS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  title: { 'zh-CN': '完整的标题', en: 'the title in full' },
  number: { 'zh-CN': '如 云政办发〔2024〕3号', en: 'such as 云政办发〔2024〕3号' },
  policy: { 'zh-CN': '政策文件的路径、网址或文号', en: 'path, web address or document number of the policy' },
  interpretations: { 'zh-CN': '解读材料的路径或网址：[甲, 乙]', en: 'paths or web addresses: [甲, 乙]' },
  revises: {
    'zh-CN': '被修订文件的文号；不是修订就删去这一项',
    en: 'number of the file revised; delete it where there is none',
  },
  'explanation-meeting': { 'zh-CN': '召开日期，或说明会方案的路径', en: 'its date, or the path of its plan' },
  channels: { 'zh-CN': '如 [市政府门户网站]', en: 'such as [市政府门户网站]' },
  releasers: { 'zh-CN': '如 [市司法局, 市住房和城乡建设局]', en: 'such as [市司法局, 市住房和城乡建设局]' },
};

function sectionsFor(inForce: readonly InForce[], clauses: ClauseTable, locale: Locale): Section[] {
  const asked = new Map(inForce.filter(({ own }) => own.length > 0).map((one) => [one.rule.id, one]));
  const elements = ELEMENT_IDS.flatMap((id) => {
    const one = asked.get(`element/${id}`);
    return one
      ? [{ title: CATALOGUE[id].name['zh-CN'], hint: one.rule.demand[locale] + behind(one, clauses, locale) }]
      : [];
  });
  const items = [...asked].flatMap(([id, one]) =>
    (DRAFT_PARTS[id as RuleId]?.sections ?? []).flatMap((name) => {
      const key = keyOf(name);
      return key ? [{ title: key.chinese, hint: hintFor(key, locale) + behind(one, clauses, locale) }] : [];
    }),
  );
  return [...elements, ...items].map(({ title, hint }, i) => ({
    title: `${numeral(i + 1)}、${title}`,
    hint: comment(hint, locale),
  }));
}

/** The first clause that asks for it, in words. */
function behind({ own }: InForce, clauses: ClauseTable, locale: Locale): string {
  const clause = own.flatMap((setting) => setting.clauses.flatMap((id) => clauses.get(id) ?? []))[0];
  if (!clause) return '';
  const cited = clauses.citation(clause, locale);
  return locale === 'en' ? ` (${cited})` : `（依据：${cited}）`;
}

function sectionText({ title, hint }: Section): string {
  return `## ${title}\n\n${hint}\n`;
}

function comment(hint: string, locale: Locale): string {
  return `<!-- ${locale === 'en' ? 'Hint: ' : '提示：'}${hint} -->`;
}

/** 1 to 19 as headings count: 一, 十, 十一. */
function numeral(n: number): string {
  return n <= 10 ? (NUMERALS[n - 1] ?? '') : `十${NUMERALS[n - 11]}`;
}
