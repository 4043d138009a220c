import { make } from '../../audit/page/client/dom.js';
import type { CheckedDocument } from '../protocol.js';
import type { ResultContext } from './result.js';

/** How many findings of the text there are, by severity. */
export function counted({ findings }: CheckedDocument): { readonly errors: number; readonly warnings: number } {
  const text = findings.filter(({ isRecord }) => !isRecord);
  const errors = text.filter(({ isError }) => isError).length;
  return { errors, warnings: text.length - errors };
}

/** What a document is, how long, and what it leads to. */
export function summary(document: CheckedDocument, { say, locale, kinds, policy }: ResultContext): HTMLElement[] {
  const { kind, kindAssumed, count, links, marks, notes } = document;
  const { errors, warnings } = counted(document);
  const kindName = kinds.find(({ id }) => id === kind)?.name[locale] ?? kind;
  const isOver = count.most !== null && count.words > count.most;
  const length =
    count.most === null ? String(count.words) : say(isOver ? 'over' : 'most', { ...count, most: count.most });
  const row = (term: string, ...said: readonly (Node | string)[]) => make('div', make('dt', term), make('dd', ...said));
  const isBad = errors > 0;
  return [
    ...marks.map((text) => make('p.partial', { role: 'alert' }, say('marks', { text }))),
    make(
      'dl.about',
      row(
        say('found'),
        make('strong', { class: isBad ? 'bad' : '' }, say('errors', { count: errors })),
        locale === 'en' ? ', ' : '，',
        say('warnings', { count: warnings }),
      ),
      row(say('kind'), kindAssumed ? say('kindAssumed', { kind: kindName }) : kindName),
      row(say('count'), make('span', { class: isOver ? 'bad' : '' }, length)),
      ...(kind === 'policy' ? [] : [row(say('policy'), policy?.name ?? say('policyNone'))]),
      row(say('links'), ...(links.length === 0 ? [say('linksNone')] : [String(links.length)])),
    ),
    ...(links.length === 0
      ? []
      : [
          make(
            'ul',
            { class: 'links explanation' },
            ...links.map(({ to, says, status }) =>
              make(
                'li',
                { class: status },
                ...(says && says !== to ? [`${says} `] : []),
                make('code', to),
                ' ',
                say(status === 'file' ? 'linkFile' : status === 'unseen' ? 'linkUnseen' : 'linkMissing'),
              ),
            ),
          ),
        ]),
    ...(notes.length === 0
      ? []
      : [
          make(
            'details.explanation',
            make('summary', say('notes', { count: notes.length })),
            make('ul', ...notes.map((note) => make('li', note))),
          ),
        ]),
  ];
}
