import type { Locale } from '../language/locale.js';
import { simplify } from '../language/traditional.js';
import type { Kind } from './document.js';

export type Scalar = string | number | boolean | null;

/** What a key may hold. A date is written YYYY-MM-DD and stays a string. */
export type ValueType = 'string' | 'date' | 'boolean' | 'enum' | 'map';

/** One key of the front matter, or of a map within it. */
export interface Key {
  /** The canonical name, under which everything reads the value. */
  readonly key: string;
  readonly chinese: string;
  readonly type: ValueType;
  /** `only`: a list, for which a text may stand (see `listOf`); `or-one`: one value or a list. Absent: a single value only. */
  readonly list?: 'only' | 'or-one';
  /** The values an `enum` may take. */
  readonly values?: readonly string[];
  /** The keys of a `map`. */
  readonly keys?: readonly Key[];
  /** Absent where every kind of document may carry the key. */
  readonly kinds?: readonly Kind[];
}

/** Each kind with its Chinese names, the official one first. */
export const KINDS: ReadonlyArray<{ readonly kind: Kind; readonly chinese: readonly [string, ...string[]] }> = [
  { kind: 'policy', chinese: ['政策文件'] },
  { kind: 'interpretation', chinese: ['解读材料', '政策解读', '解读'] },
  { kind: 'briefing', chinese: ['吹风会发布稿'] },
  { kind: 'interpretation-plan', chinese: ['解读方案'] },
  { kind: 'meeting-plan', chinese: ['说明会方案'] },
];

export const CATEGORIES = ['规章', '规范性文件', '重要政策措施', '政策性文件', '其他'] as const;
export const DISCLOSURES = ['主动公开', '依申请公开', '不予公开'] as const;
/** Who signs, from the first signature to the last. */
export const SIGN_OFF_ROLES = ['科室负责人', '分管领导', '主要负责人'] as const;
export const FORMS = [
  '文字',
  '图解',
  '音频',
  '视频',
  '动漫',
  '问答',
  '访谈',
  '新闻发布会',
  '直播',
  '现场宣讲',
  '专家解读',
  '媒体解读',
  'H5',
] as const;

const POLICY: readonly Kind[] = ['policy'];
const BRIEFING: readonly Kind[] = ['briefing'];
const MEETING_PLAN: readonly Kind[] = ['meeting-plan'];
const INTERPRETATION_PLAN: readonly Kind[] = ['interpretation-plan'];
const ALL_BUT_POLICY: readonly Kind[] = ['interpretation', 'briefing', 'interpretation-plan', 'meeting-plan'];
const SPOKEN_OR_WRITTEN: readonly Kind[] = ['interpretation', 'briefing'];
const PLANNED_OR_WRITTEN: readonly Kind[] = ['interpretation', 'interpretation-plan'];

