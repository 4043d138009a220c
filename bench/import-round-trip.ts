// Makes Word files (by LibreOffice) and saved pages from papers whose content is known, imports and lints them, and counts what came through.
// npx tsx bench/import-round-trip.ts [--show NAME]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from '../src/document/parse.js';
import { importedText } from '../src/import/front-matter-text.js';
import { importDocument } from '../src/import/import.js';
import { compare, type Outcome, printed } from './import/compare.js';
import { pages } from './import/pages.js';
import { PAPERS, type Paper } from './import/papers.js';
import { flatText, LAYOUTS } from './import/word.js';

interface Sample {
  readonly name: string;
  readonly group: string;
  readonly paper: Paper;
  readonly bytes: Uint8Array;
  /** The page's text, null for a Word file. */
  readonly page: string | null;
}

const show = process.argv[process.argv.indexOf('--show') + 1];
const folder = mkdtempSync(join(tmpdir(), 'jiedu-import-'));
try {
  const samples = [...wordFiles(), ...savedPages()];
  const outcomes: (Outcome & { name: string; group: string })[] = [];
  mkdirSync(join(folder, 'imported'));
  for (const { name, group, paper, bytes, page } of samples) {
    const imported = await importDocument(bytes, name);
    if ('failure' in imported) {
      console.log(`${name}: ${imported.failure}`);
      process.exitCode = 1;
      continue;
    }
    const text = importedText(imported, imported.guesses, 'zh-CN');
    if (process.argv.includes('--show') && name.includes(show ?? '')) console.log(`===== ${name}\n${text}`);
    writeFileSync(join(folder, 'imported', `${name}.md`), text);
    outcomes.push({ name, group, ...compare(paper, page, parseDocument(text, { path: name })) });
  }
  console.log(printed(outcomes));
  console.log(lintFindings(join(folder, 'imported')));
} finally {
  rmSync(folder, { recursive: true });
}

/** Each paper in three layouts. */
function wordFiles(): Sample[] {
  const made = PAPERS.flatMap((paper, i) =>
    [0, 1, 2].map((k) => ({ paper, layout: LAYOUTS[(i + k * 3 + (k === 2 ? 1 : 0)) % LAYOUTS.length] ?? LAYOUTS[0] })),
  );
  const files = made.map(({ paper, layout }) => {
    const name = `${paper.name}-${layout?.name}`;
    if (layout) writeFileSync(join(folder, `${name}.fodt`), flatText(paper, layout));
    return { name, paper, layout };
  });
  execFileSync(
    'soffice',
    [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      folder,
      ...files.map(({ name }) => join(folder, `${name}.fodt`)),
    ],
    { stdio: 'ignore' },
  );
  return files.map(({ name, paper, layout }) => ({
    name: `${name}.docx`,
    group: `docx ${layout?.name}`,
    paper,
    bytes: readFileSync(join(folder, `${name}.docx`)),
    page: null,
  }));
}

function savedPages(): Sample[] {
  return pages().map(({ name, half, paper, bytes, html }) => ({
    name,
    group: `page ${half}`,
    paper,
    bytes,
    page: html,
  }));
}

/** What the linter says of the form of the imported files: rules on content are the papers' own business. */
function lintFindings(path: string): string {
  const rules = ['format/fullwidth-punctuation: warn', 'structure/heading-numbering: warn'].flatMap((rule) => [
    '--rule',
    rule,
  ]);
  const args = ['bin/jiedu-lint.js', '--no-config-lookup', '--exit-zero', ...rules, '-f', 'json', path];
  const results: { filePath: string; messages: { ruleId: string; message: string; line: number }[] }[] = JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 }),
  );
  const found = results.flatMap(({ filePath, messages }) =>
    messages
      .filter(({ ruleId }) => /^(?:format|structure|meta|safety)\/|no-broken-link/.test(ruleId))
      .map(({ ruleId, message, line }) => `  ${filePath.split('/').at(-1)}:${line} ${ruleId} ${message.slice(0, 70)}`),
  );
  return `findings of form: ${found.length}\n${found.join('\n')}`;
}
