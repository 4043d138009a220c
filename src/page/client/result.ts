import { make, makeButton } from '../../audit/page/client/dom.js';
import type { CheckedDocument, Named, ShownElement, ShownFinding } from '../protocol.js';
import type { Choice } from './address.js';
import { copyButton } from './leave.js';
import { shownText } from './text.js';
import type { Say } from './words.js';

export const MARKS: Readonly<Record<ShownElement['mark'], string>> = {
  there: '✔',
  missing: '✖',
  doubt: '？',
  idle: '—',
};

/** What one document's result is made with. */
export interface ResultContext {
  readonly say: Say;
  readonly locale: Choice['locale'];
  readonly kinds: readonly Named[];
  /** The policy it is compared with, where it is at hand. */
  readonly policy: CheckedDocument | null;
}

/** What was found in a document: how it stands with the elements, what to mend, and its text beside. */
export function shownResult(document: CheckedDocument, context: ResultContext): HTMLElement[] {
  const { say, policy } = context;
  const { findings } = document;
  const items = findings.map((finding, i) => findingItem(finding, i, document, context, (what) => go(i, what)));
  const text = shownText(
    document,
    say('text'),
    findings.map(({ place, isError }) => place && { place, isError }),
    (finding) => {
      choose(finding);
      items[finding]?.closest('details')?.setAttribute('open', '');
      items[finding]?.focus({ preventScroll: true });
      items[finding]?.scrollIntoView({ block: 'nearest' });
      comparePolicy(findings[finding]);
    },
  );
  const beside = policy && shownText(policy, say('policyText', { name: policy.name }));
  const choose = (number: number) => {
    for (const [i, item] of items.entries()) item.classList.toggle('current', i === number);
  };
  const comparePolicy = (finding: ShownFinding | undefined) => {
    if (!policy || !beside || finding?.policyLine == null) return;
    const line = finding.policyLine - policy.firstLine + 1;
    beside.go({ line, column: 1, endLine: line, endColumn: 1 }, false);
  };
  const go = (number: number, what: 'text' | 'policy') => {
    const finding = findings[number];
    choose(number);
    if (finding?.place) text.go(finding.place, what === 'text');
    comparePolicy(finding);
    if (what === 'policy') beside?.element.focus({ preventScroll: true });
  };
  const inText = items.filter((_, i) => !findings[i]?.isRecord);
  const inRecord = items.filter((_, i) => findings[i]?.isRecord);
  return [
    elementStrip(document, context, (element) => element.place && text.go(element.place, true)),
    make(
      'div',
      { class: `beside${beside ? ' with-policy' : ''}` },
      make(
        'section.to-mend',
        { 'aria-labelledby': 'findings-title' },
        make('h3', { id: 'findings-title' }, say('findings')),
        ...(inText.length > 0 ? [make('ol.findings', ...inText)] : [make('p.none', say('noFindings'))]),
        inRecord.length > 0 &&
          make(
            'details.record',
            make('summary', say('record', { count: inRecord.length })),
            make('p.explanation', say('recordHint')),
            make('ol.findings', ...inRecord),
          ),
      ),
      make('section.pane', make('h3', say('text')), text.element),
      beside && make('section.pane', make('h3', say('policyText', { name: policy.title })), beside.element),
    ),
  ];
}

function findingItem(
  finding: ShownFinding,
  number: number,
  { elements, firstLine }: CheckedDocument,
  { say, policy }: ResultContext,
  go: (what: 'text' | 'policy') => void,
): HTMLElement {
  const { rule, isError, what, todo, why, place, policyLine } = finding;
  const element = elements.find(({ id, mark }) => id === finding.element && mark !== 'there');
  const pair = (term: string, text: string) => make('div', make('dt', term), make('dd', text));
  return make(
    'li',
    { id: `finding-${number}`, tabindex: -1, class: isError ? 'error' : 'warning', 'data-rule': rule },
    make('p.what', make('span.tag', say(isError ? 'error' : 'warning')), ' ', what),
    make('dl.pairs', pair(say('todo'), todo), why && pair(say('why'), why)),
    make(
      'p.actions',
      place && makeButton(say('seeText', { line: place.line + firstLine - 1 }), () => go('text')),
      policy && policyLine !== null && makeButton(say('seePolicy'), () => go('policy')),
      element && skeletonButton(element, say),
    ),
  );
}

function skeletonButton({ skeleton }: ShownElement, say: Say): HTMLElement {
  return copyButton(say('copySkeleton'), { copied: say('copied'), notCopied: say('notCopied') }, () => skeleton);
}

function elementStrip(
  { elements }: CheckedDocument,
  { say }: ResultContext,
  go: (element: ShownElement) => void,
): HTMLElement {
  if (elements.length === 0) return make('div');
  const items = elements.map((element) => {
    const { name, mark, sentence, place } = element;
    const said = sentence === '' ? '' : `“${sentence}”`;
    const button = makeButton(said, () => go(element), { class: 'link' });
    return make(
      'li',
      { class: mark },
      make('span.sign', { 'aria-hidden': 'true' }, MARKS[mark]),
      make('strong', name),
      make('span.state', say(mark)),
      said && make('p', place ? button : said),
      (mark === 'missing' || mark === 'doubt') && skeletonButton(element, say),
    );
  });
  return make(
    'section',
    { 'aria-labelledby': 'elements-title' },
    make('h3', { id: 'elements-title' }, say('elements')),
    make('ul.strip', ...items),
  );
}