/** Every key of the front matter: the one table that schemas, messages and pages are made from. */
export const KEYS: readonly Key[] = [
  { key: 'kind', chinese: '类型', type: 'enum', values: KINDS.map(({ kind }) => kind) },
  { key: 'title', chinese: '标题', type: 'string' },
  { key: 'number', chinese: '文号', type: 'string', kinds: POLICY },
  { key: 'issuer', chinese: '发文机关', type: 'string', list: 'or-one', kinds: POLICY },
  { key: 'category', chinese: '文件类别', type: 'enum', values: CATEGORIES, kinds: POLICY },
  { key: 'disclosure', chinese: '公开属性', type: 'enum', values: DISCLOSURES, kinds: POLICY },
  { key: 'drafted', chinese: '成稿日期', type: 'date' },
  { key: 'issued', chinese: '印发日期', type: 'date' },
  { key: 'published', chinese: '发布日期', type: 'date' },
  { key: 'drafter', chinese: '起草部门', type: 'string', list: 'or-one', kinds: POLICY },
  { key: 'revises', chinese: '修订文件', type: 'string', list: 'or-one', kinds: POLICY },
  { key: 'public-interest', chinese: '涉及重大公共利益', type: 'boolean', kinds: ['policy', 'briefing'] },
  {
    key: 'consultation',
    chinese: '征求意见',
    type: 'map',
    keys: [
      { key: 'start', chinese: '开始', type: 'date' },
      { key: 'end', chinese: '结束', type: 'date' },
      { key: 'results', chinese: '结果公布', type: 'date' },
      { key: 'adoption', chinese: '采纳公布', type: 'date' },
    ],
    kinds: POLICY,
  },
  { key: 'interpretations', chinese: '解读材料', type: 'string', list: 'only', kinds: POLICY },
  { key: 'explanation-meeting', chinese: '政策说明会', type: 'string', kinds: POLICY },
  { key: 'policy', chinese: '政策文件', type: 'string', list: 'or-one', kinds: ALL_BUT_POLICY },
  { key: 'author', chinese: '解读单位', type: 'string', list: 'or-one', kinds: SPOKEN_OR_WRITTEN },
  { key: 'form', chinese: '解读形式', type: 'enum', values: FORMS, list: 'only', kinds: PLANNED_OR_WRITTEN },
  { key: 'channels', chinese: '发布渠道', type: 'string', list: 'only', kinds: [...POLICY, ...PLANNED_OR_WRITTEN] },
  {
    key: 'sign-offs',
    chinese: '审签',
    type: 'map',
    list: 'only',
    keys: [
      { key: 'role', chinese: '角色', type: 'enum', values: SIGN_OFF_ROLES },
      { key: 'name', chinese: '姓名', type: 'string' },
      { key: 'date', chinese: '日期', type: 'date' },
    ],
    kinds: ALL_BUT_POLICY,
  },
  {
    key: 'secrecy-review',
    chinese: '保密审查',
    type: 'map',
    keys: [
      { key: 'reviewer', chinese: '审查人', type: 'string' },
      { key: 'date', chinese: '日期', type: 'date' },
      { key: 'result', chinese: '结论', type: 'string' },
    ],
  },
  { key: 'reported', chinese: '报送日期', type: 'date', kinds: ['interpretation', 'policy'] },
  { key: 'urgent', chinese: '紧急', type: 'boolean', kinds: SPOKEN_OR_WRITTEN },
  { key: 'held', chinese: '召开日期', type: 'date', kinds: ['briefing', 'meeting-plan'] },
  { key: 'filed', chinese: '备案日期', type: 'date', kinds: ['briefing', 'meeting-plan'] },
  {
    key: 'approval',
    chinese: '审批',
    type: 'map',
    keys: [
      { key: 'submitted', chinese: '报送', type: 'date' },
      { key: 'approved', chinese: '批准', type: 'date' },
      { key: 'signatory', chinese: '签字人', type: 'string' },
      { key: 'sealed', chinese: '盖章', type: 'boolean' },
      { key: 'digest', chinese: '内容摘要', type: 'string' },
    ],
    kinds: BRIEFING,
  },
  { key: 'releasers', chinese: '发布单位', type: 'string', list: 'only', kinds: BRIEFING },
  {
    key: 'spokesperson',
    chinese: '发布人',
    type: 'map',
    keys: [
      { key: 'name', chinese: '姓名', type: 'string' },
      { key: 'post', chinese: '职务', type: 'string' },
    ],
    kinds: SPOKEN_OR_WRITTEN,
  },
  { key: 'topic', chinese: '会议主题', type: 'string', kinds: MEETING_PLAN },
  { key: 'time', chinese: '会议时间', type: 'string', kinds: MEETING_PLAN },
  { key: 'place', chinese: '会议地点', type: 'string', kinds: MEETING_PLAN },
  { key: 'participants', chinese: '参加人员', type: 'string', kinds: MEETING_PLAN },
  { key: 'format', chinese: '会议方式', type: 'string', kinds: MEETING_PLAN },
  { key: 'focus', chinese: '解读重点', type: 'string', kinds: INTERPRETATION_PLAN },
  { key: 'timing', chinese: '解读时间', type: 'string', kinds: INTERPRETATION_PLAN },
  { key: 'other', chinese: '其他事项', type: 'string', kinds: INTERPRETATION_PLAN },
];

/** The keys that every document of a kind has to carry. */
export function requiredKeys(kind: Kind | null): readonly string[] {
  return ['kind', 'title', ...(kind === 'policy' ? ['number', 'issuer', 'issued'] : [])];
}

/**
 * The canonical key behind a key as written, in English or Chinese; upper case, full-width letters, Traditional
 * characters and stray spaces are forgiven. Undefined where the vocabulary does not know it.
 * @param parentKey canonical key of the map it stands in
 */
export function englishKey(written: string, parentKey?: string): string | undefined {
  const rows = parentKey === undefined ? TOP : NESTED.get(parentKey);
  return (rows?.get(written) ?? rows?.get(plain(written)))?.key;
}

