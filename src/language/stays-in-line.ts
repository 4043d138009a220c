/**
 * Whether an expression can be tried line by line, each with the line feeds around it: no match goes from one line into
 * another, and nothing beyond them decides. At most the line feed before a line begins a match, or a look behind, and the
 * one after it ends a look ahead. Where that is not certain, false.
 * @param source of an expression as those of the catalogue are, without flags
 */
export function staysInLine(source: string): boolean {
  const reader = new BreakReader(source);
  const breaks = reader.alternatives('onwards');
  return reader.isDone && breaks !== 'anywhere' && !(reader.hasEnd && reader.hasBreak);
}

/** Where a stretch of an expression may take a line feed: `edge` is its first character, of a look ahead its last. */
type Breaks = 'nowhere' | 'edge' | 'anywhere';

class BreakReader {
  /** Whether `$` stands in it, and anything that takes a line feed. */
  hasEnd = false;
  hasBreak = false;
  private at = 0;
  private isStrange = false;

  constructor(private readonly source: string) {}

  get isDone(): boolean {
    return this.at === this.source.length && !this.isStrange;
  }

  alternatives(direction: 'onwards' | 'ahead'): Breaks {
    let all = this.sequence(direction);
    while (this.take('|')) all = worse(all, this.sequence(direction));
    return all;
  }

  private sequence(direction: 'onwards' | 'ahead'): Breaks {
    let all: Breaks = 'nowhere';
    let isFirst = true;
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] as string)) {
      const part = this.part(direction);
      // In a look ahead, what follows a line feed stands in another line.
      if (direction === 'ahead' && all !== 'nowhere') all = 'anywhere';
      if (part === null) continue;
      const isInside = direction === 'onwards' && part !== 'nowhere' && !isFirst;
      all = isInside ? 'anywhere' : worse(all, part);
      isFirst = false;
    }
    return all;
  }

  /** One part with its repeats; null where it takes up no characters. */
  private part(direction: 'onwards' | 'ahead'): Breaks | null {
    const char = this.source[this.at] as string;
    if (char === '(') return this.group(direction);
    this.at++;
    // As if it took a character: a line feed behind it would not be the first.
    if (char === '^') return 'nowhere';
    if (char === '$') {
      this.hasEnd = true;
      return null;
    }
    if (char === '[') return this.repeated(this.characters());
    return this.repeated(char === '\\' && this.escapesBreak() ? 'edge' : 'nowhere');
  }

  private group(direction: 'onwards' | 'ahead'): Breaks | null {
    const [opening = ''] = /^\((?:\?(?::|<?[=!]))?/.exec(this.source.slice(this.at, this.at + 4)) ?? [];
    this.at += opening.length;
    const isLook = /[=!]$/.test(opening);
    const breaks = this.alternatives(isLook ? (opening.includes('<') ? 'onwards' : 'ahead') : direction);
    if (!this.take(')')) this.isStrange = true;
    if (!isLook) return this.repeated(breaks);
    if (breaks === 'anywhere') this.isStrange = true;
    return null;
  }

  /** Whether the escape that begins here takes a line feed. */
  private escapesBreak(): boolean {
    const char = this.source[this.at++] ?? '';
    if (/[A-Za-z\d]/.test(char) && !'dn'.includes(char)) this.isStrange = true;
    if (char === 'n') this.hasBreak = true;
    return char === 'n';
  }

  private characters(): Breaks {
    const [written = '', not, within = ''] = /^(\^?)((?:\\.|[^\]\\])*)\]/.exec(this.source.slice(this.at)) ?? [];
    this.at += written.length;
    if (written === '' || /\\[^dn\]\\^-]/.test(within)) this.isStrange = true;
    const takesBreak = within.includes('\\n') === (not === '');
    if (takesBreak) this.hasBreak = true;
    return takesBreak ? 'edge' : 'nowhere';
  }

  private repeated(breaks: Breaks): Breaks {
    const [written = ''] = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(this.source.slice(this.at)) ?? [];
    this.at += written.length;
    return written === '' || breaks === 'nowhere' ? breaks : 'anywhere';
  }

  private take(char: string): boolean {
    if (this.source[this.at] !== char) return false;
    this.at++;
    return true;
  }
}

function worse(a: Breaks, b: Breaks): Breaks {
  if (a === 'anywhere' || b === 'anywhere') return 'anywhere';
  return a === 'nowhere' ? b : a;
}
