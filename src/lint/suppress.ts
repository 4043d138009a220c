import type { Range } from '../document/range.js';
import { suggest } from '../language/suggest.js';
import { misnamedRule, misspeltDirective, uselessDirective } from './directive-problems.js';
import { type Directive, VERBS } from './directives.js';
import type { Finding, ResolvedSeverity } from './finding.js';

export interface DirectiveOptions {
  /** Ids of the rules there are. */
  readonly known: ReadonlySet<string>;
  /** True where there may be others, of plugins that this run must not load. */
  readonly othersMayBe?: boolean;
  /** How what suppresses nothing is reported. */
  readonly unused: 'off' | ResolvedSeverity;
  /** Rules that could not do their work in this run: that nothing is left to suppress does not follow. */
  readonly incomplete: ReadonlySet<string>;
}

/** What directives leave of a file's findings. */
export interface Suppressed {
  /** Those that count, with what is wrong with the directives themselves. */
  readonly kept: readonly Finding[];
  /** Those that do not, each with the directives that say so. */
  readonly suppressed: readonly Finding[];
}

/**
 * Takes out the findings that directives suppress. What no rule reports (an unreadable file) and what is fatal stays.
 * @param directives of the file, in the order of its text
 */
export function applyDirectives(
  findings: readonly Finding[],
  directives: readonly Directive[],
  options: DirectiveOptions,
): Suppressed {
  if (directives.length === 0) return { kept: findings, suppressed: [] };
  const scopes = new Scopes(directives);
  const kept: Finding[] = [];
  const suppressed: Finding[] = [];
  for (const finding of [...findings].sort((a, b) => a.range.start - b.range.start)) {
    const by = finding.ruleId === null || finding.fatal ? [] : scopes.against(finding.ruleId, finding.range.start);
    if (by.length === 0) kept.push(finding);
    else {
      const suppressions = by.map(({ directive }) => ({
        kind: 'directive' as const,
        justification: directive.justification,
      }));
      suppressed.push({ ...finding, suppressions });
    }
  }
  scopes.finish();
  let hints = MAX_HINTS;
  const hint = (name: string, names: Iterable<string>) => (hints-- > 0 ? suggest(name, names) : undefined);
  const problems = directives.flatMap((directive) => problemsOf(directive, scopes.used, options, hint));
  return { kept: [...kept, ...problems], suppressed };
}

/** A file's own findings, archive rules not yet asked, that no directive suppresses. */
export function activeFindings(file: {
  readonly findings: readonly Finding[];
  readonly directives: readonly Directive[];
}): readonly Finding[] {
  const silent: DirectiveOptions = { known: new Set(), unused: 'off', incomplete: new Set() };
  const { kept } = applyDirectives(file.findings, file.directives, silent);
  return kept.filter(({ ruleId }) => ruleId !== null);
}

/** Most mistyped names of a file that are compared with the right ones, which takes a while. */
const MAX_HINTS = 50;

/** One rule of a directive, or all of them. */
interface Entry {
  readonly directive: Directive;
  readonly rule: string | null;
}

/** What is switched off at one place: the last word on a rule counts, as in ESLint. */
class Switches {
  private all: Entry | null = null;
  /** Null: switched on again though all are off. */
  private readonly single = new Map<string, Entry | null>();

  disable(entry: Entry): void {
    if (entry.rule === null) {
      this.all = entry;
      this.single.clear();
    } else this.single.set(entry.rule, entry);
  }

  /** @returns whether anything was off that now is on */
  enable(rule: string | null): boolean {
    const wasOff = rule === null ? this.isAnyOff() : this.against(rule) !== null;
    if (rule === null) {
      this.all = null;
      this.single.clear();
    } else this.single.set(rule, null);
    return wasOff;
  }

  against(rule: string): Entry | null {
    const single = this.single.get(rule);
    return single === undefined ? this.all : single;
  }

  private isAnyOff(): boolean {
    return this.all !== null || [...this.single.values()].some((entry) => entry !== null);
  }
}

/** Answers what is switched off at places that are asked for in the order of the text. */
class Scopes {
  /** The entries that did something, as `key` writes them. */
  readonly used = new Set<string>();
  private readonly file = new Switches();
  private readonly frontMatter = new Switches();
  private readonly lines = new Map<number, { reach: Range; switches: Switches }>();
  private readonly starts: number[];
  private readonly body = new Switches();
  private readonly turns: readonly Directive[];
  private next = 0;
  private nextLine = 0;
  private frontMatterEnd = 0;

