import type { Totals } from '../audit-report.js';
import { VERDICTS } from '../names.js';
import { percent } from '../wording.js';
import { type Markup, markup } from './markup.js';
import { count } from './numbers.js';

/** What a piece of a bar stands for. Each has its own pattern, so that it is told in black and white. */
export type Piece = 'compliant' | 'with-errors' | 'unreadable' | 'broken-error' | 'broken-warn' | 'kept';

export interface Bar {
  readonly label: string;
  /** What stands at the right above the bar. */
  readonly value: string;
  /** Lengths from left to right, in documents. */
  readonly pieces: ReadonlyArray<readonly [Piece, number]>;
}

const LEGEND: Readonly<Record<Piece, string>> = {
  compliant: VERDICTS.complies,
  'with-errors': VERDICTS.hasErrors,
  unreadable: VERDICTS.unreadable,
  'broken-error': '违反（错误）',
  'broken-warn': '违反（警告）',
  kept: '适用而未违反',
};

const ROW = 44;
const BAR_TOP = 22;
const BAR_HEIGHT = 14;

/** Patterns of the pieces, once a page. */
export const PATTERNS: Markup = markup`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="p-with-errors" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="p-bad-ground" width="6" height="6"/><rect class="p-bad" width="3" height="6"/></pattern>
<pattern id="p-broken-error" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="p-bad-ground" width="6" height="6"/><rect class="p-bad" width="3" height="6"/></pattern>
<pattern id="p-broken-warn" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="p-warn-ground" width="6" height="6"/><circle class="p-warn" cx="3" cy="3" r="1.3"/></pattern>
<pattern id="p-unreadable" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="p-plain" width="5" height="5"/><rect class="p-none" width="1.5" height="5"/></pattern>
</defs></svg>
`;

/**
 * Bars one above the other as one picture: widths in percent, so that letters keep their size in any window.
 * @param longest documents that the whole width stands for
 */
export function barChart(
  id: string,
  title: string,
  description: string,
  bars: readonly Bar[],
  longest: number,
): Markup {
  const height = bars.length * ROW;
  return markup`<svg class="bars" role="img" aria-labelledby="${id}-svg-title" aria-describedby="${id}-svg-desc" width="100%" height="${height}">
<title id="${id}-svg-title">${title}</title><desc id="${id}-svg-desc">${description}</desc>
${bars.map((bar, i) => barRow(bar, i * ROW, longest))}</svg>
`;
}

function barRow({ label, value, pieces }: Bar, top: number, longest: number): Markup {
  return markup`<g aria-hidden="true"><title>${label}：${value}</title><foreignObject class="bar-label" y="${top}" height="${BAR_TOP}"><div>${label}</div></foreignObject>
<text class="bar-value" x="100%" y="${top + 16}" text-anchor="end">${value}</text>
${piecesAt(pieces, top + BAR_TOP, longest)}</g>
`;
}

function piecesAt(pieces: Bar['pieces'], top: number, longest: number): Markup[] {
  let done = 0;
  return pieces.flatMap(([piece, length]) => {
    if (length <= 0) return [];
    const x = share(done, longest);
    done += length;
    return [
      markup`<rect class="piece piece-${piece}" x="${x}%" y="${top}" width="${share(length, longest)}%" height="${BAR_HEIGHT}"/>`,
    ];
  });
}

function share(part: number, whole: number): string {
  return whole === 0 ? '0' : String(Math.round((part / whole) * 1e5) / 1e3);
}

/** What the pieces that come up mean, with a sample of each. */
export function legend(pieces: Bar['pieces']): Markup {
  const drawn = (Object.keys(LEGEND) as Piece[]).filter((one) =>
    pieces.some(([piece, length]) => piece === one && length > 0),
  );
  return markup`<p class="legend" aria-hidden="true">${drawn.map(
    (piece) =>
      markup`<span><svg width="22" height="12" focusable="false"><rect class="piece piece-${piece}" x="0.5" y="0.5" width="21" height="11"/></svg>${LEGEND[piece]}</span>`,
  )}</p>
`;
}

/** One bar of the verdicts on documents, with its legend. */
export function segments(id: string, totals: Totals): Markup {
  const { documents, compliant, withErrors, unreadable } = totals;
  const told = `合规 ${count(compliant)} 份（${percent(compliant, documents)}），有错误 ${count(withErrors)} 份（${percent(withErrors, documents)}），读不了 ${count(unreadable)} 份（${percent(unreadable, documents)}）`;
  const pieces = verdictPieces(totals);
  return markup`<svg class="bars" role="img" aria-labelledby="${id}-svg-title" aria-describedby="${id}-svg-desc" width="100%" height="20"><title id="${id}-svg-title">全部文件的检查结果</title><desc id="${id}-svg-desc">${told}</desc>
${piecesAt(pieces, 1, documents)}</svg>
${legend(pieces)}`;
}

export function verdictPieces({ compliant, withErrors, unreadable }: Totals): Bar['pieces'] {
  return [
    ['compliant', compliant],
    ['with-errors', withErrors],
    ['unreadable', unreadable],
  ];
}
