import { CLAUSE_TABLE } from '../../rules/clauses.js';
import { rules } from '../../rules/index.js';
import { PRESETS } from '../../rules/presets/index.js';
import { markOf } from '../../rules/secrecy-marks.js';
import type { ArchiveIndex } from '../archive/index.js';
import { knownFrom } from '../config/known.js';
import { makeResolver, type ResolvedConfig } from '../config/resolve.js';
import type { Kind } from '../document/document.js';
import { ruleOptions } from '../generated/validators.js';
import { sayNote } from '../import/words.js';
import { understand } from '../lint/check-text.js';
import type { LintHost } from '../lint/host.js';
import { messagesOf } from '../lint/messages.js';
import { readFailure } from '../lint/read-problems.js';
import type { FileResult } from '../lint/result.js';
import { lintArchive } from '../lint/run.js';
import { type Draft, readDraft } from './drafts.js';
import { shownElements } from './elements-shown.js';
import { shownFindings } from './findings-shown.js';
import { placed, SETTINGS } from './placing.js';
import { type Prepared, policyOf, prepared, shownLine } from './prepared.js';
import type { CheckAnswer, CheckedDocument, CheckedFile, CheckRequest, PageLocale, ShownLink } from './protocol.js';

const known = knownFrom(rules, PRESETS, CLAUSE_TABLE, ruleOptions);

/** Checks files together, as a folder that holds nothing else: a draft is compared with its policy if that is among them. */
export async function check({ files, presets, locale }: CheckRequest): Promise<CheckAnswer> {
  const read: (Draft | Extract<CheckedFile, { failure: string }>)[] = [];
  for (const file of files) read.push(await readDraft(file, locale));
  const drafts = placed(read.filter((one) => 'file' in one));
  const all = new Map(
    drafts.map((draft) => [draft.file.id, prepared(draft, policyOf(draft, drafts), locale)] as const),
  );
  const byPath = new Map([...all.values()].map((one) => [one.path, one]));
  const configFor = await configs(presets, byPath);
  const { results, archive } = await lintArchive([...byPath.keys()].sort(), hostOf(byPath), {
    ...{ rules, locale, configFor },
    settingsFor: () => SETTINGS,
  });
  return {
    files: read.map((one) => {
      const draft = 'file' in one ? all.get(one.file.id) : undefined;
      if (!draft) return one as Extract<CheckedFile, { failure: string }>;
      const result = results.find(({ filePath }) => filePath === draft.path) as FileResult;
      return checkedFile(draft, result, archive, configFor(draft.path), byPath, locale);
    }),
  };
}

/** The config of each file: that of the presets, with the kind of a paper that nothing tells. */
async function configs(
  presets: readonly string[],
  drafts: ReadonlyMap<string, Prepared>,
): Promise<(path: string) => ResolvedConfig> {
  const resolver = await makeResolver({ presets: presets.filter((name) => PRESETS.has(name)), config: null }, known);
  const byKind = new Map<Kind, ResolvedConfig>();
  return (path) => {
    const kind = kindOf(drafts.get(path));
    const config = byKind.get(kind) ?? { ...resolver.forFile(path), kind: { kind, glob: '*' } };
    byKind.set(kind, config);
    return config;
  };
}

/** Who drops a paper that nothing is known of wants an interpretation checked. */
function kindOf(draft: Draft | undefined): Kind {
  return draft?.kind ?? 'interpretation';
}

function hostOf(drafts: ReadonlyMap<string, Prepared>): LintHost {
  return {
    read: async (path) => {
      const text = drafts.get(path)?.text;
      return text === undefined ? { id: 'notFound', data: {} } : { text, encoding: 'utf-8' };
    },
    exists: async (path) => drafts.has(path),
    filesWith: async () => [],
  };
}

function checkedFile(
  draft: Prepared,
  result: FileResult,
  archive: ArchiveIndex,
  config: ResolvedConfig,
  drafts: ReadonlyMap<string, Prepared>,
  locale: PageLocale,
): CheckedFile {
  const { file, path, text, body, imported } = draft;
  const understood = understand(path, text, config);
  if ('id' in understood) {
    const [message] = messagesOf([readFailure(understood)], [0], locale);
    return { id: file.id, name: file.name, failure: message?.message ?? '' };
  }
  const { document } = understood;
  const kind = document.kind ?? kindOf(draft);
  return {
    ...{ id: file.id, name: file.name, title: document.title || file.name, kind },
    kindAssumed: draft.kind === null && document.kindReason.from === 'config',
    converted: imported ? (imported.format === 'docx' ? 'docx' : 'page') : null,
    lines: body.split(/\r\n|\r|\n/),
    firstLine: draft.hidden.from === 1 && imported ? draft.hidden.count + 1 : 1,
    policy: policyAmong(path, archive, drafts),
    count: { words: document.wordCount.total, most: mostWords(config, kind) },
    links: linksOf(draft, archive),
    elements: shownElements(draft, understood, result, config, kind, locale),
    findings: shownFindings(draft, result),
    marks: imported ? imported.margins.flatMap((line) => markOf(line)?.text ?? []) : [],
    notes: imported ? imported.notes.map((note) => sayNote(note, locale)) : [],
  } satisfies CheckedDocument;
}

function mostWords({ rules: settings }: ResolvedConfig, kind: Kind): number | null {
  const caps = (settings.get('length/max-length') ?? [])
    .filter(({ severity, kinds }) => severity !== 'off' && kinds.includes(kind))
    .map(({ options }) => (options as { readonly max: number }).max);
  return caps.length > 0 ? Math.min(...caps) : null;
}

function policyAmong(path: string, archive: ArchiveIndex, drafts: ReadonlyMap<string, Prepared>): number | null {
  const facts = archive.linted.find((one) => one.path === path);
  for (const link of facts?.links ?? []) {
    const to = archive.resolve(facts as NonNullable<typeof facts>, link);
    if (to.status === 'file' && to.path !== path && to.facts?.kind === 'policy')
      return drafts.get(to.path)?.file.id ?? null;
  }
  return null;
}

/** The links a reader of the text would see, and the policy it names in its front matter. */
function linksOf(draft: Prepared, archive: ArchiveIndex): ShownLink[] {
  const facts = archive.linted.find((one) => one.path === draft.path);
  if (!facts) return [];
  return facts.links.flatMap((link): ShownLink[] => {
    const before = facts.lineStarts.filter((start) => start <= link.range.start).length;
    const line = shownLine(draft, before);
    if (line === null) return [];
    const { status } = archive.resolve(facts, link);
    const shown = status === 'external' ? 'unseen' : status === 'file' ? 'file' : 'missing';
    return [{ to: link.to, says: link.says, status: shown, line }];
  });
}
