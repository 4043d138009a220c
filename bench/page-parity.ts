/**
 * Whether the page that checks drafts finds what the command line finds. Each file of the folders named is checked by itself, one that
 * `pairs.json` of its folder's parent pairs with a policy (`{"001": "002"}` by names without ending; `policies` beside it) together with that.
 * Run: npx tsx bench/page-parity.ts FOLDER… [--page=dist/核查.html] [--most=50] [--preset=recommended]
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser, openFile } from '../test/browser.js';
import { differences, PLACE } from '../test/page/parity.js';

const { values, positionals } = parseArgs({
  options: {
    page: { type: 'string', default: 'dist/核查.html' },
    most: { type: 'string', default: '1000' },
    preset: { type: 'string', default: 'recommended' },
  },
  allowPositionals: true,
});
const files = positionals.flatMap((folder) =>
  readdirSync(folder)
    .map((name) => resolve(folder, name))
    .filter((path) => statSync(path).isFile())
    .slice(0, Number(values.most)),
);
const browser = await launchBrowser();
const { page, complaints } = await openFile(browser, resolve(values.page));
await page.evaluate(`location.hash = 'presets=${values.preset}'`);
let differing = 0;
let paired = 0;
for (const file of files) {
  const root = mkdtempSync(join(tmpdir(), 'jiedu-lint-parity-'));
  const folder = join(root, PLACE);
  mkdirSync(folder, { recursive: true });
  const names = laidOut(file, folder);
  if (names.length > 1) paired++;
  const found = await differences(page, root, names, values.preset);
  if (found.length > 0) differing++;
  for (const line of found) console.log(line);
  rmSync(root, { recursive: true });
}
await browser.close();
console.log(
  `${files.length} files, ${paired} of them with their policies; ${differing} differ. ${complaints.join('\n')}`,
);
process.exitCode = differing > 0 ? 1 : 0;

/** Copies a file into a folder, and its policy, to which it is made to lead. */
function laidOut(file: string, folder: string): string[] {
  const copy = join(folder, basename(file));
  const above = dirname(dirname(file));
  const stem = basename(file, extname(file));
  const pairs = existsSync(join(above, 'pairs.json'))
    ? JSON.parse(readFileSync(join(above, 'pairs.json'), 'utf8'))
    : {};
  const policy = join(above, 'policies', `${pairs[stem]}.md`);
  if (basename(dirname(file)) !== 'dev' || !existsSync(policy)) {
    copyFileSync(file, copy);
    return [basename(copy)];
  }
  const beside = join(folder, `政策${pairs[stem]}.md`);
  copyFileSync(policy, beside);
  const text = readFileSync(file, 'utf8');
  const key = `policy: ${basename(beside)}\n`;
  writeFileSync(copy, text.startsWith('---\n') ? `---\n${key}${text.slice(4)}` : `---\n${key}---\n${text}`);
  return [basename(copy), basename(beside)];
}
