import type { DocumentColumns, PageData } from './data.js';

export type SortKey = 'title' | 'department' | 'year' | 'kind' | 'wordCount' | 'errors' | 'warnings' | 'verdict';

/** Which documents to show, and in what order. Places are those of the lists in `PageData`; null lets every one pass. */
export interface Query {
  /** Words that path, title, number or department hold, parted by blanks: all of them. */
  readonly text: string;
  readonly department: number | null;
  readonly year: number | null;
  readonly kind: number | null;
  readonly verdict: number | null;
  readonly rule: number | null;
  readonly sort: SortKey;
  readonly descending: boolean;
}

export const EVERYTHING: Query = {
  ...{ text: '', department: null, year: null, kind: null, verdict: null, rule: null },
  ...{ sort: 'errors', descending: true },
};

const CONDITIONS = ['department', 'year', 'kind', 'verdict'] as const;

/** Answers queries about the documents of a page. What searching and sorting need is made at the first query that asks for it. */
export function makeFinder(data: PageData): (query: Query) => readonly number[] {
  const { documents } = data;
  const orders = new Map<string, readonly number[]>();
  const ranks = new Map<SortKey, ArrayLike<number>>();
  let haystacks: readonly string[] | undefined;
  return (query) => {
    const { sort, descending, text, rule } = query;
    const key = `${sort} ${descending}`;
    const ranking = ranks.get(sort) ?? ranksOf(data, sort);
    ranks.set(sort, ranking);
    const order = orders.get(key) ?? sorted(ranking, descending);
    orders.set(key, order);
    const needles = folded(text)
      .split(/\s+/)
      .filter((needle) => needle !== '');
    if (needles.length > 0) haystacks ??= haystacksOf(data);
    const broken = rule === null ? null : data.ruleSets.map((set) => set.includes(rule));
    return order.filter(
      (document) =>
        CONDITIONS.every((column) => query[column] === null || documents[column][document] === query[column]) &&
        (broken === null || broken[documents.ruleSet[document] ?? -1] === true) &&
        needles.every((needle) => haystacks?.[document]?.includes(needle)),
    );
  };
}

/** Full-width letters and digits are found by plain ones, capitals by small letters. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function haystacksOf({ documents, departments }: PageData): string[] {
  const names = departments.map(folded);
  return documents.path.map(
    (path, i) =>
      `${folded(path)}\n${folded(documents.title[i] ?? '')}\n${folded(documents.number[i] ?? '')}\n${names[documents.department[i] ?? -1] ?? ''}`,
  );
}

/** Documents that are alike in the column keep the order of their paths, whichever way the column runs; blanks come last. */
function sorted(ranks: ArrayLike<number>, descending: boolean): number[] {
  const rank = (document: number) => ranks[document] as number;
  const sign = descending ? -1 : 1;
  return Array.from(ranks, (_, i) => i).sort(
    (a, b) => Number(rank(a) < 0) - Number(rank(b) < 0) || sign * (rank(a) - rank(b)) || a - b,
  );
}

/** A number a document by which the column sorts; -1 where the document has nothing there. */
function ranksOf({ documents, departments, years, kinds }: PageData, sort: SortKey): ArrayLike<number> {
  if (sort === 'title') return alphabetic(documents.title.map((title, i) => title || (documents.path[i] ?? '')));
  if (sort === 'department') return throughNames(documents.department, departments);
  if (sort === 'year') return throughNames(documents.year, years);
  if (sort === 'kind') return throughNames(documents.kind, kinds);
  return documents[sort as keyof DocumentColumns] as readonly number[];
}

function throughNames(places: readonly number[], names: readonly string[]): number[] {
  const ranks = alphabetic(names);
  return places.map((place) => (names[place] === '' ? -1 : (ranks[place] ?? -1)));
}

/** Ranks by the order of a Chinese dictionary (pinyin), numbers in texts by their value; equal texts rank equal. */
function alphabetic(texts: readonly string[]): Int32Array {
  const { compare } = new Intl.Collator('zh-CN', { numeric: true });
  const order = [...new Set(texts)].sort(compare);
  const rankOf = new Map(order.map((text, rank) => [text, rank]));
  return Int32Array.from(texts, (text) => rankOf.get(text) ?? -1);
}
