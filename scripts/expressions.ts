// npm run check: refuses every regular expression of the code that ships whose cost may grow faster than its text. Literals are read from
// the code; those that are built are caught as they are made, while every module is loaded and a document goes through every rule.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expressionsIn, expressionsOf, sourceFiles } from './expressions/gather.js';
import { type Expression, faultsOf } from './expressions/judge.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Code of others that needs expressions built from data, and code for the browser's page or for building. */
const NOT_CAUGHT = /^(?:src\/generated\/|scripts\/)/;

/** Expressions with many ways in texts that are short, by file: the most characters of a text that they see. */
const ON_SHORT_TEXTS: ReadonlyMap<string, number> = new Map([['src/elements/fillers.ts', 60]]);

const files = sourceFiles(root).map((name) => expressionsIn(root, name));
const built = await caughtWhile(useEverything);
const places = new Set(built.map(({ at }) => at));
const unseen = files.flatMap(({ builders }) => builders).filter((at) => !NOT_CAUGHT.test(at) && !places.has(at));
const all = [...files.flatMap(({ literals }) => literals), ...built];
const refused = all.filter((expression) => isRefused(expression));

for (const at of unseen) console.error(`${at}: an expression is built here that this script never saw; make it see it`);
console.log(
  `${all.length} regular expressions (${built.length} of them built), ${refused.length} refused, ${unseen.length} unseen`,
);
if (process.argv.includes('--bundle')) tellBundle();
process.exitCode = refused.length + unseen.length > 0 ? 1 : 0;

function isRefused(expression: Expression): boolean {
  const short = ON_SHORT_TEXTS.has(expression.at.replace(/:\d+$/, ''));
  const faults = faultsOf(expression).filter((fault) => !(short && fault.includes('ways from one place')));
  if (faults.length > 0)
    console.error(`${expression.at}: /${expression.source}/${expression.flags}\n  ${faults.join('\n  ')}`);
  return faults.length > 0;
}

/** What the libraries in the bundle have, for whoever adds one: told, and no failure. */
function tellBundle(): void {
  const { literals } = expressionsOf(readFileSync(join(root, 'dist', 'index.js'), 'utf8'), 'dist/index.js');
  const own = new Set(all.map(({ source }) => source));
  const others = literals.filter(({ source }) => !own.has(source));
  const suspect = others.filter((expression) => isRefused(expression));
  console.log(`${others.length} of libraries, ${suspect.length} that may be slow`);
}

/** The expressions built while something runs, each once, with the place that builds them. */
async function caughtWhile(run: () => Promise<void>): Promise<Expression[]> {
  const Native = globalThis.RegExp;
  const caught = new Map<string, Expression>();
  const note = (args: readonly unknown[]) => {
    // Behind this function and the trap stands who asked; libraries see to their own.
    const asking = new Error().stack?.split('\n')[3] ?? '';
    const [, file, line] = /\/((?:src|rules)\/[^:)\s]{1,200}\.ts):(\d{1,6})/.exec(asking) ?? [];
    if (file === undefined || NOT_CAUGHT.test(file) || asking.includes('node_modules')) return;
    const [source = '', flags = ''] = args.map((arg) => (arg instanceof Native ? arg.source : String(arg)));
    caught.set(`${file}:${line} ${source}`, { source, flags, at: `${file}:${line}` });
  };
  globalThis.RegExp = new Proxy(Native, {
    construct(target, args) {
      note(args);
      return Reflect.construct(target, args) as object;
    },
    apply(target, self, args) {
      note(args);
      return Reflect.apply(target, self, args);
    },
  });
  await run();
  globalThis.RegExp = Native;
  return [...caught.values()];
}

/** Loads every module and sends a document with numbers of every kind through every rule. */
async function useEverything(): Promise<void> {
  const modules = sourceFiles(root).filter(
    (name) => /^(?:src|rules)\/.*\.ts$/.test(name) && !/\/page\/client\//.test(name),
  );
  for (const name of modules) await import(pathToFileURL(join(root, name)).href);
  const { rules } = (await import('../rules/index.js')) as typeof import('../rules/index.js');
  const { runCase } = await import('../src/rule-tester/rule-run.js');
  const numbers = [
    '第一部分 甲',
    'Ⅰ. 甲',
    '第一章 总则',
    '第一条 为了规范',
    '一、背景',
    '（一）依据',
    '1. 甲',
    '1）甲',
    '① 甲',
  ];
  const texts = numbers.map((first) => {
    const third = first.replace('一', '三').replace('1', '3').replace('①', '③').replace('Ⅰ', 'Ⅲ');
    return `---\npolicy: 办法\n---\n\n# 《办法》解读\n\n${first}\n\n5日内办结，首次发布。\n\n${third}\n\n文。\n`;
  });
  for (const kind of ['policy', 'interpretation'] as const)
    for (const text of texts)
      for (const rule of rules) await runCase(rule, { text, path: '/a.md', kind, options: rule.defaults });
}
