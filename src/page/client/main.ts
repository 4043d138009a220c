import { make, makeButton, readData } from '../../audit/page/client/dom.js';
import type { AboutAnswer, CheckedDocument, CheckedFile, PageFile } from '../protocol.js';
import { chatText, wordComments } from '../take-away.js';
import { type Choice, keepChoice, readChoice, readSample } from './address.js';
import { type Intake, type IntakeActions, makeIntake, sampleFiles } from './intake.js';
import { copyButton, download } from './leave.js';
import { startWorker } from './remote.js';
import { type ResultContext, shownResult } from './result.js';
import { signSheet } from './sheet.js';
import { counted, summary } from './summary.js';
import { type Say, sayIn } from './words.js';

const version = document.querySelector<HTMLMetaElement>('meta[name=generator]')?.content.split(' ').pop() ?? '';
const about = readData<AboutAnswer>('about');
let choice = readChoice();
let files: readonly PageFile[] = [];
let checked: readonly CheckedFile[] = [];
/** The document whose result is shown. */
let shown: number | null = null;
let run = 0;
let lastId = 0;

const actions: Actions = {
  // A file of a name that is there is its next version: who has mended a draft drops it again.
  add: (more) => {
    const fresh = more.filter(({ name }) => !files.some((file) => file.name === name));
    if (fresh.length > 0) shown = null;
    hold([
      ...files.map((file) => {
        const next = more.find(({ name }) => name === file.name);
        const { unread: _, ...chosen } = file;
        return next ? { ...chosen, ...next } : file;
      }),
      ...fresh.map((file) => ({ ...file, id: ++lastId })),
    ]);
  },
  change: (file) => hold(files.map((one) => (one.id === file.id ? file : one))),
  remove: (id) => hold(files.filter((one) => one.id !== id)),
  choose: (presets) => {
    choose({ ...choice, presets });
    recheck();
  },
  language: () => {
    choose({ ...choice, locale: choice.locale === 'en' ? 'zh-CN' : 'en' });
    rebuild();
  },
};
let page = makePage();
const remote = startWorker({ files: sampleFiles().map((file, id) => ({ ...file, id })), ...choice });
if (readSample()) actions.add(sampleFiles());

// Whoever edits the address, or goes back to a bookmark, means the choice in it.
addEventListener('hashchange', () => {
  const said = readChoice();
  if (!location.hash.includes('presets=') || JSON.stringify(said) === JSON.stringify(choice)) return;
  choice = said;
  rebuild();
});

function hold(next: readonly PageFile[]): void {
  files = next;
  recheck();
}

function choose(next: Choice): void {
  choice = next;
  keepChoice(choice);
}

function rebuild(): void {
  page = makePage();
  recheck();
}

async function recheck(): Promise<void> {
  const own = ++run;
  page.intake.show(files, checked);
  if (files.length === 0) return page.show([]);
  page.tell(page.say('checking'));
  try {
    const answer = await remote.check({ files, ...choice });
    // Meanwhile something else may have been asked for.
    if (own !== run) return;
    checked = answer.files;
    page.intake.show(files, checked);
    page.show(checked);
  } catch (error) {
    if (own === run) page.tell(page.say('failed', { error: error instanceof Error ? error.message : String(error) }));
  }
}

/** What the documents were checked by, in words. */
function basis(): string {
  const { presets, locale } = choice;
  const names = about.presets.filter(({ id }) => presets.includes(id)).map(({ name }) => name[locale]);
  return names.join(locale === 'en' ? '; ' : '；');
}

type Actions = IntakeActions & { language(): void };

interface Page {
  readonly say: Say;
  readonly intake: Intake;
  tell(status: string): void;
  show(checked: readonly CheckedFile[]): void;
}

