/**
 * Compiles a glob: `*` and `?` within a folder's name or a file's, `**` over folders, `[ab]`, `[!ab]`, `{a,b}`; a backslash takes a mark for itself.
 * An automaton goes through a path once, however many stars there are: a regular expression would try them against each other.
 * @returns whether a path, with `/`, is matched as a whole
 */
export function compileGlob(glob: string): (path: string) => boolean {
  const parser = new Parser(glob);
  const start = parser.all();
  const known = new Map<string, Reached>();
  const reached = (states: readonly number[]): Reached => {
    const all = parser.reach(states);
    const key = all.join();
    const before = known.get(key);
    if (before) return before;
    // Few globs have more than a dozen; those made to have many begin anew.
    if (known.size >= MOST_KNOWN) {
      known.clear();
      first.next.clear();
    }
    const fresh = { states: all, isEnd: all.includes(END), next: new Map<number, Reached>() };
    known.set(key, fresh);
    return fresh;
  };
  const first = reached([start]);
  return (path) => {
    let now = first;
    for (let i = 0; i < path.length && now.states.length > 0; i++) {
      const code = path.charCodeAt(i);
      let next = now.next.get(code);
      if (!next) {
        next = reached(now.states.flatMap((state) => parser.step(state, code)));
        if (now.next.size < MOST_KNOWN) now.next.set(code, next);
      }
      now = next;
    }
    return now.isEnd;
  };
}

/** A glob that parts folders by backslashes, as Windows does, written with `/`; undefined where backslashes only take marks for themselves. */
export function withSlashes(glob: string): string | undefined {
  const parts = /\\(?:[^\][{}()!\\]|$)/.test(glob) || (/\\[[{]/.test(glob) && !/\\[\]}]/.test(glob));
  return parts ? glob.replaceAll('\\', '/') : undefined;
}

/** Where a path may be in the glob after some of its characters, and where the next character leads from there. */
interface Reached {
  readonly states: readonly number[];
  readonly isEnd: boolean;
  readonly next: Map<number, Reached>;
}

const MOST_KNOWN = 500;

type Test = (code: number) => boolean;

/** A state takes a character that passes its test, or passes on without one. */
interface State {
  readonly test?: Test;
  readonly to: readonly number[];
}

const END = 0;
const SLASH = 47;
const anything: Test = () => true;
const within: Test = (code) => code !== SLASH;

/** Builds the states from the end of the glob to its beginning, so that each knows what follows it. */
class Parser {
  private readonly states: State[] = [{ to: [] }];

  constructor(private readonly glob: string) {}

  all(): number {
    return this.part(0, this.glob.length, END);
  }

  step(state: number, code: number): readonly number[] {
    const { test, to } = this.states[state] as State;
    return test?.(code) ? to : [];
  }

  /** The states that take a character, and the end, as far as they are reached without one. */
  reach(from: readonly number[]): number[] {
    const seen = new Set(from);
    const reached: number[] = [];
    for (const state of seen) {
      const { test, to } = this.states[state] as State;
      if (test || state === END) reached.push(state);
      else for (const next of to) seen.add(next);
    }
    return reached;
  }

  private add(state: State): number {
    return this.states.push(state) - 1;
  }

  /** `test` as often as it passes, then what follows. */
  private many(test: Test, then: number): number {
    const self = this.states.length;
    const taking = this.states.push({ to: [] }, { test, to: [self] }) - 1;
    this.states[self] = { to: [taking, then] };
    return self;
  }

  private either(...to: readonly number[]): number {
    return this.add({ to });
  }

  /** The glob from `start` to `end`, then what follows. */
  private part(start: number, end: number, then: number): number {
    const pieces: ((after: number) => number)[] = [];
    for (let at = start; at < end; ) {
      const [piece, next] = this.piece(at, start, end);
      pieces.push(piece);
      at = next;
    }
    return pieces.reduceRight((after, piece) => piece(after), then);
  }

