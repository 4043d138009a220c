import { make, makeButton } from '../../audit/page/client/dom.js';
import type { CheckedFile, Named, PageFile } from '../protocol.js';
import { SAMPLES } from '../samples.js';
import type { Choice } from './address.js';
import type { Say } from './words.js';

export interface IntakeActions {
  add(files: readonly Omit<PageFile, 'id'>[]): void;
  change(file: PageFile): void;
  remove(id: number): void;
  choose(presets: readonly string[]): void;
}

/** What stands on the page before anything is checked, and what it shows of the files at hand. */
export interface Intake {
  readonly element: HTMLElement;
  show(files: readonly PageFile[], checked: readonly CheckedFile[]): void;
}

const ACCEPTED = '.docx,.html,.htm,.mhtml,.mht,.md,.markdown,.txt';

/** The place where files are dropped, chosen or pasted, and presets chosen. */
export function makeIntake(
  say: Say,
  { locale, presets: chosen }: Choice,
  { presets, kinds }: { readonly presets: readonly Named[]; readonly kinds: readonly Named[] },
  actions: IntakeActions,
): Intake {
  const take = async (list: FileList | null | undefined) =>
    actions.add(
      await Promise.all([...(list ?? [])].map(async (file) => ({ name: file.name, ...(await contentOf(file)) }))),
    );
  const input = make('input', { type: 'file', multiple: '', accept: ACCEPTED, class: 'aside', id: 'files' });
  input.addEventListener('change', async () => {
    await take(input.files);
    input.value = '';
  });
  const label = make('label', { for: 'files', class: 'button main-button' }, say('choose'));
  const paste = pasting(say, actions);
  const sample = makeButton(say('sample'), () => actions.add(sampleFiles()));
  const drop = make(
    'div.drop',
    make('p.invitation', say('drop')),
    make('p.ways', input, label, paste.button, sample),
    make('p.explanation', say('formats')),
  );
  takeDropped(take, drop);
  const list = make('div');
  const element = make(
    'section',
    { id: 'intake', 'aria-labelledby': 'intake-title' },
    make('h2', { id: 'intake-title' }, say('intake')),
    drop,
    paste.form,
    list,
    presetChoice(say, presets, chosen, locale, actions.choose),
  );
  return {
    element,
    show: (files, checked) => {
      const { activeElement } = document;
      const held = list.contains(activeElement) ? activeElement?.id : null;
      drop.classList.toggle('small', files.length > 0);
      list.replaceChildren(...filesTable(say, files, checked, kinds, locale, actions));
      // Whoever chooses by keyboard goes on from where they were.
      if (held != null) (document.getElementById(held) ?? input).focus();
    },
  };
}

/** A draft and its policy to try the page with. */
export function sampleFiles(): { readonly name: string; readonly bytes: Uint8Array }[] {
  return SAMPLES.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));
}

/** What a file holds, or that the browser cannot read it, as it cannot read a folder. */
async function contentOf(file: File): Promise<Pick<PageFile, 'bytes' | 'unread'>> {
  const bytes = new Uint8Array();
  if (file.size > MOST) return { bytes, unread: 'tooLarge' };
  return file.arrayBuffer().then(
    (read) => ({ bytes: new Uint8Array(read) }),
    () => ({ bytes, unread: 'unreadable' }),
  );
}

/** Larger files are refused by what reads them; they need not be loaded for that. */
const MOST = 64 * 1024 * 1024;

/** Files may be dropped anywhere: a browser would otherwise leave the page and open them. */
function takeDropped(take: (list: FileList | undefined) => void, drop: HTMLElement): void {
  dropTarget.take = take;
  dropTarget.element = drop;
}

const dropTarget: { take(list: FileList | undefined): void; element: HTMLElement | null } = {
  take: () => undefined,
  element: null,
};

document.addEventListener('dragover', (event) => {
  event.preventDefault();
  dropTarget.element?.classList.add('over');
});
document.addEventListener('dragleave', ({ relatedTarget }) => {
  if (relatedTarget === null) dropTarget.element?.classList.remove('over');
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  dropTarget.element?.classList.remove('over');
  dropTarget.take(event.dataTransfer?.files);
});

