import type { Hover, MarkupContent, Position } from 'vscode-languageserver';
import type { Document } from '../document/document.js';
import type { FrontMatterEntry, FrontMatterNode } from '../document/front-matter.js';
import type { Range } from '../document/range.js';
import { type Key, keyOf } from '../document/vocabulary.js';
import { directivesOf } from '../lint/directives.js';
import type { Checked } from './checker.js';
import { keyText } from './key-text.js';
import { linkAt } from './links.js';
import type { LspHost } from './lsp-host.js';
import { ruleText } from './rule-text.js';

/** Most findings of one place that are explained. */
const MOST = 6;

/** What there is to know of the text at a position: the findings there, else the rule, the key or the file that is named there. */
export function hoverAt(
  position: Position,
  checked: Checked,
  document: Document,
  world: LspHost,
): (Hover & { contents: MarkupContent }) | null {
  const { buffer } = checked;
  const offset = buffer.offsetAt(position);
  const found = findingsAt(position, checked, world) ?? namedAt(offset, checked, document, world);
  return found && { contents: { kind: 'markdown', value: found.value }, range: found.range };
}

function findingsAt(position: Position, checked: Checked, world: LspHost) {
  const { buffer, locale, result, config } = checked;
  const here = result.messages
    .map((message) => ({ message, range: buffer.rangeFrom(message) }))
    .filter(({ range }) => !isBefore(position, range.start) && !isBefore(range.end, position));
  const known = new Map(checked.rules.map((rule) => [rule.id, rule]));
  const seen = new Set<string>();
  const texts = here.flatMap(({ message: { ruleId, clauses } }) => {
    const rule = ruleId === null || seen.has(ruleId) ? undefined : known.get(ruleId);
    seen.add(ruleId ?? '');
    return rule ? ruleText(rule, config.clauses, locale, world, { clauses, withExample: here.length === 1 }) : [];
  });
  const range = here[0]?.range;
  if (!range || texts.length === 0) return null;
  return { value: texts.slice(0, MOST).join('\n\n---\n\n'), range };
}

function namedAt(offset: number, checked: Checked, document: Document, world: LspHost) {
  const { buffer, locale, config, rules } = checked;
  const directive = directivesOf(document)
    .flatMap((one) => one.rules)
    .find(({ range }) => holds(range, offset));
  if (directive) {
    const rule = rules.find(({ id }) => id === directive.id);
    return rule
      ? { value: ruleText(rule, config.clauses, locale, world), range: buffer.rangeOf(directive.range) }
      : null;
  }
  const key = keyAt(document.frontMatter.entries, offset);
  if (key) return { value: keyText(key.key, locale), range: buffer.rangeOf(key.range) };
  const link = linkAt(checked, offset);
  if (!link?.facts) return null;
  const { title, data } = link.facts;
  const number = typeof data.number === 'string' ? `\n\n${data.number}` : '';
  return { value: `**${title}**${number}\n\n${link.path}`, range: buffer.rangeOf(link.range) };
}

function keyAt(
  entries: readonly FrontMatterEntry[],
  offset: number,
  parent?: string,
): { readonly key: Key; readonly range: Range } | null {
  for (const { key, keyRange, node } of entries) {
    const row = keyOf(key, parent);
    if (row && holds(keyRange, offset)) return { key: row, range: keyRange };
    for (const inner of mapsIn(node)) {
      const found = keyAt(inner, offset, key);
      if (found) return found;
    }
  }
  return null;
}

function mapsIn(node: FrontMatterNode): (readonly FrontMatterEntry[])[] {
  if (node.type === 'map') return [node.entries];
  return node.type === 'list' ? node.items.flatMap(mapsIn) : [];
}

function holds({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
