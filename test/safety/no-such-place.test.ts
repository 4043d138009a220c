import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archiveWith, ERROR, RULES, run } from '../cli/command.js';
import { p, TITLE, word } from '../import/word.js';

/** Paths where nothing is, nor can be. The system says so with other codes than that nothing is there. */
const PLACES = [
  ['below a file', 'a.md/x'],
  ['far below a file', 'a.md/x/y/z'],
  ['below a circle of links', 'circle/x'],
  ['in a circle of links', 'circle'],
  ['of too long a name', 'x'.repeat(300)],
  ['below a link to nowhere', 'nowhere/x'],
] as const;

/** What takes the name of a file or folder. */
const COMMANDS: readonly (readonly [string, (place: string) => string[], code: number])[] = [
  ['the cache', (place) => ['--cache', '--cache-location', place, 'a.md'], 1],
  ['ledgers to write', (place) => ['audit', 'a.md', '--xlsx-by-department', place], 2],
  ['ledgers to read', (place) => ['audit', 'a.md', '--ledger', place], 2],
  ['an audit to compare with', (place) => ['audit', 'a.md', '--compare', place], 2],
  ['a report', (place) => ['-o', place, 'a.md'], 2],
  ['a page of an audit', (place) => ['audit', 'a.md', '--html', place], 2],
  ['suppressions', (place) => ['--suppress-all', '--suppressions-location', place, 'a.md'], 2],
  ['a config', (place) => ['-c', place, 'a.md'], 2],
  ['a document', (place) => [place], 2],
  ['a document to inspect', (place) => ['inspect', place], 2],
  ['a briefing', (place) => ['approve', `${place}.md`, '--yes'], 2],
  ['a Word file', (place) => ['review', `${place}.docx`], 2],
  ['a review', (place) => ['review', 'a.docx', '-o', place], 2],
  ['a draft', (place) => ['new', 'policy', '-o', place], 2],
  ['imports', (place) => ['import', 'a.docx', '-o', place], 2],
  ['renewed imports', (place) => ['import', 'a.docx', '--update', '-o', place], 2],
  ['a preset', (place) => ['preset', 'check', place], 2],
  ['a notice', (place) => ['preset', 'new', 'ours', '--from', place], 2],
];

describe.skipIf(process.platform === 'win32').each(COMMANDS)(
  'a place for %s where nothing can be',
  (_, words, code) => {
    it.each(PLACES)('is told as one: %s', async (_, place) => {
      const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'a.md': ERROR });
      writeFileSync(join(folder, 'a.docx'), await word(TITLE + p('一、背景') + p('为了规范河道采砂，制定本办法。')));
      symlinkSync('circle', join(folder, 'circle'));
      symlinkSync('gone', join(folder, 'nowhere'));
      const ran = await run(folder, words(place));
      expect(ran.code).toBe(code);
      expect(ran.out + ran.err).toContain(place.slice(0, 20));
      expect(ran.err).not.toMatch(/程序出错|^ {4}at /m);
    });
  },
);
