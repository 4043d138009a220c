import { CLAUSE_TABLE } from '../../rules/clauses.js';
import type { Rule } from '../../rules/rule.js';
import { factsOf } from '../archive/facts.js';
import { ANY_KINDS } from '../config/layers.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Document, Kind } from '../document/document.js';
import { LIMITS } from '../document/limits.js';
import { segmenter } from '../engine/segmenter.js';
import { checkArchive, checkDocument } from '../lint/check.js';
import { understand } from '../lint/check-text.js';
import type { Finding } from '../lint/finding.js';
import type { LintHost } from '../lint/host.js';
import { archiveOf } from '../lint/load-archive.js';

/** A text and what a rule is run under. */
export interface CaseSettings {
  readonly text: string;
  readonly path: string;
  readonly kind?: Kind;
  readonly options: Readonly<Record<string, unknown>>;
  /** The other files of the archive, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What one rule finds in a text whose document and options are frozen, the other files standing in memory beside it. */
export async function runCase(
  rule: Rule,
  { text, path, kind, options, files = {} }: CaseSettings,
): Promise<{ findings: Finding[]; lineStarts: readonly number[] }> {
  const setting = { severity: 'error' as const, options: frozen(options), clauses: [], from: [], optionsFrom: {} };
  const kinds = rule.kinds === 'any' ? ANY_KINDS : rule.kinds;
  const others: ResolvedConfig = {
    rules: new Map([[rule.id, [{ ...setting, kinds }]]]),
    clauses: CLAUSE_TABLE,
    limits: LIMITS,
  };
  const config: ResolvedConfig = { ...others, ...(kind && { kind: { kind, glob: path } }) };
  const read = understand(path, text, config);
  if ('id' in read) throw new Error(`The text is too much to be read: ${read.id} ${JSON.stringify(read.data)}`);
  const { document, elements } = read;
  frozenDocument(document);
  const { findings: found } = checkDocument(document, frozen(elements), config, [rule], segmenter);
  if (!rule.checkArchive) return { findings: found, lineStarts: document.lineStarts };
  const facts = [factsOf(document, elements, path, rule.compares)];
  const archive = await archiveOf(facts, memory({ ...files, [path]: text }), {
    configFor: (wanted) => (wanted === path ? config : others),
    settingsFor: () => ({ root: '/', baseUrls: [] }),
    rules: [rule],
    parts: [rule.id],
  });
  const archived = (await checkArchive(archive, () => config, [rule])).findings.get(path) ?? [];
  return { findings: [...found, ...archived], lineStarts: document.lineStarts };
}

function memory(files: Readonly<Record<string, string>>): LintHost {
  return {
    read: async (path) => {
      const text = files[path];
      return text === undefined ? { id: 'notFound', data: {} } : { text, encoding: 'utf-8' };
    },
    exists: async (path) => path in files || Object.keys(files).some((file) => file.startsWith(`${path}/`)),
    filesWith: async (_root, search) =>
      Object.entries(files).flatMap(([path, text]) => (search.isIn(text) ? [path] : [])),
  };
}

/** Freezes what a rule is handed, so that one that writes into it fails. The tree is left alone: it is made when asked for. */
function frozenDocument(document: Document): void {
  const { tree: _tree, ...rest } = Object.getOwnPropertyDescriptors(document);
  for (const { value } of Object.values(rest)) frozen(value);
}

function frozen<T>(value: T, seen = new Set<unknown>()): T {
  if (typeof value !== 'object' || value === null || seen.has(value)) return value;
  seen.add(value);
  for (const one of Object.values(value)) frozen(one, seen);
  return Object.freeze(value);
}
