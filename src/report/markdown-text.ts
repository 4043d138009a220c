import { printable } from './terminal-text.js';

/**
 * A text that Markdown shows as it is, on one line and in a table's cell too: no markup, no HTML, no formula. On services that
 * answer to them, `@name` and `#1` call nobody and point nowhere: a space without width keeps them apart.
 */
export function markdownText(text: string): string {
  return printable(text.replace(/\s+/g, ' ').trim())
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/@(?=\S)|(?<!&)#(?=\d)/g, '$&&#8203;');
}
