import { CLAUSE_TABLE } from '../../rules/clauses.js';
import { rules } from '../../rules/index.js';
import { PRESETS } from '../../rules/presets/index.js';
import { markOf } from '../../rules/secrecy-marks.js';
import { policiesExplained } from '../archive/explained.js';
import type { Facts } from '../archive/facts.js';
import type { ArchiveIndex } from '../archive/index.js';
import { knownFrom } from '../config/known.js';
import { makeResolver, type ResolvedConfig, settingsOn } from '../config/resolve.js';
import type { Kind } from '../document/document.js';
import { placeOf } from '../document/range.js';
import { ruleOptions } from '../generated/validators.js';
import { sayNote } from '../import/words.js';
import type { Locale } from '../language/locale.js';
import { admitted, checkUnderstood, failed, type Understood, understand } from '../lint/check-text.js';
import type { CheckedFile } from '../lint/checked-file.js';
import type { LintHost } from '../lint/host.js';
import { readFailure } from '../lint/read-problems.js';
import type { FileResult } from '../lint/result.js';
import { finish, partsCompared } from '../lint/run.js';
import { type Draft, readDraft } from './drafts.js';
import { shownElements } from './elements-shown.js';
import { shownFindings } from './findings-shown.js';
import { placed, SETTINGS } from './placing.js';
import { type Prepared, policyOf, prepared, shownLine, withPolicy } from './prepared.js';
import type { CheckAnswer, CheckedDocument, CheckRequest, ShownLink, UnreadFile } from './protocol.js';

const known = knownFrom(rules, PRESETS, CLAUSE_TABLE, ruleOptions);

/** Checks files together, as a folder that holds nothing else: a draft is compared with its policy if that is among them. */
export async function check({ files, presets, locale }: CheckRequest): Promise<CheckAnswer> {
  const names = files.flatMap(({ name }) => [name, encodeURI(name)]);
  const read: (Draft | UnreadFile)[] = [];
  for (const file of files) read.push(await readDraft(file, names, locale));
  const drafts = placed(read.filter((one) => 'file' in one)).map(prepared);
  const byPath = new Map(drafts.map((draft) => [draft.path, draft]));
  const configFor = await configs(presets, byPath);
  const asked = { rules, locale, configFor, settingsFor: () => SETTINGS };
  const options = { ...asked, parts: partsCompared([...byPath.keys()], asked) };
  const understood = new Map<string, Understood>();
  const checkedFile = (draft: Prepared): CheckedFile => {
    const { path } = draft;
    const read = admitted(draft.read, configFor(path));
    if ('id' in read) return failed(path, readFailure(read));
    const parsed = understand(path, read.text, configFor(path), read.origin);
    if ('id' in parsed) return failed(path, readFailure(parsed));
    understood.set(path, parsed);
    const file = checkUnderstood(path, parsed, read, options);
    return { ...file, facts: file.facts && withPolicy(file.facts, draft, policyOf(draft, drafts)) };
  };
  const checked = [...drafts].sort((a, b) => (a.path < b.path ? -1 : 1)).map(checkedFile);
  const { results, archive } = await finish({ files: checked, partial: false }, hostOf(byPath), options);
  return {
    files: read.map((one) => {
      const draft = 'file' in one ? drafts.find(({ file }) => file === one.file) : undefined;
      if (!draft) return one as UnreadFile;
      const result = results.find(({ filePath }) => filePath === draft.path) as FileResult;
      const parsed = understood.get(draft.path);
      return parsed
        ? shownDocument(draft, parsed, result, archive, configFor(draft.path), byPath, locale)
        : unread(draft, result);
    }),
  };
}

function unread({ file: { id, name } }: Prepared, { messages }: FileResult): UnreadFile {
  return { id, name, failure: messages[0]?.message ?? '' };
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
    read: async (path) => drafts.get(path)?.read ?? { id: 'notFound', data: {} },
    exists: async (path) => drafts.has(path),
    filesWith: async () => [],
  };
}

function shownDocument(
  draft: Prepared,
  understood: Understood,
  result: FileResult,
  archive: ArchiveIndex,
  config: ResolvedConfig,
  drafts: ReadonlyMap<string, Prepared>,
  locale: Locale,
): CheckedDocument {
  const { file, path, body, imported, above } = draft;
  const { document } = understood;
  const kind = document.kind ?? kindOf(draft);
  const facts = archive.linted.find((one) => one.path === path);
  const [explained] = facts ? policiesExplained(archive, facts) : [];
  const isMarkingOn = settingsOn(config, MARKING, kind).length > 0;
  return {
    ...{ id: file.id, name: file.name, title: document.title || file.name, kind },
    kindAssumed: draft.kind === null && document.kindReason.from === 'config',
    converted: imported ? (imported.format === 'docx' ? 'docx' : 'page') : null,
    lines: body.split(/\r\n|\r|\n/),
    firstLine: above + 1,
    policy: (explained && drafts.get(explained.policy.path)?.file.id) ?? null,
    count: { words: document.wordCount.total, most: mostWords(config, kind) },
    links: facts ? linksOf(draft, facts, archive) : [],
    elements: shownElements(draft, understood, result, config, kind, locale),
    findings: shownFindings(draft, result),
    marks: imported && !isMarkingOn ? imported.margins.flatMap((line) => markOf(line)?.text ?? []) : [],
    notes: imported ? imported.notes.map((note) => sayNote(note, locale)) : [],
  };
}

/** The rule that speaks of marks of secrecy, in headers too. */
const MARKING = 'safety/no-classified-marking';

function mostWords(config: ResolvedConfig, kind: Kind): number | null {
  const caps = settingsOn(config, 'length/max-length', kind).map(({ options }) => (options as { max: number }).max);
  return caps.length > 0 ? Math.min(...caps) : null;
}

/** The links a reader of the text would see, and the policy it names in its front matter. */
function linksOf(draft: Prepared, facts: Facts, archive: ArchiveIndex): ShownLink[] {
  return facts.links.flatMap((link): ShownLink[] => {
    const line = shownLine(draft, placeOf(facts.lineStarts, link.range).line);
    if (line === null || link.guessed) return [];
    const { status } = archive.resolve(facts, link);
    const shown = status === 'external' ? 'unseen' : status === 'file' ? 'file' : 'missing';
    return [{ to: link.to, says: link.says, status: shown, line }];
  });
}
