import { make } from '../../audit/page/client/dom.js';
import type { Place } from '../../document/range.js';
import type { CheckedDocument } from '../protocol.js';

/** A text with the places of findings marked in it. */
export interface ShownText {
  readonly element: HTMLElement;
  /** Marks a place as the current one and brings it into sight. @param focus whether the keyboard goes there too */
  go(place: Place, focus: boolean): void;
}

interface Mark {
  readonly place: Place;
  readonly isError: boolean;
}

/**
 * Shows the lines of a document. Marks of Markdown are dimmed, or left out where the author wrote none.
 * @param marks in the order of the findings; null where one has no place
 * @param onMark told which finding a mark that was clicked belongs to
 */
export function shownText(
  { lines, firstLine, converted }: CheckedDocument,
  label: string,
  marks: readonly (Mark | null)[] = [],
  onMark: (finding: number) => void = () => undefined,
): ShownText {
  const rows = lines.map((line, index) => {
    const within = marks.flatMap((mark, finding) => {
      const range = mark && onLine(mark.place, index + 1, line.length);
      return mark && range ? [{ ...range, finding, isError: mark.isError }] : [];
    });
    const level = /^ {0,3}(#{1,6}) /.exec(line)?.[1]?.length;
    const isRule = converted !== null && line.includes('---') && /^[\s:|-]+$/.test(line);
    const row = make('p', {
      class: `line${level ? ' heading' : ''}${/^\s*\|/.test(line) ? ' cells' : ''}`,
      'data-number': index + firstLine,
    });
    if (!isRule) row.append(...pieces(line, within, onMark));
    row.hidden = isRule || (converted !== null && line.trim() === '');
    return row;
  });
  const element = make(
    'div',
    { class: `text ${converted === null ? 'plain' : 'converted'}`, tabindex: 0, role: 'region', 'aria-label': label },
    ...rows,
  );
  return {
    element,
    go(place, focus) {
      for (const one of element.querySelectorAll('.current')) one.classList.remove('current');
      const first = rows[place.line - 1];
      if (!first) return;
      const links = rows.slice(place.line - 1, place.endLine).flatMap((row, i) =>
        [...row.querySelectorAll<HTMLElement>('a')].filter(({ dataset: { from = 0, to = 0 } }) => {
          const range = onLine(place, place.line + i, lines[place.line - 1 + i]?.length ?? 0);
          return range !== null && Number(from) < range.end && Number(to) > range.start;
        }),
      );
      for (const one of links.length > 0 ? links : [first]) one.classList.add('current');
      const target = links[0] ?? first;
      target.scrollIntoView({ block: 'center' });
      if (!focus) return;
      if (target === first) first.tabIndex = -1;
      target.focus({ preventScroll: true });
    },
  };
}

interface Within {
  readonly start: number;
  readonly end: number;
  readonly finding: number;
  readonly isError: boolean;
}

/** The part of a place that stands in a line, as offsets from 0; null where there is none. */
function onLine({ line, column, endLine, endColumn }: Place, number: number, length: number) {
  if (number < line || number > endLine) return null;
  const start = number === line ? column - 1 : 0;
  const end = number === endLine ? Math.min(endColumn - 1, length) : length;
  return end > start ? { start, end } : null;
}

const SYNTAX = /^ {0,3}#{1,6} |\*\*|\\(?=[!-/:-@[-`{-~])|<!-{2}|-{2}>|<br>|^\s*\||\|\s*$/g;

function pieces(line: string, within: readonly Within[], onMark: (finding: number) => void): (Node | string)[] {
  const syntax = [...line.matchAll(SYNTAX)].map(({ index, 0: sign }) => ({ start: index, end: index + sign.length }));
  const cuts = [...new Set([0, line.length, ...[...within, ...syntax].flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(1).flatMap((end, i): (Node | string)[] => {
    const start = cuts[i] as number;
    const text = line.slice(start, end);
    const covers = (one: { start: number; end: number }) => one.start <= start && one.end >= end;
    if (syntax.some(covers)) return [make('span.syntax', text)];
    const marks = within.filter(covers);
    const [first] = marks;
    if (!first || text.trim() === '') return [text];
    const isError = marks.some((one) => one.isError);
    const link = make(
      'a',
      { class: isError ? 'error' : 'warning', href: `#finding-${first.finding}`, 'data-from': start, 'data-to': end },
      text,
    );
    link.addEventListener('click', (event) => {
      event.preventDefault();
      onMark(first.finding);
    });
    return [make('mark', link)];
  });
}
