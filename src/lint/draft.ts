import type { ClauseTable } from '../../rules/clauses.js';
import type { Rule } from '../../rules/rule.js';
import type { ResolvedConfig, ResolvedSetting } from '../config/resolve.js';
import type { Kind } from '../document/document.js';
import { numberLabel } from '../document/number-label.js';
import { KEYS, type Key, keyName, keyOf, kindName, requiredKeys } from '../document/vocabulary.js';
import { ELEMENT_IDS, ELEMENT_NAMES } from '../elements/catalogue.js';
import type { Locale } from '../language/locale.js';
import { rulesKnown } from './check.js';

/** A section that rules in force ask for, to be filled in. */
export interface DraftSection {
  /** The element or the key of front matter that the section provides. */
  readonly id: string;
  /** Without a number. */
  readonly title: string;
  /** A comment that says what to write. */
  readonly hint: string;
}

/**
 * A document to be filled in: the front matter and the sections that the rules in force demand of its kind, all empty, each with a hint.
 * Headings are Chinese in every locale, as the documents are.
 */
export function draftOf(kind: Kind, config: ResolvedConfig, rules: readonly Rule[], locale: Locale): string {
  const sections = draftSections(kind, config, rules, locale);
  return [
    '---',
    ...draftKeys(kind, config, rules).flatMap((key) => keyLines(key, { kind, config, rules, locale })),
    '---',
    '',
    ...(sections.length > 0
      ? sections.map(({ title, hint }, i) => `## ${numberLabel('han', i + 1)}${title}\n\n${hint}\n`)
      : [comment(BODY[locale], locale), '']),
  ].join('\n');
}

/** The keys of front matter that the rules in force read in a document of a kind, or demand of it. */
export function draftKeys(kind: Kind, config: ResolvedConfig, rules: readonly Rule[]): Key[] {
  const wanted = new Set(requiredKeys(kind));
  for (const { rule, own } of inForce(kind, config, rules))
    for (const key of keysOfRule(rule, kind, own.length > 0)) wanted.add(key);
  return KEYS.filter(({ key, kinds }) => wanted.has(key) && (!kinds || kinds.includes(kind)));
}

/**
 * The keys that a rule reads in a document of a kind.
 * @param isOwn false where the rule only reads it beside the documents it checks
 */
export function keysOfRule({ draft }: Rule, kind: Kind, isOwn = true): readonly string[] {
  const { keys = [], policyKeys = [] } = draft ?? {};
  return [...(isOwn ? keys : []), ...(kind === 'policy' ? policyKeys : [])];
}

/** The sections that the rules in force ask of a document of a kind, in the order in which it gives them. */
export function draftSections(
  kind: Kind,
  config: ResolvedConfig,
  rules: readonly Rule[],
  locale: Locale,
): DraftSection[] {
  const asked = inForce(kind, config, rules).filter(({ own }) => own.length > 0);
  const hint = (said: string, one: InForce) => comment(said + behind(one, config.clauses, locale), locale);
  const elements = ELEMENT_IDS.flatMap((id): DraftSection[] => {
    const one = asked.find(({ rule }) => rule.element === id);
    return one ? [{ id, title: ELEMENT_NAMES[id]['zh-CN'], hint: hint(one.rule.demand[locale], one) }] : [];
  });
  const items = asked.flatMap((one) =>
    (one.rule.draft?.sections ?? []).flatMap((name): DraftSection[] => {
      const key = keyOf(name);
      return key ? [{ id: name, title: key.chinese, hint: hint(hintFor(key, locale), one) }] : [];
    }),
  );
  return [...elements, ...items];
}

/** For whom lines of front matter are written. */
export interface KeyContext {
  /** Null where it is not known, and left to be filled in. */
  readonly kind: Kind | null;
  readonly config: ResolvedConfig;
  readonly rules: readonly Rule[];
  readonly locale: Locale;
  /** The language of the keys, where it is not that of the hints. */
  readonly naming?: Locale;
}

/** The lines that give a key of front matter a place to be filled in. */
export function keyLines(key: Key, context: KeyContext): string[] {
  const { kind, config, rules, locale, naming = locale } = context;
  const name = keyName(key, naming);
  if (key.key === 'kind' && kind !== null) return [`${name}: ${kindName(kind, naming)}`];
  if (!key.keys) return [`${name}: # ${hintFor(key, locale)}`];
  // The digest is stamped by `approve`, never typed.
  const inner = key.keys.filter((one) => one.key !== 'digest');
  const line = (one: Key, indent: string) => `${indent}${keyName(one, naming)}: # ${hintFor(one, locale)}`;
  if (key.list !== 'only') return [`${name}:`, ...inner.map((one) => line(one, '  '))];
  return [
    `${name}:`,
    ...rolesIn(kind ? inForce(kind, config, rules) : []).flatMap((role) =>
      inner.map((one, i) =>
        one.key === 'role' && role ? `  - ${keyName(one, naming)}: ${role}` : line(one, i === 0 ? '  - ' : '    '),
      ),
    ),
  ];
}

/** A rule that is on, with how it stands for the kind of the draft. */
interface InForce {
  readonly rule: Rule;
  readonly own: readonly ResolvedSetting[];
}

function inForce(kind: Kind, config: ResolvedConfig, rules: readonly Rule[]): InForce[] {
  return rulesKnown([config], rules).flatMap((rule): InForce[] => {
    const settings = (config.rules.get(rule.id) ?? []).filter(({ severity }) => severity !== 'off');
    const own = settings.filter(({ kinds }) => kinds.includes(kind));
    return settings.length > 0 ? [{ rule, own }] : [];
  });
}

const BODY = { 'zh-CN': '在这里写正文', en: 'Write the text here' };

/** Who has to sign, as the presets say; one open place where they don't. */
function rolesIn(inForce: readonly InForce[]): string[] {
  const chains = inForce.flatMap(({ rule, own }) =>
    own.flatMap(({ options }) => rule.draft?.roles?.(options as Record<string, unknown>) ?? []),
  );
  const known = keyOf('role', 'sign-offs')?.values ?? [];
  const roles = known.filter((role) => chains.includes(role));
  return roles.length > 0 ? roles : [''];
}

/** What a value looks like, in few words. */
export function hintFor({ key, type, values, list }: Key, locale: Locale): string {
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

/** The first clause that asks for it, in words. */
function behind({ own }: InForce, clauses: ClauseTable, locale: Locale): string {
  const clause = own.flatMap((setting) => setting.clauses.flatMap((id) => clauses.get(id) ?? []))[0];
  if (!clause) return '';
  const cited = clauses.citation(clause, locale);
  return locale === 'en' ? ` (${cited})` : `（依据：${cited}）`;
}

function comment(hint: string, locale: Locale): string {
  return `<!-- ${locale === 'en' ? 'Hint: ' : '提示：'}${hint} -->`;
}
