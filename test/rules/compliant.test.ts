import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../../rules/index.js';
import { archiveFixture, type Fixture } from '../../scripts/fixtures.js';
import { lintFixture } from '../../scripts/lint-fixture.js';
import { readPresetOptions } from '../../src/config/command-line.js';
import { knownNames } from '../../src/engine/known.js';

/** A change to a file of the archive: `with`, so many times, in place of what stands there; null takes the file away. */
type Edit = Readonly<Record<string, { from: string; upto?: string; with?: string; times?: number } | null>>;

interface Breach {
  readonly clauses: readonly string[];
  /** `file rule` of the one finding that cites each of the clauses. */
  readonly finds: string;
  /** Its message. */
  readonly says?: string;
  /** What stands in the line where it begins. */
  readonly at?: string;
  /** `file rule messageId` of what cites the clause too and cannot but come along. */
  readonly also?: string;
  readonly edits: readonly Edit[];
}

/** All that ship: the sources whose clauses are code, and those whose presets are files. */
const shipped = [...(knownNames().shipped?.keys() ?? [])];
const { sources: SOURCES, clauses: CLAUSES } = readPresetOptions(shipped, '/', knownNames()).known.clauses;

const archive = archiveFixture('fixtures/archives/compliant');
const breaches: readonly Breach[] = parse(
  readFileSync(new URL('../../fixtures/clauses.yaml', import.meta.url), 'utf8'),
);

/** The archive with a breach in it. */
function broken({ edits }: Breach): Fixture {
  const texts = new Map(archive.documents.map(({ path, text }) => [path, text]));
  for (const [path, edit] of edits.flatMap((one) => Object.entries(one))) {
    if (edit === null) texts.delete(path);
    else texts.set(path, edited(texts.get(path) ?? '', edit));
  }
  const documents = archive.documents.flatMap((document) => {
    const text = texts.get(document.path);
    return text === undefined ? [] : { ...document, text };
  });
  return { ...archive, documents };
}

function edited(text: string, { from, upto, with: inPlace = '', times = 1 }: NonNullable<Edit[string]>): string {
  const start = text.indexOf(from);
  if (start < 0 || text.indexOf(from, start + 1) >= 0) throw new Error(`"${from}" must stand there once`);
  const end = upto === undefined ? start + from.length : text.indexOf(upto, start);
  if (end < 0) throw new Error(`"${upto}" must stand behind "${from}"`);
  return text.slice(0, start) + inPlace.repeat(times) + text.slice(end);
}

/** The findings of a breach that cite a clause under the preset of its source, with the lines where they begin. */
async function citing(clauseId: string, breach: Breach): Promise<{ finds: string; says: string; at: string }[]> {
  const { source } = CLAUSES.find(({ id }) => id === clauseId) ?? {};
  const found = source === undefined ? [] : await lintFixture(broken(breach), rules, [source]);
  return found
    .filter(({ finding }) => finding.clauses.includes(clauseId))
    .map(({ document, finding, place }) => ({
      finds: `${document.path} ${finding.ruleId}`,
      says: finding.messageId,
      at: document.text.split('\n')[place.line - 1] ?? '',
    }));
}

/** A policy, its interpretation, a short one and a briefing, and the plans of both meetings and interpretation, linked with each other. */
describe('a compliant archive', () => {
  it('holds a document of every kind', () => {
    expect(archive.documents.map(({ path }) => path)).toEqual([
      'briefing.md',
      'interpretation-plan.md',
      'interpretation.md',
      'meeting-plan.md',
      'policy.md',
      'summary.md',
    ]);
  });

  it.each(
    [['recommended'], ...SOURCES.map(({ id }) => [id]), SOURCES.map(({ id }) => id)].map((presets) => ({ presets })),
  )('gives nothing to find under $presets', async ({ presets }) => {
    const found = await lintFixture(archive, rules, presets);
    expect(found.map(({ document, finding }) => `${document.path} ${finding.ruleId} ${finding.messageId}`)).toEqual([]);
  });
});

describe('a breach of it', () => {
  it.each(breaches.flatMap((breach) => breach.clauses.map((clause) => ({ clause, finds: breach.finds, breach }))))(
    'of $clause gives $finds alone',
    async ({ clause, finds, breach }) => {
      const { says = expect.anything(), at = '', also } = breach;
      const found = await citing(clause, breach);
      const isCompanion = (finding: (typeof found)[number]) => `${finding.finds} ${finding.says}` === also;
      expect(found.filter((finding) => !isCompanion(finding))).toEqual([
        { finds, says, at: expect.stringContaining(at) },
      ]);
      expect(found.some(isCompanion)).toBe(also !== undefined);
    },
  );

  it('is there for every rule of every clause', () => {
    const shown = breaches.flatMap(({ clauses, finds }) => clauses.map((clause) => `${clause} ${finds.split(' ')[1]}`));
    const asked = CLAUSES.flatMap((clause) => clause.rules.map((rule) => `${clause.id} ${rule.id}`));
    expect([...new Set(shown)].sort()).toEqual(asked.sort());
  });
});
