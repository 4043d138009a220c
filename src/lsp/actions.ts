import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range as ProtocolRange,
} from 'vscode-languageserver';
import type { Document } from '../document/document.js';
import type { Range } from '../document/range.js';
import { checkText, understand } from '../lint/check-text.js';
import { draftKeys, draftSections } from '../lint/draft.js';
import { applyEdits, applyFixes, applyOnce, type Edit } from '../lint/fix.js';
import type { Message } from '../lint/result.js';
import { activeFindings } from '../lint/suppress.js';
import type { Checked, Reading } from './checker.js';
import { diagnosticOf } from './diagnostics.js';
import { disableFile, disableLine } from './disable.js';
import { editBetween } from './edits.js';
import { absentOf, fillKeys, keysMissing } from './fill-keys.js';
import { insertSection } from './insert-section.js';
import type { LspHost } from './lsp-host.js';
import { say } from './words.js';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.jiedu-lint`;

/** What the client can do with edits. */
export interface EditCapabilities {
  readonly documentChanges: boolean;
}

/** What can be done about the findings in a range. */
export function actionsFor(
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  checked: Checked,
  reading: Reading,
  world: LspHost,
  capabilities: EditCapabilities,
): CodeAction[] {
  const wants = (kind: string) =>
    context.only === undefined ||
    context.only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
  const offers: Offer[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const here = checked.result.messages.filter((message) => overlap(checked.buffer.rangeFrom(message), range));
    for (const message of here) offers.push(...offersFor(message, checked, reading));
    offers.push(...offersForAll(here, checked, reading));
  }
  if (context.only !== undefined && wants(FIX_ALL)) {
    const edits = fixAll(checked);
    if (edits.length > 0) offers.push({ title: say('fixAll', checked.locale), kind: FIX_ALL, edits, about: [] });
  }
  return offers.map((offer) => actionOf(offer, checked, world, capabilities));
}

interface Offer {
  readonly title: string;
  readonly kind: string;
  readonly edits: readonly Edit[];
  /** The findings that it does away with. */
  readonly about: readonly Message[];
  readonly isPreferred?: true;
}

/** First what mends a finding, last what hides it. */
function offersFor(message: Message, checked: Checked, { document, elements }: Reading): Offer[] {
  const { locale } = checked;
  const { ruleId, fix, parts } = message;
  const quick = { kind: CodeActionKind.QuickFix, about: [message] };
  const offers: Offer[] = [];
  if (fix) {
    const edits = [{ start: fix.range[0], end: fix.range[1], text: fix.text }];
    offers.push({ ...quick, title: say('fix', locale, { todo: parts.todo }), edits, isPreferred: true });
  }
  const meant = wordMeant(message);
  if (meant !== undefined) {
    const edits = [{ ...rangeIn(message, document), text: meant }];
    offers.push({ ...quick, title: say('replace', locale, { word: meant }), edits, isPreferred: true });
  }
  if (ruleId === null || message.fatal) return offers;
  const section = sectionMissing(message, checked, { document, elements });
  if (section) {
    const edits = insertSection(document, elements, section);
    offers.push({ ...quick, title: say('insertSection', locale, { title: section.title }), edits, isPreferred: true });
  }
  const keys = keysMissing(message, document);
  if (keys.length > 0) {
    const names = keys.map(({ key, chinese }) => (locale === 'en' ? key : chinese)).join(locale === 'en' ? ', ' : '、');
    const edits = fillKeys(keys, document, checked);
    offers.push({ ...quick, title: say('fillKeys', locale, { names }), edits });
  }
  const line = disableLine(ruleId, rangeIn(message, document), document, locale);
  if (line) offers.push({ ...quick, title: say('disableLine', locale, { rule: ruleId }), edits: line });
  // In front matter that cannot be read no comment is, nor is it sure where the text begins.
  if (document.frontMatter.status === 'broken') return offers;
  const edits = disableFile(ruleId, document, locale);
  return [...offers, { ...quick, title: say('disableFile', locale, { rule: ruleId }), edits }];
}

function rangeIn({ line, column, endLine, endColumn }: Message, { lineStarts }: Document): Range {
  const offset = (row: number, character: number) => (lineStarts[row - 1] ?? 0) + character - 1;
  return { start: offset(line, column), end: offset(endLine, endColumn) };
}

/** The name that a mistyped one was likely meant to be. */
function wordMeant({ ruleId, messageId, parts: { data } }: Message): string | undefined {
  const isName =
    (ruleId === 'meta/schema' && messageId === 'unknownKey') || (ruleId === null && messageId === 'unknownRule');
  return isName && typeof data.near === 'string' && data.near !== '' ? data.near : undefined;
}

/** What does away with several findings at once. */
function offersForAll(here: readonly Message[], checked: Checked, reading: Reading): Offer[] {
  const { locale, config, rules, result } = checked;
  const { document } = reading;
  const offers: Offer[] = [];
  const kind = CodeActionKind.QuickFix;
  if (here.some(({ fix }) => fix) && result.messages.filter(({ fix }) => fix).length > 1)
    offers.push({ title: say('fixAll', locale), kind, edits: fixAll(checked), about: [] });
  const missing = result.messages.filter((message) => sectionMissing(message, checked, reading));
  if (missing.length > 1 && missing.some((message) => here.includes(message))) {
    const edits = insertAll(missing, checked, reading);
    const title = say('insertAll', locale, { count: missing.length });
    offers.push({ title, kind, edits, about: missing });
  }
  if (here.some((message) => keysMissing(message, document).length > 0) && document.kind) {
    const wanted = draftKeys(document.kind, config, rules).map(({ key }) => key);
    const keys = absentOf(wanted, document);
    const title = say('fillAllKeys', locale, { count: keys.length });
    if (keys.length > 1) offers.push({ title, kind, edits: fillKeys(keys, document, checked), about: [] });
  }
  return offers;
}

/** The section that a finding finds missing, with the text to begin it. */
function sectionMissing({ ruleId, messageId, parts }: Message, checked: Checked, { document }: Reading) {
  const { kind } = document;
  if (ruleId === null || kind === null || (messageId !== 'absent' && messageId !== 'missing')) return undefined;
  const { config, rules, locale } = checked;
  return draftSections(kind, config, rules, locale).find(
    ({ id }) => ruleId === `element/${id}` || (ruleId.startsWith('plan/') && parts.data.key === id),
  );
}

/** One section after the other: each has to find its place among those before it. */
function insertAll(missing: readonly Message[], checked: Checked, { document, elements }: Reading): Edit[] {
  const { buffer, config } = checked;
  let current = { document, elements };
  for (const message of missing) {
    const section = sectionMissing(message, checked, current);
    if (!section) continue;
    const text = applyEdits(current.document.text, insertSection(current.document, current.elements, section));
    const understood = understand(buffer.path, text, config);
    if ('id' in understood) break;
    current = understood;
  }
  return editBetween(document.text, current.document.text);
}

/** What `--fix` would change. */
function fixAll({ buffer, options, result }: Checked): Edit[] {
  const { read, path, text } = buffer;
  if ('id' in read || !result.messages.some(({ fix }) => fix)) return [];
  const fixesFor = (of: string) =>
    activeFindings(checkText(path, { ...read, text: of }, options)).flatMap(({ fix }) => fix ?? []);
  const fixes = fixesFor(text);
  const after = applyFixes(text, fixesFor);
  const once = applyOnce(text, fixes);
  if (once.text !== after || once.applied !== fixes.length) return editBetween(text, after);
  return fixes.map(({ range, text: replacement }) => ({ start: range[0], end: range[1], text: replacement }));
}

function actionOf(
  { title, kind, edits, about, isPreferred }: Offer,
  { buffer, locale }: Checked,
  world: LspHost,
  { documentChanges }: EditCapabilities,
): CodeAction {
  const diagnostics: Diagnostic[] = about.map((message) => diagnosticOf(message, buffer, locale, world));
  const { uri, version } = buffer;
  const textEdits = edits.map((edit) => ({ range: buffer.rangeOf(edit), newText: edit.text }));
  return {
    title,
    kind,
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
    ...(isPreferred ? { isPreferred } : {}),
    edit: documentChanges
      ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
      : { changes: { [uri]: textEdits } },
  };
}

function overlap(a: ProtocolRange, b: ProtocolRange): boolean {
  const isAfter = (x: ProtocolRange, y: ProtocolRange) =>
    x.start.line > y.end.line || (x.start.line === y.end.line && x.start.character > y.end.character);
  return !isAfter(a, b) && !isAfter(b, a);
}