/** Makes the whole page anew, in the language chosen. */
function makePage(): Page {
  const { locale, presets } = choice;
  const say = sayIn(locale);
  document.documentElement.lang = locale;
  document.title = say('title');
  const intake = makeIntake(say, { locale, presets }, about, actions);
  const status = make('p', { role: 'status', class: 'status' });
  const result = make('section', { id: 'result', tabindex: -1, 'aria-label': say('found'), hidden: '' });
  const language = make('button', { type: 'button', class: 'link', lang: locale === 'en' ? 'zh-CN' : 'en' });
  language.textContent = say('otherLanguage');
  language.addEventListener('click', () => {
    actions.language();
    document.querySelector<HTMLElement>('header button')?.focus();
  });
  const skip = make('a.skip', { href: '#result' }, say('skip'));
  skip.addEventListener('click', (event) => {
    event.preventDefault();
    (result.hidden ? intake.element.querySelector('input') : result)?.focus();
  });
  const app = make(
    'div',
    { id: 'app' },
    skip,
    make('header', make('h1', say('title')), make('p.promise', say('promise')), language),
    make('main', intake.element, status, result),
    make('footer', make('p', say('footer', { version }))),
  );
  document.getElementById('app')?.remove();
  document.querySelector('.sign-sheet')?.remove();
  document.body.prepend(app);

  const show = (all: readonly CheckedFile[]) => {
    const documents = all.filter((one) => !('failure' in one)) as CheckedDocument[];
    document.querySelector('.sign-sheet')?.remove();
    const one =
      documents.find(({ id }) => id === shown) ?? documents.find(({ kind }) => kind !== 'policy') ?? documents[0];
    result.hidden = one === undefined;
    const unread = all.length - documents.length;
    status.textContent = [
      ...(one ? [say('done', counted(one))] : []),
      ...(unread > 0 ? [say('unread', { count: unread })] : []),
    ].join(' ');
    if (!one) return result.replaceChildren();
    shown = one.id;
    const policy = documents.find(({ id }) => id === one.policy) ?? null;
    const context: ResultContext = { say, locale, kinds: about.kinds, policy };
    result.replaceChildren(
      ...(documents.length > 1
        ? [
            choiceOf(documents, one, say, (id) => {
              shown = id;
              show(all);
              result.querySelector<HTMLElement>('[aria-current]')?.focus();
            }),
          ]
        : []),
      make('h2', one.title),
      ...summary(one, context),
      takeAway(one, context),
      ...shownResult(one, context),
    );
    document.body.append(signSheet(one, basis(), context));
  };
  return { say, intake, show, tell: (text) => status.replaceChildren(text) };
}

function choiceOf(
  documents: readonly CheckedDocument[],
  { id: current }: CheckedDocument,
  say: Say,
  choose: (id: number) => void,
): HTMLElement {
  const buttons = documents.map((one) => {
    const button = make('button', { type: 'button' }, one.name, make('small', ` ${counted(one).errors}`));
    if (one.id === current) button.setAttribute('aria-current', 'true');
    button.addEventListener('click', () => choose(one.id));
    return make('li', button);
  });
  return make('nav.documents', { 'aria-label': say('documents') }, make('ul', ...buttons));
}

function takeAway(checkedDocument: CheckedDocument, { say, locale }: ResultContext): HTMLElement {
  const source = files.find(({ id }) => id === checkedDocument.id);
  const word = make('button', { type: 'button' }, say('word'));
  const failed = make('span', { role: 'status', class: 'told' });
  word.addEventListener('click', async () => {
    try {
      const comments = wordComments(checkedDocument, locale);
      const date = `${new Date().toISOString().slice(0, 19)}Z`;
      const { bytes } = await remote.review({ bytes: source?.bytes ?? new Uint8Array(), comments, date });
      download(bytes, say('wordName', { name: checkedDocument.name.replace(/\.docx$/i, '') }));
    } catch (error) {
      failed.textContent = say('failed', { error: error instanceof Error ? error.message : String(error) });
    }
  });
  const print = makeButton(say('print'), () => window.print());
  const said = { copied: say('copied'), notCopied: say('notCopied') };
  return make(
    'div.take-away',
    { role: 'group', 'aria-label': say('takeAway') },
    checkedDocument.converted === 'docx' && word,
    print,
    copyButton(say('chat'), said, () => chatText(checkedDocument, locale)),
    failed,
  );
}
