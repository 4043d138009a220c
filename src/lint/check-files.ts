import { contentOf, keep, recalled } from './cached.js';
import { checkText } from './check-text.js';
import type { CheckedFile } from './checked-file.js';
import { applyFixes } from './fix.js';
import type { LintHost, ReadFile } from './host.js';
import type { LintOptions } from './options.js';
import { received, sent } from './serialize.js';
import { activeFindings } from './suppress.js';

/** What the first pass yields. */
export interface Checked {
  /** In the order of the paths, without those that were not reached. */
  readonly files: readonly CheckedFile[];
  /** Paths of files that were left out, as they are no papers. */
  readonly foreign?: readonly string[];
  /** True where the run was ended before all files were checked. */
  readonly partial: boolean;
}

/** From this many files on it brings more than it costs to spare memory. */
const MANY = 200;

/** Whether a run goes through so many files that it minds what it holds of each. */
export function isLong(files: number): boolean {
  return files >= MANY;
}

/**
 * The first pass: checks files one by one, and fixes them. What each yields is a function of its bytes, its config and the parts
 * drawn: files may be checked in any order, and by other threads.
 * @param options with the `parts` of content to draw
 */
export async function checkFiles(paths: readonly string[], host: LintHost, options: LintOptions): Promise<Checked> {
  const ahead = await checkedAhead(paths, host, options);
  const checker = new FileChecker(host, options, isLong(paths.length));
  const files: CheckedFile[] = [];
  const foreign: string[] = [];
  const take = (file: CheckedFile) => {
    if (isLeftOut(file, options)) foreign.push(file.path);
    else files.push(file);
  };
  let done = ahead.size;
  let partial = false;
  for (const path of paths) {
    const known = ahead.get(path);
    if (known && !mayChange(known, options)) take(counting(known, options));
    else if (partial || (await options.stopped?.())) partial = true;
    else {
      take(await checker.check(path));
      if (!known) options.onFile?.(++done);
    }
  }
  return { files, foreign, partial };
}

/** What the store knows and what other threads found; nothing where this thread is done before they have started. */
async function checkedAhead(
  paths: readonly string[],
  host: LintHost,
  options: LintOptions,
): Promise<ReadonlyMap<string, CheckedFile>> {
  const { threads, cache } = options;
  const known = new Map<string, CheckedFile>();
  if (!threads || paths.length < threads.least) return known;
  for (const path of cache ? paths : []) {
    if (await options.stopped?.()) return known;
    const { file } = await fromStore(path, host, options);
    if (!file) continue;
    known.set(path, file);
    options.onFile?.(known.size);
  }
  const unknown = paths.filter((path) => !known.has(path));
  if (unknown.length < threads.least) return known;
  const found = await threads.check(unknown, known.size, options);
  return known.size === 0 ? found : new Map([...known, ...found]);
}

/** Checks and fixes files in one thread. */
export class FileChecker {
  constructor(
    private readonly host: LintHost,
    private readonly options: LintOptions,
    private readonly isLong = false,
  ) {}

  async check(path: string): Promise<CheckedFile> {
    const { content, file: known } = await fromStore(path, this.host, this.options);
    if (known && !this.options.fixes) return counting(known, this.options);
    const read = await this.host.read(path);
    let file = known ?? checkText(path, read, this.options);
    if (!known && (this.isLong || content !== undefined)) file = this.settled(file, content);
    return this.fixed(counting(file, this.options), read);
  }

  /**
   * Hands what was found to the store. In a long run it is made anew: a word cut from a text keeps the whole text in memory,
   * and a run keeps what all its files yielded.
   */
  private settled(file: CheckedFile, content: string | undefined): CheckedFile {
    const { configFor, rules } = this.options;
    const settled = (this.isLong && received(file.path, sent(file), configFor(file.path), rules)) || file;
    return keep(settled, content, this.options);
  }

  /** The file with its fixes applied; as it was where there are none, or where they could not be saved. */
  private async fixed(file: CheckedFile, read: ReadFile): Promise<CheckedFile> {
    const { fixes } = this.options;
    if (!fixes || 'id' in read || isLeftOut(file, this.options) || !mayChange(file, this.options)) return file;
    const { text: before, encoding, origin } = read;
    if (encoding !== 'utf-8' || origin) {
      if (!hasFixes(file, this.options)) return origin ? file : { ...file, editable: read };
      this.options.onNotFixed?.(file.path, origin ? origin.format : encoding);
      return file;
    }
    const lint = (text: string) =>
      text === before ? file : counting(checkText(file.path, { text, encoding }, this.options), this.options);
    const output = applyFixes(before, (text) =>
      activeFindings(lint(text))
        .filter(fixes)
        .flatMap(({ fix }) => fix ?? []),
    );
    if (output === before) return { ...file, editable: read };
    if ((await this.host.save?.(file.path, before, output)) === false) return file;
    return { ...lint(output), output, editable: { text: output, encoding } };
  }
}

/** What the store knows of a file, with its text where that is asked for. */
async function fromStore(
  path: string,
  host: LintHost,
  options: LintOptions,
): Promise<{ readonly content: string | undefined; readonly file: CheckedFile | null }> {
  const content = await contentOf(path, host, options);
  const file = recalled(path, content, options);
  if (!file || !options.frames) return { content, file };
  const read = await host.read(path);
  return { content, file: 'id' in read ? null : { ...file, text: read.text } };
}

function isLeftOut({ foreign, path }: CheckedFile, { leavesOut }: LintOptions): boolean {
  return foreign === true && leavesOut?.(path) === true;
}

/** The file without its directives where these are not to count. They are kept all the same: the cache serves every run. */
function counting(file: CheckedFile, { inlineConfig }: LintOptions): CheckedFile {
  return inlineConfig === false && file.directives.length > 0 ? { ...file, directives: [] } : file;
}

function mayChange(file: CheckedFile, options: LintOptions): boolean {
  return options.fixes !== undefined && (file.directives.length > 0 || hasFixes(file, options));
}

function hasFixes(file: CheckedFile, { fixes }: LintOptions): boolean {
  return fixes !== undefined && activeFindings(file).some((finding) => finding.fix && fixes(finding));
}
