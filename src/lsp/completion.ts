import { type CancellationToken, type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver';
import type { Kind } from '../document/document.js';
import { englishKey, KEYS, type Key, KINDS, keyName, keyOf, kindName } from '../document/vocabulary.js';
import type { Locale } from '../language/locale.js';
import { VERBS } from '../lint/directives.js';
import type { Buffer } from './buffers.js';
import type { Checked } from './checker.js';
import { kindIn, namingIn, type Place, placeIn } from './front-matter-place.js';
import { keyText } from './key-text.js';
import type { LspHost } from './lsp-host.js';
import { type Papers, pathFrom } from './papers.js';

/** What completion knows beside the text. */
export interface Knowledge extends Pick<Checked, 'configuration' | 'rules' | 'locale'> {
  readonly papers: Papers;
  readonly world: LspHost;
  /** Rules that found something in the document. */
  readonly found: ReadonlySet<string>;
}

/** Characters at which clients should ask. */
export const TRIGGERS = [':', ' ', '/', '-', '[', '{', ','];

/** What may be typed at a position: keys and values of front matter, and the words of directives. */
export async function completionsAt(
  position: Position,
  buffer: Buffer,
  knowledge: Knowledge,
  token: CancellationToken,
): Promise<CompletionItem[]> {
  const lines = buffer.text.split(/\r\n|\r|\n/);
  const offset = buffer.offsetAt(position);
  const lineStart = offset - buffer.positionAt(offset).character;
  const start = Math.max(0, position.line === 0 ? 0 : lineStart);
  const character = offset - start;
  const typing: Typing = { ...knowledge, buffer, line: position.line, start, lines };
  const directive = directiveWords((lines[position.line] ?? '').slice(0, character));
  if (directive) return directiveItems(directive, character, typing);
  const place = placeIn(lines, position.line, character);
  if (place?.type === 'key') return keyItems(place, typing);
  return place ? valueItems(place, typing, token) : [];
}

interface Typing extends Knowledge {
  readonly buffer: Buffer;
  readonly line: number;
  /** Offset at which the line begins. */
  readonly start: number;
  readonly lines: readonly string[];
}

interface DirectiveWords {
  readonly type: 'verb' | 'rule';
  readonly typed: string;
}

/** What of a directive stands before the cursor; null outside comments, and behind the dash where the reason stands. */
function directiveWords(before: string): DirectiveWords | null {
  // What is closed before the cursor is no comment any more.
  const open = before.slice(before.lastIndexOf('-->') + 1);
  const mark = /(?:<!--|(?:^|\s)#)\s*/.exec(open);
  if (!mark) return null;
  const comment = open.slice(mark.index + mark[0].length);
  const verb = /^[a-z-]*$/.exec(comment);
  if (verb) return PREFIX.startsWith(comment.slice(0, PREFIX.length)) ? { type: 'verb', typed: comment } : null;
  const said = /^jiedu-lint-[a-z-]+[\s,，:：](.*)$/.exec(comment)?.[1];
  if (said === undefined || /\s-{2,}|—/.test(` ${said}`)) return null;
  return { type: 'rule', typed: /(?<![^\s,，、:：])[^\s,，、:：]*$/.exec(said)?.[0] ?? '' };
}

const PREFIX = 'jiedu-lint-';

function directiveItems({ type, typed }: DirectiveWords, character: number, typing: Typing): CompletionItem[] {
  const range = { start: character - typed.length, end: character };
  if (type === 'verb')
    return VERBS.map((verb, i) =>
      item(typing, range, `${PREFIX}${verb}`, `${PREFIX}${verb} `, { kind: CompletionItemKind.Keyword, order: i }),
    );
  const { rules, locale, found } = typing;
  return rules.map(({ id, demand }) =>
    item(typing, range, id, id, {
      kind: CompletionItemKind.Reference,
      detail: demand[locale],
      order: found.has(id) ? 0 : 1,
    }),
  );
}

function keyItems(place: Place & { type: 'key' }, typing: Typing): CompletionItem[] {
  const { lines, locale, line } = typing;
  const { parent, hasColon } = place;
  const rows = parent === undefined ? KEYS.filter(({ kinds }) => fits(kinds, kindIn(lines))) : keyOf(parent)?.keys;
  const present = new Set(place.present.map((written) => englishKey(written, parent)));
  const naming = namingIn(lines, locale, line);
  return (rows ?? [])
    .filter(({ key }) => !present.has(key))
    .map((row, i) => {
      const name = keyName(row, naming);
      const other = keyName(row, naming === 'en' ? 'zh-CN' : 'en');
      const colon = hasColon ? '' : row.keys ? ':' : ': ';
      return item(typing, place, name, name + colon, {
        kind: CompletionItemKind.Property,
        detail: other,
        filter: `${name} ${other}`,
        order: i,
        documentation: keyText(row, locale),
      });
    });
}

async function valueItems(
  place: Place & { type: 'value' },
  typing: Typing,
  token: CancellationToken,
): Promise<CompletionItem[]> {
  const row = keyOf(place.key, place.parent);
  if (!row) return [];
  const wrap = (value: string) => (row.list === 'only' && !place.inList ? `[${value}]` : value);
  const plain = (value: string, order: number, detail = '') =>
    item(typing, place, value, wrap(value), { kind: CompletionItemKind.Value, detail, order });
  const naming = namingIn(typing.lines, typing.locale);
  switch (row.type) {
    case 'boolean':
      return (naming === 'en' ? ['true', 'false'] : ['是', '否']).map((value, i) => plain(value, i));
    case 'date':
      return [plain(typing.world.today(), 0, typing.locale === 'en' ? 'today' : '今天')];
    case 'enum':
      return valuesOf(row, naming).map((value, i) => plain(value, i));
    default:
      return place.parent === undefined ? paperItems(row, place, wrap, typing, token) : [];
  }
}

function valuesOf({ key, values = [] }: Key, naming: Locale): readonly string[] {
  if (key !== 'kind') return values;
  return KINDS.map(({ kind }) => kindName(kind, naming));
}

/** The kinds of papers that keys name, and whether by number. */
const PAPERS: Readonly<Record<string, { readonly kinds: readonly Kind[]; readonly byNumber?: true }>> = {
  policy: { kinds: ['policy'] },
  interpretations: { kinds: ['interpretation', 'briefing'] },
  'explanation-meeting': { kinds: ['meeting-plan'] },
  revises: { kinds: ['policy'], byNumber: true },
};

async function paperItems(
  row: Key,
  place: Place & { type: 'value' },
  wrap: (value: string) => string,
  typing: Typing,
  token: CancellationToken,
): Promise<CompletionItem[]> {
  const wanted = PAPERS[row.key];
  const { buffer, configuration, papers } = typing;
  const { root } = configuration.settingsFor(buffer.path);
  if (!wanted || root === null) return [];
  const all = (await papers.below(root, configuration, () => token.isCancellationRequested)) ?? [];
  return all.flatMap(({ path, kind, title, number }) => {
    if (path === buffer.path || (kind !== undefined && !wanted.kinds.includes(kind))) return [];
    const written = wanted.byNumber && number ? number : pathFrom(buffer.path, path);
    return item(typing, place, written, wrap(written), {
      kind: CompletionItemKind.File,
      detail: [title, number].filter((part) => part !== '' && part !== written).join(' '),
      filter: `${written} ${title} ${number}`,
      // Documents that do not say what they are come last.
      order: kind === undefined ? 1 : 0,
    });
  });
}

function item(
  { buffer, start }: Typing,
  range: { readonly start: number; readonly end: number },
  label: string,
  newText: string,
  more: {
    readonly kind: CompletionItemKind;
    readonly order: number;
    readonly detail?: string;
    readonly filter?: string;
    readonly documentation?: string;
  },
): CompletionItem {
  const { kind, order, detail, filter, documentation } = more;
  return {
    label,
    kind,
    ...(detail ? { detail } : {}),
    ...(documentation ? { documentation: { kind: 'markdown', value: documentation } } : {}),
    filterText: [filter ?? label, ...wordsWithin(label)].join(' '),
    sortText: `${String(order).padStart(3, '0')} ${label}`,
    textEdit: { range: buffer.rangeOf({ start: start + range.start, end: start + range.end }), newText },
  };
}

/**
 * The ends of a short Chinese name, so that 形式 finds 解读形式: editors look for the beginnings of words, which Chinese does not part.
 */
function wordsWithin(label: string): string[] {
  if (!/^\p{Script=Han}{2,12}$/u.test(label)) return [];
  return Array.from({ length: label.length - 1 }, (_, i) => label.slice(i + 1));
}

function fits(kinds: readonly Kind[] | undefined, kind: Kind | undefined): boolean {
  return !kinds || !kind || kinds.includes(kind);
}