  constructor(directives: readonly Directive[]) {
    this.turns = directives.filter(({ verb, range, reach }) => isTurn(verb) && reach.start === range.start);
    for (const directive of directives) {
      const { verb, range, reach } = directive;
      if (verb === 'disable-file') disable(this.file, directive);
      else if (verb === 'disable-next-line') {
        const line = this.lines.get(reach.start) ?? { reach, switches: new Switches() };
        this.lines.set(reach.start, line);
        disable(line.switches, directive);
      } else if (isTurn(verb) && reach.start !== range.start) {
        // In front matter the whole block is meant, so there is nothing to switch on again.
        this.frontMatterEnd = reach.end;
        if (verb === 'disable') disable(this.frontMatter, directive);
      }
    }
    this.starts = [...this.lines.keys()].sort((a, b) => a - b);
  }

  /** @param offset not before the last one asked for */
  against(rule: string, offset: number): Entry[] {
    this.turnUntil(offset);
    const line = this.lineAt(offset);
    const inFrontMatter = offset < this.frontMatterEnd;
    const scopes = [line, inFrontMatter ? this.frontMatter : this.body, this.file];
    const entries = scopes.flatMap((switches) => switches?.against(rule) ?? []);
    for (const entry of entries) this.used.add(key(entry));
    return entries;
  }

  /** Takes in the directives behind the last finding. */
  finish(): void {
    this.turnUntil(Number.POSITIVE_INFINITY);
  }

  private turnUntil(offset: number): void {
    for (let turn = this.turns[this.next]; turn && turn.range.start <= offset; turn = this.turns[++this.next]) {
      if (turn.verb === 'disable') disable(this.body, turn);
      else for (const entry of entriesOf(turn)) if (this.body.enable(entry.rule)) this.used.add(key(entry));
    }
  }

  private lineAt(offset: number): Switches | undefined {
    const endOf = (start: number | undefined) => this.lines.get(start ?? -1)?.reach.end ?? Number.POSITIVE_INFINITY;
    while (endOf(this.starts[this.nextLine]) <= offset) this.nextLine++;
    const start = this.starts[this.nextLine];
    return start !== undefined && start <= offset ? this.lines.get(start)?.switches : undefined;
  }
}

function isTurn(verb: string): boolean {
  return verb === 'disable' || verb === 'enable';
}

function disable(switches: Switches, directive: Directive): void {
  for (const entry of entriesOf(directive)) switches.disable(entry);
}

function entriesOf(directive: Directive): Entry[] {
  const { rules } = directive;
  return rules.length === 0 ? [{ directive, rule: null }] : rules.map(({ id }) => ({ directive, rule: id }));
}

function key({ directive, rule }: Entry): string {
  return `${directive.range.start} ${rule ?? ''}`;
}

function problemsOf(
  directive: Directive,
  used: ReadonlySet<string>,
  options: DirectiveOptions,
  hint: (name: string, names: Iterable<string>) => string | undefined,
): Finding[] {
  const { verb, rules, range } = directive;
  if (!(VERBS as readonly string[]).includes(verb)) return [misspeltDirective(range, verb, hint(verb, VERBS))];
  const { known, unused, incomplete } = options;
  const isUseless = (rule: string | null) =>
    !used.has(key({ directive, rule })) &&
    (rule === null ? incomplete.size === 0 : known.has(rule) && !incomplete.has(rule));
  if (unused === 'off') return misnamed(directive, options, hint);
  if (rules.length === 0)
    return isUseless(null) ? [uselessDirective(range, verb, null, unused, directive.removal)] : [];
  const useless = rules.filter(({ id }) => isUseless(id));
  const isWhole = useless.length === rules.length;
  return [
    ...misnamed(directive, options, hint),
    ...useless.map(({ id, range: at, removal }) =>
      uselessDirective(at, verb, id, unused, isWhole ? directive.removal : removal),
    ),
  ];
}

/** The rules of a directive that do not exist. */
function misnamed(
  { rules }: Directive,
  { known, othersMayBe }: DirectiveOptions,
  hint: (name: string, names: Iterable<string>) => string | undefined,
): Finding[] {
  return rules
    .filter(({ id }) => !known.has(id) && !(othersMayBe && isOfOthers(id, known)))
    .map(({ id, range }) => misnamedRule(range, id, hint(id, known)));
}

/** Whether a name may be of a rule that is not loaded: plugins have categories of their own. */
function isOfOthers(id: string, known: ReadonlySet<string>): boolean {
  const category = `${id.split('/')[0]}/`;
  return id.includes('/') && ![...known].some((name) => name.startsWith(category));
}
