import { writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { KINDS } from '../../src/document/vocabulary.js';
import { Engine, lintFiles } from '../../src/index.js';
import type { Message } from '../../src/lint/result.js';

/** What is said of files, by their names: a line a finding, sorted, findings of `WORDS` left out. */
type Said = ReadonlyMap<string, readonly string[]>;

/** The rule that asks a dictionary which the page does not have. */
const WORDS = 'content/terms-explained';

/** A file that is not checked has this in place of findings. */
const UNREAD = ['unread'];

/** Where files lie in their folder: as deep as the page takes them to, since a browser tells no folders and links may lead up. */
export const PLACE = '1/2/3/4';

/**
 * What the page finds in files dropped together and the command line does not, or the other way round: a line each.
 * @param root a folder, which holds them in `PLACE`
 */
export async function differences(
  page: Page,
  root: string,
  names: readonly string[],
  preset: string,
): Promise<string[]> {
  const paths = names.map((name) => join(root, PLACE, name));
  const remove = page.locator('.files li > button:last-child');
  while ((await remove.count()) > 0) await remove.first().click();
  await page.setInputFiles('#files', paths);
  let rows = await read(page, names.length);
  const engine = new Engine({ cwd: root, configLookup: false });
  await engine.configuration.prepare(paths);
  const { inspections } = await engine.inspect(paths);
  // The page lays a policy beside what does not lead to it, which the command line cannot.
  const led = new Map(
    inspections.map(({ filePath, links }) => [basename(filePath), links.map(({ resolved }) => resolved)]),
  );
  for (const { name, policy } of rows) {
    if (policy === null || led.get(name)?.some((path) => path && basename(path) === policy)) continue;
    await page.getByLabel(`“${name}”解读的政策`).selectOption('null');
    rows = await read(page, names.length);
  }
  const overrides = inspections.flatMap(({ filePath, kind }) => {
    const taken = rows.find(({ name }) => name === basename(filePath))?.kind;
    return kind === null && taken ? [{ files: [`**/${escaped(basename(filePath))}`], kind: taken }] : [];
  });
  return between(
    new Map(rows.map(({ name, findings }) => [name, findings])),
    await commandLineSays(root, paths, preset, overrides),
  );
}

interface Row {
  readonly name: string;
  readonly findings: readonly string[];
  /** As the page took it; null where it was not read. */
  readonly kind: string | null;
  /** The name of the policy that the page found for it. */
  readonly policy: string | null;
}

async function read(page: Page, count: number): Promise<Row[]> {
  await page.evaluate(settled(count));
  const rows = await page.evaluate<Row[]>(READ);
  return rows.map((row) => ({
    ...row,
    kind: KINDS.find(({ chinese: [name] }) => name === row.kind)?.kind ?? null,
    policy: row.policy === '没有' ? null : row.policy,
  }));
}

/** Waits until so many files have been checked: each shows its kind, or why it was not read. */
const settled = (count: number) => `new Promise((done) => {
  const isChecked = (row) => row.matches('.failed') || row.querySelector('option').textContent !== '自动识别';
  const look = () => {
    const rows = [...document.querySelectorAll('.files li')];
    const isDone = rows.length === ${count} && rows.every(isChecked) && /完毕|没有核查|^$/.test(document.querySelector('.status').textContent);
    if (isDone) done();
    else requestAnimationFrame(look);
  };
  look();
})`;

/** Goes through the documents and reads the findings of each. */
const READ = `(() => {
  const text = (from, selector) => from.querySelector(selector)?.textContent ?? '';
  const told = (row, what) => /[：按](.+)$/.exec(text(row, 'select[id^=' + what + '] option'))?.[1] ?? null;
  const line = (one) => [...one.querySelectorAll('.actions button')].map((button) => /^看原文第 (\\d+) 行$/.exec(button.textContent)?.[1]).find(Boolean) ?? '';
  const rows = [...document.querySelectorAll('.files li')].map((row) => ({
    name: text(row, '.name'), kind: told(row, 'kind'), policy: told(row, 'policy'), isFailed: row.matches('.failed'),
  }));
  return rows.map(({ isFailed, ...row }) => {
    if (isFailed) return { ...row, findings: ['unread'] };
    [...document.querySelectorAll('.documents button')].find((one) => one.firstChild.textContent === row.name)?.click();
    const findings = [...document.querySelectorAll('.findings > li')].filter((one) => one.dataset.rule !== '${WORDS}').map((one) => [
      one.matches('.error') ? 'error' : 'warning',
      one.querySelector('.what').lastChild.textContent,
      ...[...one.querySelectorAll('.pairs dd')].map((said) => said.textContent),
      line(one),
    ].join('|'));
    return { ...row, findings: findings.sort() };
  });
})()`;

async function commandLineSays(
  root: string,
  paths: readonly string[],
  preset: string,
  overrides: readonly { readonly files: readonly string[]; readonly kind: string }[],
): Promise<Said> {
  const config = join(root, 'jiedu-lint.config.json');
  writeFileSync(config, JSON.stringify({ overrides }));
  const patterns = paths.map((path) => escaped(relative(root, path)));
  const results = await lintFiles(patterns, { cwd: root, config, presets: [preset], locale: 'zh-CN' });
  return new Map(
    results.map(({ filePath, messages }) => {
      const isUnread = messages.some(({ ruleId, fatal }) => fatal && ruleId === null);
      const lines = messages.filter(({ ruleId }) => ruleId !== WORDS).map(lineOf);
      return [basename(filePath), isUnread ? UNREAD : lines.sort()];
    }),
  );
}

/** A name as the pattern that means it alone. */
function escaped(name: string): string {
  return name.replace(/[[\]{}()*?!+@\\]/g, '\\$&');
}

function lineOf({ severity, line, column, endLine, endColumn, messageId, parts }: Message): string {
  const { what, todo, why } = parts;
  const isPlaced = messageId !== 'absent' && !(line === endLine && column === endColumn);
  return [severity === 2 ? 'error' : 'warning', what, todo, ...(why ? [why] : []), isPlaced ? line : ''].join('|');
}

function between(page: Said, commandLine: Said): string[] {
  return [...new Set([...page.keys(), ...commandLine.keys()])].flatMap((name) => {
    const there = [...(commandLine.get(name) ?? ['no such file'])];
    const extra = (page.get(name) ?? ['no such file']).filter((line) => !takeOut(there, line));
    return [
      ...extra.map((line) => `${name}: only the page: ${line}`),
      ...there.map((line) => `${name}: only the command line: ${line}`),
    ];
  });
}

function takeOut(lines: string[], line: string): boolean {
  const at = lines.indexOf(line);
  if (at >= 0) lines.splice(at, 1);
  return at >= 0;
}
