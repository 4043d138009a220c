import { existsSync } from 'node:fs';
import type { Rule } from '../rules/rule.js';
import { readPresetOptions } from '../src/config/command-line.js';
import { loadConfig } from '../src/config/load.js';
import { makeResolver, type ResolvedConfig } from '../src/config/resolve.js';
import { lineStartsOf, type Place, placeOf } from '../src/document/range.js';
import { knownNames } from '../src/engine/known.js';
import { segmenter } from '../src/engine/segmenter.js';
import { checkArchive } from '../src/lint/check.js';
import { checkText } from '../src/lint/check-text.js';
import type { Finding } from '../src/lint/finding.js';
import type { LintHost } from '../src/lint/host.js';
import { archiveOf } from '../src/lint/load-archive.js';
import type { LintOptions } from '../src/lint/options.js';
import { partsCompared } from '../src/lint/run.js';
import type { Fixture, FixtureDocument } from './fixtures.js';

export interface FixtureFinding {
  readonly document: FixtureDocument;
  readonly finding: Finding;
  readonly place: Place;
  /** What stands at the finding's range. */
  readonly text: string;
}

/**
 * Lints a fixture by some rules: all switched on, or as presets have them. A `jiedu-lint.config.yaml` in an archive's folder holds as it would for users.
 * @returns the findings by document, in reading order
 */
export async function lintFixture(
  fixture: Fixture,
  rules: readonly Rule[],
  presets: readonly string[] = [],
): Promise<FixtureFinding[]> {
  const documents = new Map(fixture.documents.map((document) => [`${fixture.folder}/${document.path}`, document]));
  const options = await lintOptions(fixture, documents, rules, presets);
  const host = hostOver(documents);
  const yields = [...documents]
    .filter(([, { linted }]) => linted)
    .map(([file, { text }]) => checkText(file, { text, encoding: 'utf-8' }, options));
  const facts = yields.flatMap((file) => file.facts ?? []);
  const ofArchive = await checkArchive(
    await archiveOf(facts, host, options),
    ({ path }) => options.configFor(path),
    rules,
  );
  return yields.flatMap(({ path, findings }) => {
    const document = documents.get(path) as FixtureDocument;
    return [...findings, ...(ofArchive.findings.get(path) ?? [])]
      .sort((a, b) => a.range.start - b.range.start)
      .map((finding) => placed(document, finding));
  });
}

function placed(document: FixtureDocument, finding: Finding): FixtureFinding {
  const { text } = document;
  const { start, end } = finding.range;
  return { document, finding, place: placeOf(lineStartsOf(text), finding.range), text: text.slice(start, end) };
}

function hostOver(documents: ReadonlyMap<string, FixtureDocument>): LintHost {
  return {
    read: async (path) => {
      const text = documents.get(path)?.text;
      return text === undefined ? { id: 'notFound', data: {} } : { text, encoding: 'utf-8' };
    },
    exists: async (path) => existsSync(path),
    filesWith: async (root, search) =>
      [...documents]
        .filter(([path, { text }]) => path.startsWith(`${root}/`) && search.isIn(text))
        .map(([path]) => path),
  };
}

async function lintOptions(
  fixture: Fixture,
  documents: ReadonlyMap<string, FixtureDocument>,
  rules: readonly Rule[],
  presets: readonly string[],
): Promise<LintOptions> {
  const file = `${fixture.folder}/jiedu-lint.config.yaml`;
  const {
    config,
    known: found,
    problems,
  } = existsSync(file) ? await loadConfig(file, knownNames()) : { config: null, known: knownNames(), problems: [] };
  if (problems[0]) throw new Error(`${file}:${problems[0].line}: ${problems[0].message.en}`);
  const { known } = readPresetOptions(presets, fixture.folder, found);
  const switchedOn = presets.length > 0 ? [] : rules;
  const commandLineRules = new Map(switchedOn.map(({ id }) => [id, { severity: 'error' as const }]));
  const resolver = await makeResolver({ presets, config, commandLineRules }, known);
  const configFor = (path: string) => withOptions(resolver.forFile(path), documents.get(path)?.options);
  return {
    rules,
    segmenter,
    locale: 'zh-CN',
    configFor,
    parts: partsCompared([...documents.keys()], { rules, configFor }),
    settingsFor: () => config?.archive ?? { root: fixture.folder, baseUrls: [] },
  };
}

function withOptions(config: ResolvedConfig, options: object | undefined): ResolvedConfig {
  if (!options) return config;
  const rules = [...config.rules].map(
    ([id, settings]) =>
      [id, settings.map((setting) => ({ ...setting, options: { ...setting.options, ...options } }))] as const,
  );
  return { ...config, rules: new Map(rules) };
}