  /** What stands at a place, and where the next begins. */
  private piece(at: number, start: number, end: number): [(after: number) => number, number] {
    const { glob } = this;
    const literal = (index: number): [(after: number) => number, number] => {
      const code = glob.charCodeAt(index);
      return [(after) => this.add({ test: (other) => other === code, to: [after] }), index + 1];
    };
    const mark = glob[at];
    if (mark === '\\' && at + 1 < end) return literal(at + 1);
    if (mark === '?') return [(after) => this.add({ test: within, to: [after] }), at + 1];
    if (mark === '/' && /^(?:\/\*\*+)+$/.test(glob.slice(at, end))) {
      // `docs/**` is docs, too; `*/**` is only what lies below a folder.
      const below = (after: number) => this.add({ test: isSlash, to: [this.many(anything, after)] });
      return [glob[at - 1] === '*' ? below : (after) => this.either(after, below(after)), end];
    }
    if (mark === '*') {
      let next = at;
      while (next < end && glob[next] === '*') next++;
      const isWhole = next - at > 1 && (at === start || glob[at - 1] === '/');
      if (isWhole && next === end) return [(after) => this.many(anything, after), next];
      if (isWhole && glob[next] === '/')
        return [(after) => this.either(after, this.many(anything, this.add({ test: isSlash, to: [after] }))), next + 1];
      return [(after) => this.many(within, after), next];
    }
    if (mark === '[') return this.choiceOfCharacters(at, end) ?? literal(at);
    if (mark === '{') return this.choiceOfParts(at, end) ?? literal(at);
    return literal(at);
  }

  /** `[a-c]`, `[!a]`; undefined where no bracket closes it. */
  private choiceOfCharacters(at: number, end: number): [(after: number) => number, number] | undefined {
    const { glob } = this;
    const isNot = glob[at + 1] === '!' || glob[at + 1] === '^';
    const first = at + (isNot ? 2 : 1);
    const close = glob.indexOf(']', first + 1);
    if (close < 0 || close >= end) return undefined;
    const ranges: [number, number][] = [];
    for (let i = first; i < close; i++) {
      if (glob[i] === '\\' && i + 1 < close) i++;
      const from = glob.charCodeAt(i);
      const isRange = glob[i + 1] === '-' && i + 2 < close;
      ranges.push([from, isRange ? glob.charCodeAt(i + 2) : from]);
      if (isRange) i += 2;
    }
    const test: Test = (code) => code !== SLASH && ranges.some(([from, to]) => code >= from && code <= to) !== isNot;
    return [(after) => this.add({ test, to: [after] }), close + 1];
  }

  /** `{a,b}`, `{1..9}`; undefined where no brace closes it, or there is nothing to choose. */
  private choiceOfParts(at: number, end: number): [(after: number) => number, number] | undefined {
    const { glob } = this;
    const commas: number[] = [];
    let depth = 0;
    for (let i = at; i < end; i++) {
      if (glob[i] === '\\') i++;
      else if (glob[i] === '{') depth++;
      else if (glob[i] === ',' && depth === 1) commas.push(i);
      else if (glob[i] === '}' && --depth === 0) {
        const range = /^(.)\.\.(.)$/.exec(glob.slice(at + 1, i));
        if (range) {
          const [low = 0, high = 0] = [range[1], range[2]].map((one = '') => one.charCodeAt(0));
          return [(after) => this.add({ test: (code) => code >= low && code <= high, to: [after] }), i + 1];
        }
        if (commas.length === 0) return undefined;
        const starts = [at, ...commas];
        const parts = starts.map((from, k) => [from + 1, starts[k + 1] ?? i] as const);
        return [(after) => this.either(...parts.map(([from, to]) => this.part(from, to, after))), i + 1];
      }
    }
    return undefined;
  }
}

const isSlash: Test = (code) => code === SLASH;
