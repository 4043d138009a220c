export type SegmenterName = 'nodejieba' | 'jieba-wasm';

export interface Segmenter {
  readonly name: SegmenterName;
  /**
   * The words of a text. Runs of Han characters are cut into words; whatever stands between two runs is one piece, so
   * the pieces joined are the text.
   */
  cut(text: string): string[];
}

/**
 * Loads the first segmenter that works. A dictionary takes about a second to load: call this only for rules that segment words.
 * @param names which to try, in order; nodejieba is missing where it could not be built, jieba-wasm is always installed
 * @throws what the last one threw, where none works
 */
export async function loadSegmenter(
  names: readonly [SegmenterName, ...SegmenterName[]] = ['nodejieba', 'jieba-wasm'],
): Promise<Segmenter> {
  const [name, next, ...others] = names;
  try {
    const cutRun = await CUTTERS[name]();
    // A package whose binding was never built loads all the same and fails at the first word.
    cutRun('政策');
    return { name, cut: (text) => piecesOf(text).flatMap((piece) => (isHan(piece) ? cutRun(piece) : [piece])) };
  } catch (error) {
    if (!next) throw error;
    return loadSegmenter([next, ...others]);
  }
}

/**
 * Both without their hidden Markov model, which guesses words that stand in no dictionary: the two guess differently,
 * and cut alike without it.
 */
const CUTTERS: Record<SegmenterName, () => Promise<(run: string) => string[]>> = {
  nodejieba: async () => {
    const { default: nodejieba } = await import('nodejieba');
    return (run) => nodejieba.cut(run);
  },
  'jieba-wasm': async () => {
    const { default: jieba } = await import('jieba-wasm');
    return (run) => jieba.cut(run, false);
  },
};

/** Only Han is given to a segmenter: on letters, digits and marks the two disagree. */
function piecesOf(text: string): string[] {
  return text.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? [];
}

function isHan(piece: string): boolean {
  return /^\p{Script=Han}/u.test(piece);
}
