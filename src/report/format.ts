import type { FileResult } from '../lint/result.js';
import { inSource } from './in-source.js';
import { formatters } from './index.js';
import type { Paint, ReportContext } from './report.js';

const same = (text: string) => text;

/** No colours. */
export const PLAIN: Paint = { bold: same, dim: same, red: same, yellow: same, underline: same };

/** Results as one text; see `piecesOf`. */
export async function formatted(results: readonly FileResult[], name: string, context: ReportContext): Promise<string> {
  return [...(await piecesOf(results, name, context))].join('');
}

/**
 * Results as text, with a line break at its end unless it is empty. Its pieces are made as they are asked for, and again when they are
 * asked for again: of a long run they would fill the memory, or more than one string.
 * @param name one of `formatters`
 * @throws Error for another name
 */
export async function piecesOf(
  results: readonly FileResult[],
  name: string,
  context: ReportContext,
): Promise<Iterable<string>> {
  const formatter = await formatters.get(name)?.();
  if (!formatter) throw new Error(`no format ${name}`);
  const shown = /^json/.test(name) ? results : inSource(results, context.locale);
  return { [Symbol.iterator]: () => ended(formatter(shown, context)) };
}

/** Characters of a piece: less would be written by many calls of the system. */
const PIECE = 16 * 1024;

function* ended(told: string | Generator<string>): Generator<string> {
  let piece = '';
  for (const more of typeof told === 'string' ? [told] : told) {
    if (piece.length >= PIECE) {
      yield piece;
      piece = '';
    }
    piece += more;
  }
  if (piece !== '') yield `${piece}\n`;
}
