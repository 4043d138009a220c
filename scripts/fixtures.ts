import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A finding that a fixture expects. */
export interface Expectation {
  readonly messageId: string;
  /** From 1, in the text without markers. */
  readonly line: number;
  /** What stands at the finding's range; empty where the range is. */
  readonly text: string;
}

export interface FixtureDocument {
  /** Relative to the fixture's folder, with `/`. */
  readonly path: string;
  /** Without BOM and markers. */
  readonly text: string;
  readonly expected: readonly Expectation[];
  /** Options of the rule for this document. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** False for a file that is only there for links to lead to it. */
  readonly linted: boolean;
}

/** One document, or a folder of files that make an archive. */
export interface Fixture {
  /** File or folder name, without `.md`. */
  readonly name: string;
  readonly outcome: 'good' | 'bad';
  /** Absolute, with `/`. */
  readonly folder: string;
  /** True where the fixture is the whole folder, and not one of its files. */
  readonly isArchive: boolean;
  readonly documents: readonly FixtureDocument[];
}

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url))).replaceAll('\\', '/');

/**
 * The fixtures of a rule, good ones first: `fixtures/rules/<id>/good-*` and `bad-*`, Markdown files or folders of files.
 * Markers in the documents say what is expected; they are cut out, so that places are those of the rest:
 * - `<!-- expect: messageId "text at its range" -->` (in front matter `# expect: …`), right below the line in which a finding begins;
 * - `<!-- options: {"max": 10} -->`, the rule's options for this document;
 * - `<!-- unlinted -->`, a file of the archive that is not part of the run.
 * @throws Error naming file and line where a marker cannot be read
 */
export function ruleFixtures(ruleId: string): Fixture[] {
  const folder = `fixtures/rules/${ruleId}`;
  const absolute = `${ROOT}/${folder}`;
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true })
    .filter(({ name }) => /^(?:good|bad)-/.test(name))
    .sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1))
    .map((entry) =>
      entry.isDirectory()
        ? archiveFixture(`${folder}/${entry.name}`)
        : {
            ...identity(entry.name),
            folder: absolute,
            isArchive: false,
            documents: [readDocument(absolute, entry.name)],
          },
    );
}

/**
 * A folder of files as one fixture.
 * @param folder relative to the project's folder
 */
export function archiveFixture(folder: string): Fixture {
  const absolute = `${ROOT}/${folder}`;
  const files = readdirSync(absolute, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const documents = files
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readDocument(absolute, file));
  return { ...identity(path.basename(folder)), folder: absolute, isArchive: true, documents };
}

function identity(name: string): Pick<Fixture, 'name' | 'outcome'> {
  return { name: name.replace(/\.md$/, ''), outcome: rank(name) === 0 ? 'good' : 'bad' };
}

function rank(name: string): number {
  return name.startsWith('good-') ? 0 : 1;
}

/** Of a line without blanks at its end, and without `-->`. */
const MARKER = /^[ \t]*(?:<!--|#) (expect|options|unlinted)(?::[ \t]+(?:(\S.*))?)?$/;

function readDocument(folder: string, file: string): FixtureDocument {
  const lines = readFileSync(path.join(folder, file), 'utf8')
    .replace(/^\ufeff/, '')
    .split(/(?<=\r\n|\n|\r(?!\n))/);
  const kept: string[] = [];
  const expected: Expectation[] = [];
  let options: Readonly<Record<string, unknown>> | undefined;
  let linted = true;
  for (const [index, line] of lines.entries()) {
    const [marker, name, value = ''] = MARKER.exec(line.trimEnd().replace(/-->$/, '').trimEnd()) ?? [];
    try {
      if (marker === undefined) kept.push(line);
      else if (name === 'expect') expected.push({ line: kept.length, ...expectation(value) });
      else if (name === 'options') options = JSON.parse(value);
      else linted = false;
    } catch (error) {
      throw new Error(`${folder}/${file}:${index + 1}: cannot read the marker ${line.trim()} (${error})`);
    }
  }
  return { path: file, text: kept.join(''), expected, linted, ...(options ? { options } : {}) };
}

function expectation(value: string): Pick<Expectation, 'messageId' | 'text'> {
  const [, messageId, text] = /^(\w+)(?:[ \t]+("(?:[^"\\]|\\.)*"))?$/.exec(value) ?? [];
  if (messageId === undefined) throw new Error('messageId "text" is wanted');
  return { messageId, text: text === undefined ? '' : JSON.parse(text) };
}
