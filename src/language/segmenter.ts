export type SegmenterName = 'nodejieba' | 'jieba-wasm';

export interface Segmenter {
  readonly name: SegmenterName;
  /**
   * The words of a text. Runs of Han characters are cut into words; whatever stands between two runs is one piece, so
   * the pieces joined are the text.
   */
  cut(text: string): string[];
}

/** What both packages have: the words of a run of Han characters. */
interface Jieba {
  cut(run: string, hmm?: boolean): string[];
}

/**
 * A function that loads a segmenter when it is first called, as a dictionary takes about a second: nodejieba where
 * that was installed and works, else jieba-wasm. It throws what loading the latter threw.
 * @param load gives a package by its name
 */
export function lazySegmenter(load: (name: SegmenterName) => unknown): () => Segmenter {
  let loaded: Segmenter | undefined;
  return () => (loaded ??= firstThatWorks(load));
}

function firstThatWorks(load: (name: SegmenterName) => unknown): Segmenter {
  try {
    return segmenterOf('nodejieba', load);
  } catch {
    return segmenterOf('jieba-wasm', load);
  }
}

function segmenterOf(name: SegmenterName, load: (name: SegmenterName) => unknown): Segmenter {
  const jieba = load(name) as Jieba;
  const cutRun = (run: string) => CUT[name](jieba, run);
  // A package whose binding was never built loads all the same and fails at the first word.
  cutRun('政策');
  return { name, cut: (text) => piecesOf(text).flatMap((piece) => (isHan(piece) ? cutRun(piece) : [piece])) };
}

/** Both without their hidden Markov model, which guesses words that stand in no dictionary: the two guess differently, and cut alike without it. */
const CUT: Record<SegmenterName, (jieba: Jieba, run: string) => string[]> = {
  nodejieba: (jieba, run) => jieba.cut(run),
  'jieba-wasm': (jieba, run) => jieba.cut(run, false),
};

/** Only Han is given to a segmenter: on letters, digits and marks the two disagree. */
function piecesOf(text: string): string[] {
  return text.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? [];
}

function isHan(piece: string): boolean {
  return /^\p{Script=Han}/u.test(piece);
}
