import { make } from '../../audit/page/client/dom.js';
import type { CheckedDocument } from '../protocol.js';
import { MARKS, type ResultContext } from './result.js';
import { counted } from './summary.js';

/** The sheet for signing: what is printed of the page, one page of A4. */
export function signSheet(
  document: CheckedDocument,
  basis: string,
  { say, locale, policy }: ResultContext,
): HTMLElement {
  const { title, count, elements } = document;
  const row = (term: string, said: string) => make('div', make('dt', term), make('dd', said));
  const line = (term: string) => make('p', make('span', term), make('span.blank'));
  const length = count.most === null ? String(count.words) : say('most', { words: count.words, most: count.most });
  return make(
    'section.sign-sheet',
    { 'aria-hidden': 'true' },
    make('h1', say('sheet')),
    make('p.sheet-title', title),
    make(
      'dl.about',
      row(say('policy'), policy?.title ?? say('noPolicy')),
      row(say('count'), length),
      row(say('found'), say('sheetCounts', counted(document))),
      row(say('presets'), basis),
    ),
    make(
      'table',
      make('thead', make('tr', ...HEADS.map((word) => make('th', { scope: 'col' }, say(word))))),
      make(
        'tbody',
        ...elements.map(({ name, mark, sentence, clause }) =>
          make(
            'tr',
            make('th', { scope: 'row' }, name),
            make('td.sign', `${MARKS[mark]} ${say(mark)}`),
            make('td', cut(sentence)),
            make('td', clause),
          ),
        ),
      ),
    ),
    make('div.signatures', line(say('drafter')), line(say('reviewer')), line(say('date'))),
    make('p.explanation', new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date())),
  );
}

const HEADS = ['element', 'result', 'sentence', 'clause'] as const;

/** So much of a sentence that thirteen rows stay on one page. */
function cut(sentence: string): string {
  return sentence.length > 50 ? `${sentence.slice(0, 49)}…` : sentence;
}
