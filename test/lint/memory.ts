import { CLAUSE_TABLE } from '../../rules/clauses.js';
import { rules as ours } from '../../rules/index.js';
import { PRESETS } from '../../rules/presets/index.js';
import type { Rule } from '../../rules/rule.js';
import type { ArchiveSettings } from '../../src/archive/targets.js';
import type { Config, RuleSettings } from '../../src/config/config.js';
import { knownFrom } from '../../src/config/known.js';
import { makeResolver } from '../../src/config/resolve.js';
import { ruleOptions } from '../../src/generated/validators.js';
import type { Locale } from '../../src/language/locale.js';
import type { LintHost, ReadFile } from '../../src/lint/host.js';
import type { LintOptions } from '../../src/lint/options.js';
import type { FileResult } from '../../src/lint/result.js';
import { lintArchive } from '../../src/lint/run.js';

export interface MemoryOptions {
  /** Files to lint; all of them where none are named. */
  readonly lint?: readonly string[];
  /** Rules to run, all at level error; those of the preset `recommended` where none are named. */
  readonly rules?: readonly Rule[];
  readonly settings?: RuleSettings;
  readonly config?: Config;
  readonly locale?: Locale;
  readonly archive?: ArchiveSettings;
  /** What else `lintArchive` is to do. */
  readonly more?: Partial<LintOptions>;
}

export interface MemoryRun {
  readonly results: readonly FileResult[];
  /** `path:line:column rule messageId` of every finding. */
  readonly findings: readonly string[];
  /** What was asked of the host, in order: `read /a.md`, `exists /b.md`, `search …`. */
  readonly asked: readonly string[];
}

/** Lints files that exist in memory only, under the root `/archive`. A text may be a failure to read instead. */
export async function lintInMemory(
  files: Readonly<Record<string, string | ReadFile>>,
  options: MemoryOptions = {},
): Promise<MemoryRun> {
  const { rules = ours, config = null, archive = { root: '/archive', baseUrls: [] } } = options;
  const pass = Object.assign(() => true, { errors: null });
  const validators = Object.fromEntries(rules.map(({ id }) => [id, ruleOptions[id] ?? pass]));
  const known = knownFrom(rules, PRESETS, CLAUSE_TABLE, validators);
  const commandLineRules =
    options.settings ?? new Map((options.rules ?? []).map(({ id }) => [id, { severity: 'error' as const }]));
  const presets = options.rules ? [] : ['recommended'];
  const resolver = await makeResolver({ presets, config, commandLineRules }, known);
  const asked: string[] = [];
  const { results } = await lintArchive(options.lint ?? Object.keys(files), hostOver(files, asked), {
    rules,
    locale: options.locale ?? 'zh-CN',
    configFor: (path) => resolver.forFile(path),
    settingsFor: () => archive,
    ...options.more,
  });
  const findings = results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, ruleId, messageId }) => `${filePath}:${line}:${column} ${ruleId} ${messageId}`),
  );
  return { results, findings, asked };
}

function hostOver(files: Readonly<Record<string, string | ReadFile>>, asked: string[]): LintHost {
  const noted = <T>(what: string, answer: T): T => {
    asked.push(what);
    return answer;
  };
  return {
    read: async (path) => {
      const file = files[path] ?? { id: 'notFound', data: {} };
      return noted(`read ${path}`, typeof file === 'string' ? { text: file, encoding: 'utf-8' } : file);
    },
    exists: async (path) => noted(`exists ${path}`, path in files),
    filesWith: async (root, search) => {
      const found = Object.entries(files).filter(
        ([path, file]) => path.startsWith(`${root}/`) && typeof file === 'string' && search.isIn(file),
      );
      return noted(
        `search ${root} ${search.key}`,
        found.map(([path]) => path),
      );
    },
  };
}
