import { linear, shifted } from './linear.js';

/** What an EQ field shows, as a line of text: 泓 with its pinyin left out, ① of a circle and a 1, 1/2. */
export function equationText(instruction: string): string {
  const source = instruction.replace(/^\s*eq\s/i, '').replace(/\\\*\s*(?:"[^"]*"|\S+)/g, '');
  return read(source, 0, 0).text.replaceAll(RAISED, '').trim();
}

/** Before what an argument raises; nobody types it. */
const RAISED = '\ue003';

interface Read {
  readonly text: string;
  readonly end: number;
}

const MAX_DEPTH = 40;

/** Reads on until the comma or the bracket that ends an argument. */
function read(source: string, start: number, depth: number): Read {
  let text = '';
  let at = start;
  while (at < source.length) {
    const char = source[at] as string;
    if (depth > 0 && (char === ',' || char === ';' || char === ')')) break;
    if (char !== '\\') {
      text += char;
      at++;
      continue;
    }
    const command = /^\\([a-z]{1,2})/i.exec(source.slice(at, at + 4));
    if (!command || depth > MAX_DEPTH) {
      // A mark that would otherwise part arguments.
      text += source[at + 1] ?? '';
      at += 2;
      continue;
    }
    const { text: shown, end } = commandAt(source, at, depth);
    text += shown;
    at = end;
  }
  return { text, end: at };
}

/** A switch with its options (`\o\ac`, `\s\up9`) and what stands in its brackets. */
function commandAt(source: string, start: number, depth: number): Read {
  const open = source.indexOf('(', start);
  const name = /^\\([a-z])/i.exec(source.slice(start, start + 3))?.[1]?.toLowerCase() ?? '';
  if (open < 0) return { text: '', end: source.length };
  const options = source.slice(start, open);
  // Letters between the switch and its bracket that are no options: it has no bracket of its own.
  const switches = options.slice(0, 200).split('\\').slice(1);
  if (!switches.every((one) => /^[a-z]{1,2}\s{0,9}[^\s(]{0,9}\s{0,9}$/i.test(one))) return { text: '', end: start + 2 };
  const parts: string[] = [];
  let at = open;
  do {
    const part = read(source, at + 1, depth + 1);
    parts.push(part.text.trim());
    at = part.end;
  } while (at < source.length && source[at] !== ')');
  return { text: shown(name, options.toLowerCase(), parts), end: at + 1 };
}

const FRAMES = /^[○〇◯●□■△◇]$/;

function shown(name: string, options: string, parts: readonly string[]): string {
  const [first = '', second = ''] = parts;
  switch (name) {
    case 'o': {
      const frame = parts.find((part) => FRAMES.test(part));
      if (frame !== undefined) return framed(parts.filter((part) => part !== frame).join(''));
      // Pinyin above a character: raised first, the character last. Of characters one above the other (合并字符) none is an aid.
      return first.startsWith(RAISED) && !/\p{Script=Han}/u.test(first) && parts.length > 1
        ? parts.slice(1).join('')
        : parts.join('');
    }
    case 'f':
      return linear.fraction(first, second);
    case 'r':
      return parts.length > 1 ? linear.root(second, first) : linear.root(first);
    case 's':
      return options.includes('\\up')
        ? RAISED + shifted(first, 'sup')
        : options.includes('\\do')
          ? shifted(first, 'sub')
          : parts.join('');
    case 'i':
      return linear.big(
        options.includes('\\su') ? '∑' : options.includes('\\pr') ? '∏' : '∫',
        first,
        second,
        parts[2] ?? '',
      );
    case 'b':
      return `(${parts.join(', ')})`;
    case 'l':
      return parts.join(',');
    case 'd':
      return '';
    case 'a':
      return parts.join('; ');
    default:
      return parts.join('');
  }
}

/** A number in a circle as one sign, where there is one. */
function framed(text: string): string {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  const han = '一二三四五六七八九十'.indexOf(text);
  if (number >= 1 && number <= 20) return String.fromCharCode(0x245f + number);
  return text !== '' && han >= 0 ? String.fromCharCode(0x3280 + han) : `○${text}`;
}
