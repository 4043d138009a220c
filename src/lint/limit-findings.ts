import { type Finding, newFinding } from './finding.js';

/**
 * Findings of one file, at most so many of them, errors before warnings and then in reading order; where there are more, another says how
 * many. It is an error, whatever is left out: no limit on warnings may be kept by not counting them.
 */
export function limitFindings(findings: readonly Finding[], limit: number): readonly Finding[] {
  return findings.length <= limit ? findings : [left(findings.length, limit, 'error'), ...first(findings, limit)];
}

/** The same for findings that do not count; that some are left out is only a warning, which counts. */
export function limitSuppressed(
  findings: readonly Finding[],
  limit: number,
): { readonly suppressed: readonly Finding[]; readonly told: readonly Finding[] } {
  if (findings.length <= limit) return { suppressed: findings, told: [] };
  return { suppressed: first(findings, limit), told: [left(findings.length, limit, 'warn')] };
}

function first(findings: readonly Finding[], limit: number): readonly Finding[] {
  return [...findings].sort((a, b) => rank(a) - rank(b) || a.range.start - b.range.start).slice(0, limit);
}

function rank({ fatal, severity }: Finding): number {
  return fatal ? 0 : severity === 'error' ? 1 : 2;
}

function left(value: number, limit: number, severity: 'error' | 'warn'): Finding {
  const data = { value, limit, rest: value - limit };
  return severity === 'error'
    ? newFinding('tooManyFindings', severity, { what: SAID.found, todo: SAID.todo }, data)
    : newFinding('tooManySuppressed', severity, { what: SAID.suppressed, todo: SAID.todo }, data);
}

// biome-ignore format: a row a language
const SAID = {
  found: { 'zh-CN': '文件有 {value} 个问题，超过上限 {limit} 个：先错误后警告列出 {limit} 个，还有 {rest} 个没有列出',
    en: 'The file has {value} problems, more than the limit of {limit}: {limit} are listed, errors first, and {rest} are not' },
  suppressed: { 'zh-CN': '文件有 {value} 个压制的问题，超过上限 {limit} 个：还有 {rest} 个没有列出',
    en: 'The file has {value} suppressed problems, more than the limit of {limit}: {rest} are not listed' },
  todo: { 'zh-CN': '请先改正列出的问题再检查；要全部列出，请在配置的 limits.findings 里调高',
    en: 'Fix those and check again; to have all listed, raise limits.findings in the config' },
} as const;
