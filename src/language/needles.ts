/** Most words that are told apart; an expression that needs one of more is as good as any. */
const MOST = 60;

/** What an expression says of its matches: all that they can be, or at least words of which each holds one. */
interface Told {
  readonly exact: readonly string[] | null;
  readonly needed: readonly string[] | null;
}

const UNKNOWN: Told = { exact: null, needed: null };

/**
 * Words of which every match of an expression holds one, so that a text without them need not be searched.
 * @param source of an expression as those of the catalogue are, without flags; not that of a literal, which a build may
 *   have written with escapes for its characters
 * @returns null where nothing can be said
 */
export function needlesOf(source: string): readonly string[] | null {
  const reader = new ExpressionReader(source);
  const told = reader.alternatives();
  const needles = reader.isDone ? told.exact : null;
  if (needles?.every((word) => word !== '')) return needles;
  return reader.isDone ? told.needed : null;
}

/** Reads the part of the language of expressions that the catalogue uses; of the rest it says that it knows nothing. */
class ExpressionReader {
  private at = 0;
  private isStrange = false;

  constructor(private readonly source: string) {}

  get isDone(): boolean {
    return this.at === this.source.length && !this.isStrange;
  }

  alternatives(): Told {
    const parts = [this.sequence()];
    while (this.take('|')) parts.push(this.sequence());
    if (parts.length === 1) return parts[0] as Told;
    const exact = parts.map((part) => part.exact);
    const needed = parts.map((part) => (part.exact?.every((word) => word !== '') ? part.exact : part.needed));
    return { exact: joined(exact), needed: joined(needed) };
  }

  private sequence(): Told {
    // The words that the stretch since the last part of unknown form can be.
    let run: readonly string[] = [''];
    let needed: readonly string[] | null = null;
    let isExact = true;
    const end = () => {
      if (run.every((word) => word !== '')) needed = better(needed, run);
      run = [''];
    };
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] as string)) {
      const part = this.part();
      if (part === null) continue;
      const { exact } = part;
      if (exact && run.length * exact.length <= MOST) {
        run = run.flatMap((before) => exact.map((word) => before + word));
        continue;
      }
      end();
      isExact = false;
      if (exact) run = exact;
      else needed = better(needed, part.needed);
    }
    const last = run;
    end();
    return { exact: isExact ? last : null, needed };
  }

  /** One part with its repeats; null where it takes up no characters. */
  private part(): Told | null {
    const char = this.source[this.at] as string;
    if (char === '^' || char === '$') {
      this.at++;
      return null;
    }
    if (char === '(') return this.group();
    if (char === '[') return this.repeated(this.characters());
    this.at++;
    if (char === '\\') return this.repeated(this.escape());
    return this.repeated(char === '.' ? UNKNOWN : { exact: [char], needed: null });
  }

  private group(): Told | null {
    const opening = /^\((?:\?(?::|<?[=!]))?/.exec(this.source.slice(this.at, this.at + 4))?.[0] ?? '';
    this.at += opening.length;
    const told = this.alternatives();
    if (!this.take(')')) this.isStrange = true;
    return /[=!]$/.test(opening) ? null : this.repeated(told);
  }

  private escape(): Told {
    const char = this.source[this.at++] ?? '';
    if (char === 'd') return { exact: [...'0123456789'], needed: null };
    if (/[\dA-Za-z]/.test(char)) {
      if (/[ux\d]/.test(char)) this.isStrange = true;
      return UNKNOWN;
    }
    return { exact: [char], needed: null };
  }

  private characters(): Told {
    const [written = '', not, within = ''] = /^\[(\^?)((?:\\.|[^\]\\])*)\]/.exec(this.source.slice(this.at)) ?? [];
    if (written === '') this.isStrange = true;
    this.at += Math.max(1, written.length);
    if (within === '0-9' && !not) return { exact: [...'0123456789'], needed: null };
    const isList = !not && !/\\|.-./.test(within) && within !== '';
    return isList ? { exact: [...within], needed: null } : UNKNOWN;
  }

  private repeated(told: Told): Told {
    const [written = '', mark, least, comma, most] =
      /^(?:([?*+])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(this.source.slice(this.at)) ?? [];
    this.at += written.length;
    if (written === '') return told;
    const from = mark ? (mark === '+' ? 1 : 0) : Number(least);
    const to = mark
      ? mark === '?'
        ? 1
        : Number.POSITIVE_INFINITY
      : comma
        ? Number(most || Number.POSITIVE_INFINITY)
        : from;
    if (from === 0) return { exact: to === 1 && told.exact ? ['', ...told.exact] : null, needed: null };
    if (from === 1 && to === 1) return told;
    return { exact: null, needed: told.exact?.every((word) => word !== '') ? told.exact : told.needed };
  }

  private take(char: string): boolean {
    if (this.source[this.at] !== char) return false;
    this.at++;
    return true;
  }
}

function joined(lists: readonly (readonly string[] | null)[]): readonly string[] | null {
  return lists.every((list) => list !== null) ? lists.flat() : null;
}

/** Of two lists of words the one that fewer texts hold a word of: longer words, then fewer. */
function better(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (!a || !b) return a ?? b;
  const weight = (words: readonly string[]) => 1000 * Math.min(3, ...words.map(({ length }) => length)) - words.length;
  return weight(b) > weight(a) ? b : a;
}
