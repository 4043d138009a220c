import { compare } from '../language/order.js';
import { sha256 } from '../language/sha256.js';
import { resultOf } from './messages.js';
import type { FileResult, Message } from './result.js';

/**
 * Findings that a project lives with for now, by path, rule and `findingKey`: how often each may stand. It is about what
 * was found, not where, so that it holds while the rest of a file is edited.
 */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;

/** How a finding stands in a baseline: its message id, and a digest of the rule and the words it is about. */
export function findingKey({ ruleId, messageId, parts }: Message): string {
  const subject = parts.subject.replace(/\s+/g, '');
  return `${messageId} ${sha256(JSON.stringify([ruleId, messageId, subject])).slice(0, 12)}`;
}

/**
 * Reads a baseline from JSON.
 * @returns null where the text is no JSON or has another shape
 */
export function parseBaseline(text: string): Baseline | null {
  try {
    return level(JSON.parse(text), (rules) =>
      level(rules, (findings) =>
        level(findings, (count) => {
          if (typeof count === 'number' && Number.isInteger(count) && count > 0) return count;
          throw new TypeError('not a count');
        }),
      ),
    );
  } catch {
    return null;
  }
}

function level<T>(value: unknown, inner: (value: unknown) => T): Map<string, T> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not an object');
  return new Map(Object.entries(value).map(([key, below]) => [key, inner(below)]));
}

/** A baseline as JSON: sorted, one finding a line, so that two people's changes merge. */
export function formatBaseline(baseline: Baseline): string {
  const inOrder = (map: ReadonlyMap<string, unknown>) => Object.fromEntries([...map].sort(([a], [b]) => compare(a, b)));
  return `${JSON.stringify(baseline, (_, value) => (value instanceof Map ? inOrder(value) : value), 2)}\n`;
}

/**
 * Takes out what a baseline suppresses: of alike findings as many as it counts, the first ones.
 * @param pathOf how a file's path stands in the baseline
 * @returns the results, and the paths in which less is found than the baseline has; files that could not be checked as asked aside
 */
export function applyBaseline(
  results: readonly FileResult[],
  baseline: Baseline,
  pathOf: (filePath: string) => string,
): { results: FileResult[]; outdated: string[] } {
  const outdated: string[] = [];
  const applied = results.map((result) => {
    const path = pathOf(result.filePath);
    const rules = baseline.get(path);
    if (!rules) return result;
    const left = new Map([...rules].map(([rule, findings]) => [rule, new Map(findings)]));
    const kept: Message[] = [];
    const suppressed: Message[] = [];
    for (const message of result.messages) {
      const findings = isSuppressible(message) ? left.get(message.ruleId) : undefined;
      const key = findings ? findingKey(message) : '';
      const count = findings?.get(key) ?? 0;
      if (count === 0) kept.push(message);
      else {
        findings?.set(key, count - 1);
        suppressed.push({ ...message, suppressions: [{ kind: 'file', justification: '' }] });
      }
    }
    const isOutdated = [...left.values()].some((findings) => [...findings.values()].some((count) => count > 0));
    if (isOutdated && result.fatalErrorCount === 0) outdated.push(path);
    const { suppressedMessages } = result;
    return { ...result, ...resultOf(result.filePath, kept, [...suppressedMessages, ...suppressed]) };
  });
  return { results: applied, outdated };
}

/**
 * The baseline with what was found put in: for the files and rules that are `taken` it counts what stands there now.
 * @param isTaken which findings are to be suppressed
 */
export function withFindings(
  baseline: Baseline,
  results: readonly FileResult[],
  pathOf: (filePath: string) => string,
  isTaken: (message: Message) => boolean,
): Baseline {
  const next = new Map(baseline);
  for (const { filePath, messages } of results) {
    const found = countsOf(messages.filter((message) => isSuppressible(message) && isTaken(message)));
    if (found.size > 0) next.set(pathOf(filePath), new Map([...(next.get(pathOf(filePath)) ?? []), ...found]));
  }
  return next;
}

/**
 * The baseline without what is not found any more. Files that were not linted, or not as asked, keep theirs if they exist.
 * @param exists whether a path of the baseline is a file
 */
export function pruned(
  baseline: Baseline,
  results: readonly FileResult[],
  pathOf: (filePath: string) => string,
  exists: (path: string) => boolean,
): Baseline {
  const checked = new Map(
    results
      .filter(({ fatalErrorCount }) => fatalErrorCount === 0)
      .map(({ filePath, messages }) => [pathOf(filePath), countsOf(messages.filter(isSuppressible))]),
  );
  const next = [...baseline].flatMap(([path, rules]) => {
    const found = checked.get(path);
    if (!found) return exists(path) ? [[path, rules] as const] : [];
    const left = filled(rules, (findings, rule) =>
      filled(findings, (count, key) => Math.min(count, found.get(rule)?.get(key) ?? 0)),
    );
    return left.size > 0 ? [[path, left] as const] : [];
  });
  return new Map(next);
}

/** The map with its values changed, less those that come to nothing. */
function filled<T extends number | ReadonlyMap<string, unknown>>(
  map: ReadonlyMap<string, T>,
  change: (value: T, key: string) => T,
): Map<string, T> {
  return new Map(
    [...map]
      .map(([key, value]) => [key, change(value, key)] as const)
      .filter(([, value]) => (typeof value === 'number' ? value > 0 : value.size > 0)),
  );
}

/** What no rule says, and what kept a file from being checked, is never a thing to live with. */
function isSuppressible(message: Message): message is Message & { ruleId: string } {
  return message.ruleId !== null && !message.fatal;
}

function countsOf(messages: readonly Message[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const message of messages) {
    const rule = message.ruleId ?? '';
    const findings = counts.get(rule) ?? new Map<string, number>();
    counts.set(rule, findings);
    const key = findingKey(message);
    findings.set(key, (findings.get(key) ?? 0) + 1);
  }
  return counts;
}
