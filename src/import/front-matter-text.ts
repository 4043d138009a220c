import type { Kind } from '../document/document.js';
import { KEYS, type Key, keyName, kindName, requiredKeys } from '../document/vocabulary.js';
import type { Locale } from '../language/locale.js';
import type { Guess } from './evidence.js';

/** The file to write: front matter with what was guessed, and the text. */
export function importedText({ body }: { readonly body: string }, guesses: readonly Guess[], locale: Locale): string {
  return `${frontMatterText(guesses, locale)}\n${body}`;
}

/**
 * Front matter of what was guessed, each value with a comment that says where it is from and asks to check it. What is required and not known
 * stands empty, so that the linter asks for it; so does what is only proposed.
 */
export function frontMatterText(guesses: readonly Guess[], locale: Locale): string {
  const kind = guesses.find(({ key }) => key === 'kind')?.value as Kind | undefined;
  const wanted = wantedKeys(kind ?? null);
  const lines = KEYS.flatMap((key) => {
    const guess = guesses.find((one) => one.key === key.key);
    if (guess) return [lineOf(key, guess, locale)];
    return wanted.includes(key.key) ? [`${keyName(key, locale)}: # ${MISSING[locale]}`] : [];
  });
  return ['---', ...lines, '---', ''].join('\n');
}

/** The keys that an imported paper of a kind is to have. */
export function wantedKeys(kind: Kind | null): string[] {
  return [...requiredKeys(kind), ...(kind && kind !== 'policy' ? ['policy'] : [])];
}

const MISSING = { 'zh-CN': '没有找到，请填写', en: 'not found; fill it in' };

function lineOf(key: Key, { value, from, sure }: Guess, locale: Locale): string {
  const written =
    typeof value === 'string'
      ? scalar(shown(key, value, locale))
      : `[${value.map((item) => scalar(item, true)).join(', ')}]`;
  const name = keyName(key, locale);
  const mark = { 'zh-CN': `推测：取自${from['zh-CN']}，请核对`, en: `guessed from ${from.en}; check it` }[locale];
  const proposal = {
    'zh-CN': `可能是 ${written}（取自${from['zh-CN']}），核对后填写`,
    en: `perhaps ${written} (from ${from.en}); check it and fill it in`,
  }[locale];
  return `${name}: ${sure ? `${written} # ${oneLine(mark)}` : `# ${oneLine(proposal)}`}`;
}

function shown(key: Key, value: string, locale: Locale): string {
  return key.key === 'kind' ? kindName(value, locale) : value;
}

/** A value as YAML reads it back: plain where that is safe. In a list commas and brackets are not. */
function scalar(value: string, inList = false): string {
  const text = oneLine(value);
  const plain =
    /^(?:\.{1,2}\/)?[㐀-鿿A-Za-z0-9（《〈“][^\s#"'\\]*(?: [^\s#"'\\:]+)*$/.test(text) &&
    !/:(?: |$)|^(?:true|false|null|yes|no|on|off|~)$/i.test(text) &&
    !/^[\d.,+-]+$/.test(text);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  return isDay || (plain && !(inList && /[,[\]{}:]/.test(text))) ? text : JSON.stringify(text);
}

function oneLine(text: string): string {
  return text.replace(/[\s\u0085\u2028\u2029]+/g, ' ').trim();
}