/** Keys that would make of a map something that cannot be put into words, or another map. */
const RESERVED: ReadonlySet<string> = new Set(['toString', 'valueOf', '__proto__']);

/** The name under which data holds a key: the canonical one, else as written, told apart from what every object has. */
export function dataKey(written: string, parentKey?: string): string {
  return englishKey(written, parentKey) ?? (RESERVED.has(written) ? `${written} ` : written);
}

/**
 * The table's row for a canonical key.
 * @param parentKey canonical key of the map it stands in
 */
export function keyOf(key: string, parentKey?: string): Key | undefined {
  const row = (parentKey === undefined ? TOP : NESTED.get(parentKey))?.get(key);
  return row?.key === key ? row : undefined;
}

/** The keys known at a place of the front matter: those of the map that a key holds. */
export function keysKnownAt([key = '']: readonly (string | number)[]): string[] {
  return (keyOf(String(key))?.keys ?? []).map((row) => row.key);
}

/** What a kind is called: in Chinese by its first name. */
export function kindName(kind: string, locale: Locale = 'zh-CN'): string {
  return (locale === 'zh-CN' && KINDS.find((row) => row.kind === kind)?.chinese[0]) || kind;
}

/** A key as people write it in a language. */
export function keyName({ key, chinese }: Key, locale: Locale): string {
  return locale === 'en' ? key : chinese;
}

/** All names of kinds, English and Chinese. */
export const KIND_NAMES: readonly string[] = KINDS.flatMap(({ kind, chinese }) => [kind, ...chinese]);

/** The kind that a value of `kind` names, in English or Chinese; undefined where it names none. */
export function kindOf(value: unknown): Kind | undefined {
  return typeof value === 'string' ? (KIND_BY_NAME.get(value) ?? KIND_BY_NAME.get(plain(value))) : undefined;
}

/**
 * A scalar as the rest of the program reads it: 是/否 of a boolean key become booleans, a kind's Chinese name its
 * English one, an enumerated value its spelling in the table. Whatever does not fit comes back as it is, for the
 * schema to refuse.
 * @param parentKey canonical key of the map it stands in
 */
export function normalizeValue(key: string, value: Scalar, parentKey?: string): Scalar {
  const row = keyOf(key, parentKey);
  if (typeof value === 'number' && row?.type === 'date') return String(value);
  if (typeof value !== 'string') return value;
  if (row?.type === 'boolean') return BOOLEANS.get(plain(value)) ?? value;
  if (row?.type !== 'enum') return value;
  if (key === 'kind' && parentKey === undefined) return kindOf(value) ?? value;
  if (row.values?.includes(value)) return value;
  return row.values?.find((allowed) => plain(allowed) === plain(value)) ?? value;
}

/** What a key that takes a list holds: of a text its items (文字、图解); one path or title is one item, whatever marks it has. */
export function listOf(key: string, value: unknown): unknown {
  const row = keyOf(key);
  if (row?.list !== 'only' || row.keys || typeof value === 'object') return value;
  const parts = key === 'interpretations' ? [value] : String(value).split(/[、，,；;]/);
  const items = parts.map((part) => normalizeValue(key, typeof part === 'string' ? part.trim() : (part as Scalar)));
  return row.values && !items.every((item) => row.values?.includes(String(item))) ? [value] : items;
}

const BOOLEANS = new Map([
  ...['是', 'yes', 'true', '已盖章', '涉及', '紧急'].map((word) => [word, true] as const),
  ...['否', 'no', 'false', '未盖章', '不涉及', '不紧急'].map((word) => [word, false] as const),
]);

const KIND_BY_NAME = new Map(KINDS.flatMap(({ kind, chinese }) => [kind, ...chinese].map((name) => [name, kind])));

const TOP = byName(KEYS);
const NESTED = new Map(KEYS.flatMap(({ key, keys }) => (keys ? [[key, byName(keys)] as const] : [])));

function byName(keys: readonly Key[]): Map<string, Key> {
  return new Map(keys.flatMap((row) => [[row.key, row] as const, [row.chinese, row] as const]));
}

/** One form for spellings that differ by width, case or spaces, seen or unseen, or by Traditional characters, only. */
function plain(written: string): string {
  return simplify(
    written
      .normalize('NFKC')
      .replace(/[\s\p{Cf}]+/gu, '')
      .toLowerCase(),
  );
}
