import { BODIES, FUNCTIONS, OFFICES } from './department-names.js';
import { simplify } from './traditional.js';

/** Other names of departments, by the name in full: what an archive adds to the table of the program. */
export type DepartmentAliases = Readonly<Record<string, readonly string[]>>;

/**
 * The departments that a value of front matter names, in its order: the lead is the first. A list, or one text with
 * 、，； 会同 联合 和 between the names; 等 and what stands in brackets are left out.
 */
export function departmentsIn(value: unknown): string[] {
  const written = [value].flat().filter((item) => typeof item === 'string');
  return written
    .flatMap((text) => text.replace(BRACKETED, '').replace(AFTER_PLACE, '').split(SEPARATOR))
    .map((name) =>
      name
        .replace(/^(?:由|牵头[:：]?)|(?:等(?:[\d一二三四五六七八九十几]{0,3}[个家]?(?:部门|单位))?|牵头)$/g, '')
        .trim(),
    )
    .filter((name) => name !== '');
}

/**
 * True where two names can be one department's, as people write them: 市人社局, 人社局 and 云溪市人力资源和社会保障局;
 * 办公厅 and 办公室; 市 and 某市. Another place, another level or another kind of office is another department.
 */
export function isSameDepartment(a: string, b: string, aliases: DepartmentAliases = {}): boolean {
  if (isSame(a, b)) return true;
  return Object.entries(aliases).some(([name, others]) => {
    const names = [name, ...others];
    return names.some((one) => isSame(one, a)) && names.some((one) => isSame(one, b));
  });
}

/** A name with those of the offices that it is a part of, as its own words say: 市卫健局医政科 is one of 市卫健局. */
export function officesAbove(name: string): string[] {
  const ends = [...name.matchAll(/(?<=.)(?:[局厅委部署会府关]|(?<=办事)处|(?<=中)心)/gu)].map(({ index }) => index);
  return [name, ...ends.filter((end) => DIVISION.test(name.slice(end))).map((end) => name.slice(0, end + 1))];
}

/** A division behind the last character of its office; the committees of zones have bureaus as divisions. One of an office below is none. */
const DIVISION =
  /^(?:[局厅]办公室|.(?!办公|[㐀-鿿]{1,10}局)[㐀-鿿]{2,12}(?:[科处室股司]|[总支大]队)|会[㐀-鿿]{2,12}[局办部])$/u;

/** A blank behind a place parts no names: 云溪市 财政局 is one. */
const AFTER_PLACE = /(?<=[㐀-鿿][省市县区旗盟州])[ \t　]{1,4}(?=[㐀-鿿])/gu;

const BRACKETED = /[（(][^（）()]{0,40}[）)]/g;

/** 和, 与, 会同 and 联合 part names only behind a word that ends one: 人力资源和社会保障局 stays whole. */
const SEPARATOR =
  /[、，,；;／/\s]+|(?<=[局委厅办部处室科院府心署队行司站所台会团组社])(?<!社会)(?:会同|联合(?!会)|以及|和|与|及|暨)/u;

/** A name taken apart. */
export interface Department {
  /** What the office is, place apart, in the form under which names are compared. */
  readonly office: string;
  /** Places before it, the widest first: 青岛市市南区 is 青岛 市, 市, 南 区. */
  readonly places: readonly Place[];
}

export interface Place {
  /** Empty where only the level is named: 市教育局. */
  readonly name: string;
  readonly level: string;
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [readDepartment(a), readDepartment(b)];
  return one.office === other.office && samePlace(one.places, other.places);
}

/** Takes a name apart, in the form under which names are compared. */
export function readDepartment(written: string): Department {
  let rest = plain(written);
  const places: Place[] = [];
  for (let match = PLACE.exec(rest); match && places.length < 4; match = PLACE.exec(rest)) {
    places.push({ name: match[1] ?? '', level: match[2] ?? '' });
    rest = rest.slice(match[0].length);
  }
  return { office: officeOf(rest), places };
}

/** A place before a name; not where 市 or 区 begins what the office deals with (市场监督管理局, 市政工程, 社区). */
const PLACE =
  /^(?!城市|社区|区域|县域)([㐀-鿿]{0,8}?)(自治区|自治州|自治县|自治旗|特别行政区|省(?!级)|市(?!级|场|容|监[局管]|政(?:工程|公用|设施|园林|管理))|区|县|旗|盟|州(?![市区县旗]))(?=.)/;

function plain(written: string): string {
  return simplify(written.normalize('NFKC'))
    .replace(/[\s·]/g, '')
    .replace(BRACKETED, '')
    .replace('管委会', '管理委员会')
    .replace(/^(?:中共|共青团|我|本|国家税务总局(?=.))/, '');
}

function officeOf(rest: string): string {
  const name = rest.replace(/(?<=.)[和与及](?=.)/g, '');
  const { bodies, functions, offices } = tables();
  const body = bodies.get(name);
  if (body !== undefined) return body;
  for (const [word, office] of offices) {
    if (!name.endsWith(word) || name.length === word.length) continue;
    const deals = name.slice(0, -word.length);
    return (functions.get(deals) ?? deals) + office;
  }
  return name;
}

/** True where two places can be one, level by level from the nearest: a name that says less than the other does not speak against it. */
export function samePlace(a: readonly Place[], b: readonly Place[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const inner = long.slice(long.length - short.length);
  return short.every(({ level, name }, i) => {
    const other = inner[i] as Place;
    return level === other.level && (name === '' || other.name === '' || name === other.name);
  });
}

interface Names {
  readonly bodies: ReadonlyMap<string, string>;
  readonly functions: ReadonlyMap<string, string>;
  /** The longest first: 服务中心 before 中心. */
  readonly offices: readonly (readonly [word: string, office: string])[];
}

let known: Names | undefined;

/** The tables by name; made when first asked for, as most runs compare nothing. */
function tables(): Names {
  known ??= {
    bodies: byName(BODIES),
    functions: byName(FUNCTIONS),
    offices: [...byName(OFFICES)].sort(([a], [b]) => b.length - a.length),
  };
  return known;
}

function byName(table: readonly string[]): Map<string, string> {
  const names = table.map((line) => line.split(' '));
  return new Map(names.flatMap((ways) => ways.map((name) => [name, ways[0] as string] as const)));
}