function pasting(say: Say, { add }: IntakeActions): { readonly button: HTMLElement; readonly form: HTMLElement } {
  const area = make('textarea', { id: 'pasted', rows: 8 });
  const check = make('button', { type: 'button', class: 'main-button' }, say('pasteCheck'));
  const form = make(
    'div.pasting',
    { hidden: '' },
    make('label', { for: 'pasted' }, say('pasteLabel')),
    area,
    make('p', check),
  );
  const button = make('button', { type: 'button', 'aria-expanded': 'false' }, say('paste'));
  const show = (isOpen: boolean) => {
    form.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    (isOpen ? area : button).focus();
  };
  button.addEventListener('click', () => show(form.hidden === true));
  check.addEventListener('click', () => {
    if (area.value.trim() === '') return area.focus();
    add([{ name: `${say('pasteName')}.md`, bytes: new TextEncoder().encode(area.value) }]);
    area.value = '';
    show(false);
  });
  return { button, form };
}

function presetChoice(
  say: Say,
  presets: readonly Named[],
  chosen: readonly string[],
  locale: Choice['locale'],
  choose: IntakeActions['choose'],
): HTMLElement {
  const boxes = presets.map(({ id, name }) => {
    const box = make('input', { type: 'checkbox', value: id });
    box.checked = chosen.includes(id);
    return { box, label: make('label', box, make('span', name[locale])) };
  });
  const names = make('span.chosen');
  const told = () => {
    names.textContent = presets
      .filter(({ id }) => boxes.some(({ box }) => box.checked && box.value === id))
      .map(({ name }) => name[locale])
      .join(locale === 'en' ? '; ' : '；');
  };
  told();
  for (const { box } of boxes)
    box.addEventListener('change', () => {
      // There is always something to check by.
      if (!boxes.some((one) => one.box.checked)) box.checked = true;
      told();
      choose(boxes.filter((one) => one.box.checked).map((one) => one.box.value));
    });
  return make(
    'details.presets',
    make('summary', make('strong', say('presets')), ' ', names),
    make('fieldset', make('legend.explanation', say('presetsHint')), ...boxes.map(({ label }) => label)),
  );
}

function filesTable(
  say: Say,
  files: readonly PageFile[],
  checked: readonly CheckedFile[],
  kinds: readonly Named[],
  locale: Choice['locale'],
  { change, remove }: IntakeActions,
): HTMLElement[] {
  if (files.length === 0) return [];
  const nameOf = (id: number) => files.find((file) => file.id === id)?.name ?? '';
  const rows = files.map((file) => {
    const { id, name } = file;
    const seen = checked.find((one) => one.id === id);
    const button = make(
      'button',
      { type: 'button', id: `remove-${id}`, 'aria-label': say('removeName', { name }) },
      say('remove'),
    );
    button.addEventListener('click', () => remove(id));
    if (seen && 'failure' in seen)
      return make('li.failed', make('span.name', name), make('span.failure', seen.failure), button);
    const { kind: _, ...withoutKind } = file;
    const { policy: __, ...withoutPolicy } = file;
    const kindName = (one: string | undefined) => kinds.find(({ id }) => id === one)?.name[locale] ?? '';
    const kind = choice(`kind-${id}`, say('kindOf', { name }), file.kind ?? '', [
      ['', seen ? say(seen.kindAssumed ? 'notRecognised' : 'autoIs', { what: kindName(seen.kind) }) : say('auto')],
      ...kinds.map(({ id, name }) => [id, name[locale]] as const),
    ]);
    kind.addEventListener('change', () => change(kind.value ? { ...file, kind: kind.value } : withoutKind));
    const found = seen?.policy ?? null;
    const policy = choice(
      `policy-${id}`,
      say('policyOf', { name }),
      file.policy === undefined ? '' : String(file.policy),
      [
        ['', seen ? say('autoIs', { what: found === null ? say('noPolicy') : nameOf(found) }) : say('auto')],
        ['null', say('noPolicy')],
        ...files.filter((one) => one.id !== id).map((one) => [String(one.id), one.name] as const),
      ],
    );
    policy.addEventListener('change', () =>
      change(
        policy.value === ''
          ? withoutPolicy
          : { ...file, policy: policy.value === 'null' ? null : Number(policy.value) },
      ),
    );
    const isPolicy = seen?.kind === 'policy';
    return make(
      'li',
      make('span.name', name),
      make('span.field', make('span', { 'aria-hidden': 'true' }, say('kindColumn')), kind),
      ...(isPolicy || files.length < 2
        ? []
        : [make('span.field', make('span', { 'aria-hidden': 'true' }, say('policyColumn')), policy)]),
      button,
    );
  });
  return [make('ul.files', ...rows)];
}

function choice(
  id: string,
  label: string,
  value: string,
  options: readonly (readonly [string, string])[],
): HTMLSelectElement {
  const select = make(
    'select',
    { id, 'aria-label': label },
    ...options.map(([value, text]) => make('option', { value }, text)),
  );
  select.value = value;
  return select;
}
