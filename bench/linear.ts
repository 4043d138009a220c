// Whether the cost of a document grows in step with its size: parses worst-case texts and runs every rule over them.
// npx tsx bench/linear.ts [--write] [name…] prints milliseconds of processor time at a quarter, half and all of 1 MB, and the growth from
// half to all; --write puts them into docs/reliability.md as well.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { rules } from '../rules/index.js';
import { factsOf } from '../src/archive/facts.js';
import { makeResolver } from '../src/config/resolve.js';
import { LIMITS } from '../src/document/limits.js';
import { knownNames } from '../src/engine/known.js';
import { checkArchive, checkDocument } from '../src/lint/check.js';
import { understand } from '../src/lint/check-text.js';
import { archiveOf } from '../src/lint/load-archive.js';
import { growthOf, isBad, keep, type Time, timeOf } from './linear-table.js';

/** UTF-16 units. */
const SIZES = [256 * 1024, 512 * 1024, 1024 * 1024];
/** A text that takes longer at all sizes together is given up, in milliseconds by the clock. */
const PATIENCE = 120_000;

const TO_POLICY = {
  to: 'policy.md',
  type: 'front-matter',
  key: 'policy',
  range: { start: 0, end: 0 },
  says: '',
} as const;

const repeated = (unit: string) => (size: number) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

/** Each builds a text of about `size` UTF-16 units. */
const TEXTS: Readonly<Record<string, (size: number) => string>> = {
  prose: repeated('为贯彻落实有关规定，结合本市实际，制定本办法。\n\n'),
  'Han in one line': repeated('政'),
  的: repeated('的'),
  'short lines': repeated('第一行文字\n'),
  paragraphs: repeated('一段文字。\n\n'),
  'quotes >': repeated('>'),
  'quote lines': repeated('> 引文\n'),
  'nested quote lines': (size) => {
    const line = `${'> '.repeat(60)}引\n`;
    return repeated(line)(size);
  },
  'quote lines as deep as is allowed': repeated(`${'> '.repeat(LIMITS.nesting)}引\n`),
  'list items as deep as is allowed': (size) => {
    let text = '';
    for (let i = 0; text.length < size; i++) text += `${'  '.repeat(i % LIMITS.nesting)}- 项\n`;
    return text;
  },
  '*': repeated('*'),
  '*a ': repeated('*a '),
  'a*': repeated('a*'),
  '**a ': repeated('**a '),
  '*a **b ': repeated('*a **b '),
  _: repeated('_'),
  '_a ': repeated('_a '),
  '~~a': repeated('~~a '),
  '[': repeated('['),
  '[a](': repeated('[a]('),
  '[a](b': repeated('[a](b'),
  '[a](<': repeated('[a](<b'),
  '[](': repeated('[]('),
  '![': repeated('!['),
  '![[]()': repeated('![[]()'),
  ']': repeated(']'),
  '[]': repeated('[]'),
  '[a][b]': repeated('[a][b] '),
  'reference definitions': repeated('[甲]: /a\n'),
  'many reference definitions': (size) => {
    let text = '';
    for (let i = 0; text.length < size; i++) text += `[r${i}]: /a${i}\n`;
    return text;
  },
  'open definitions': repeated('[a]: '),
  links: repeated('[办法](policy.md)，'),
  '<': repeated('<'),
  '<a': repeated('<a '),
  '<a href="': repeated('<a href="'),
  '<a href=x>': repeated('<a href=x>甲</a> '),
  '</': repeated('</'),
  '<script>': repeated('<script>\n'),
  '<div>': repeated('<div>\n'),
  '<!--': repeated('<!--'),
  'a <!--': repeated('a <!-- '),
  '<!-- -': repeated('<!-- a --'),
  comments: repeated('<!-- 注 -->文'),
  '<!A': repeated('甲 <!A '),
  '<?': repeated('甲 <?'),
  '<![CDATA[': repeated('甲 <![CDATA['),
  '&': repeated('&'),
  '&nbsp;': repeated('&nbsp;'),
  '&#': repeated('&#1'),
  '\\': repeated('\\'),
  'backslash stars': repeated('\\*'),
  backticks: repeated('`'),
  'backtick runs': (size) => {
    let text = '';
    for (let i = 1; text.length < size; i++) text += `${'`'.repeat(i)} `;
    return text.slice(0, size);
  },
  '`a': repeated('`a '),
  fences: repeated('```\n'),
  pipes: repeated('|'),
  'table rows': (size) => `|甲|乙|\n|-|-|\n${repeated('|一|二|\n')(size)}`,
  'table of pipes': (size) => {
    const width = Math.floor(size / 3);
    return `${'|a'.repeat(width / 2)}|\n${'|-'.repeat(width / 2)}|\n${'|b'.repeat(width / 2)}|\n`;
  },
  'wide table, many short rows': (size) => {
    const columns = Math.floor(Math.sqrt(size));
    return `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${repeated('|b\n')(size)}`;
  },
  'escaped pipes': (size) => `|甲|乙|\n|-|-|\n|${repeated('a\\|')(size)}|b|\n`,
  'delimiter rows': repeated('|-|-|\n'),
  '# headings': repeated('# 标题\n'),
  '#': repeated('#'),
  'setext =': repeated('标题\n===\n'),
  '=': repeated('='),
  '-': repeated('-'),
  '- lines': repeated('- 项\n'),
  '- - -': repeated('- '),
  '-\n': repeated('-\n'),
  'nested list': (size) => {
    let text = '';
    for (let i = 0; text.length < size; i++) text += `${'  '.repeat(i % 200)}- 项\n`;
    return text;
  },
  'numbered list': repeated('1. 项目\n'),
  '1. 1. 1.': repeated('1. '),
  '* a\n': repeated('* a\n'),
  'blank lines': repeated('\n'),
  'lone CR': repeated('文字\r'),
  CRLF: repeated('文字\r\n'),
  spaces: repeated(' '),
  'spaces in text': repeated('文 '),
  'trailing spaces': repeated(`文${' '.repeat(200)}\n`),
  tabs: repeated('\t'),
  'ideographic spaces': repeated('　'),
  'hard breaks': repeated('文字  \n'),
  'indented lines': repeated('    文字\n'),
  '一、': repeated('一、'),
  '一、 lines': repeated('一、背景依据\n\n'),
  '（一）': repeated('（一）'),
  '（一） lines': repeated('（一）适用范围。本办法适用于企业。\n\n'),
  第一条: repeated('第一条　'),
  '第一条 lines': repeated('第一条　为了规范。\n\n'),
  '1.': repeated('1.甲'),
  '①': repeated('①'),
  '问：': repeated('问：'),
  '问答 lines': repeated('问：为什么？\n\n答：因为。\n\n'),
  '？': repeated('？'),
  '。': repeated('。'),
  '：': repeated('：'),
  '、': repeated('、'),
  '，': repeated('，'),
  '“': repeated('“'),
  '”': repeated('”'),
  '“甲': repeated('“甲'),
  '《': repeated('《'),
  '》': repeated('》'),
  '《办法': repeated('《办法'),
  '【': repeated('【'),
  '【甲': repeated('【甲'),
  '（': repeated('（'),
  '（甲': repeated('（甲'),
  '〔2024': repeated('〔2024'),
  '〔2024〕1号': repeated('〔2024〕1号'),
  年月: repeated('2024年1月'),
  digits: repeated('1'),
  'digits and dots': repeated('1.'),
  letters: repeated('a'),
  'http://': repeated('http://'),
  'http://a ': repeated('http://a.b/c '),
  'http://a，': repeated('http://a.b/c，'),
  'long URL': (size) => `http://${repeated('a')(size)}`,
  '://': repeated('://'),
  'www.': repeated('www.'),
  '@': repeated('a@'),
  astral: repeated('𠮷'),
  'combining marks': repeated('\u0301'),
  'zero width': repeated('\u200b'),
  XX: repeated('XX'),
  待定: repeated('待定'),
  '……': repeated('…'),
  根据: repeated('根据'),
  有关规定: repeated('根据有关规定，'),
  是指: repeated('是指'),
  适用于: repeated('适用于'),
  '一、 then text': (size) => `一、${repeated('政')(size)}`,
  'bold lines': repeated('**背景依据**\n\n'),
  'bold in one line': repeated('**甲**乙'),
  'headings of one name': repeated('## 甲\n\n文。\n\n'),
  '1年': repeated('1年'),
  '1年 lines': repeated('自受理之日起1年内办结。\n\n'),
  Han数字: repeated('一万亿'),
  百分之五: repeated('百分之五，'),
  '990 figures': (size) => {
    let text = '';
    for (let i = 1; i < 990; i++) text += `对符合条件的申请人按照标准给予一次性补贴${i}元并告知结果和理由。\n\n`;
    return repeated(`${text}${'政'.repeat(Math.max(1, size - text.length))}`)(size);
  },
  '（第九条）': repeated('（第九条）'),
  '《办法》第九条，': repeated('《办法》第九条，'),
  '《办法》（': repeated('《办法》（'),
  '《甲》（以下简称': repeated('《甲》（以下简称'),
  '“本办法第九条': repeated('“本办法第九条'),
  '第一条 第二条': (size) => {
    let text = '';
    for (let i = 1; text.length < size; i++) text += `第${i % 999}条 为了规范（一）甲；（二）乙。`;
    return text;
  },
  由5日: repeated('由5日'),
  由5日提高到: repeated('由5日提高到10日，'),
  '例如，5日': repeated('例如，5日。'),
  'front matter lines': (size) => `---\n${repeated('title: 甲\n')(size)}`,
  'front matter, closed': (size) => `---\n${repeated('title: 甲\n')(size)}---\n`,
  'front matter, no newline': (size) => `---\n${repeated('a')(size)}`,
  'front matter, flow lists': (size) =>
    `---\na: [${repeated('[甲, 乙], ')(Math.min(size, 60_000))}丙]\n---\n${repeated('文')(size)}`,
  'front matter, one long text': (size) =>
    `---\na: ${repeated('甲')(Math.min(size, 60_000))}\n---\n${repeated('文')(size)}`,
  'front matter, folded text': (size) =>
    `---\na: >\n${repeated('  甲\n')(Math.min(size, 60_000))}---\n${repeated('文')(size)}`,
  'front matter, many keys': (size) => {
    let text = '---\n';
    for (let i = 0; text.length < Math.min(size, 60_000); i++) text += `k${i}: 甲\n`;
    return `${text}---\n${repeated('文')(size)}`;
  },
  'front matter, quoted': (size) =>
    `---\na: "${repeated('\\u0041')(Math.min(size, 60_000))}"\n---\n${repeated('文')(size)}`,
  directives: repeated('<!-- jiedu-lint-disable structure/no-placeholder -- 草稿 -->\n\n待补充。\n\n'),
  'directives for the next line': repeated('<!-- jiedu-lint-disable-next-line -->\n待补充。\n\n'),
  'half-width marks': repeated('甲,'),
  'short lines with marks': repeated('甲,乙\n\n'),
  'half-width quotation marks': repeated('"'),
  'typed title marks': repeated('<<甲>>'),
  'nested title marks': (size) => '《'.repeat(size / 2) + '》'.repeat(size / 2),
  'a title of names within a name': (size) => `# 《${repeated('〈甲〉')(size)}解读`,
  'enumerations before a slogan': repeated('、甲、乙“三同步'),
  'wrong document numbers': repeated('国办发[2017]023号'),
  'www. and marks': repeated('www.a 甲,'),
  'mobile numbers': repeated('13800000000 '),
  'mobile numbers in comments': repeated('<!-- 13800000000 -->甲'),
  住址: repeated('住址：甲乙丙1'),
  'secrecy marks': repeated('机密\n\n'),
  'terms of art': repeated('归类决定，甲。'),
  abbreviations: repeated('AEO，'),
  slogans: repeated('“三同步”'),
  definitions: repeated('。甲乙丙是指'),
  'rules ---': repeated('---\n'),
  '--- a': repeated('--- a\n'),
  'nested flow': (size) => `---\na: ${repeated('[')(Math.min(size, 60_000))}\n---\n${repeated('文')(size)}`,
};

if (process.send) await measure(process.argv[2] ?? '');
else await compare(process.argv.slice(2));

async function compare(args: readonly string[]): Promise<void> {
  const wanted = args.filter((arg) => arg !== '--write');
  const names = Object.keys(TEXTS).filter((name) => wanted.length === 0 || wanted.includes(name));
  const folder = mkdtempSync(join(tmpdir(), 'jiedu-lint-linear-'));
  const program = await bundle(folder);
  let worse = 0;
  for (const name of names) {
    const row = { name, times: await timed(program, name) };
    if (isBad(row)) worse++;
    const shown = SIZES.map((_, i) => timeOf(row.times[i]).padStart(14)).join('');
    console.log(`${isBad(row) ? '✖' : ' '} ${name.padEnd(28)}${shown}   ${growthOf(row)}`);
    if (args.includes('--write')) keep(row);
  }
  rmSync(folder, { recursive: true });
  console.log(`\n${names.length} texts, ${worse} worse than linear or slow`);
  process.exitCode = worse > 0 ? 1 : 0;
}

/** This very file as plain JavaScript, so that a process starts at once. */
async function bundle(folder: string): Promise<string> {
  const outfile = join(folder, 'linear.mjs');
  await build({
    entryPoints: [fileURLToPath(import.meta.url)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['esbuild', 'nodejieba', 'jieba-wasm', 'unified', 'remark-parse', 'remark-gfm'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  // esbuild itself is not bundled and has to be found from there.
  symlinkSync(fileURLToPath(new URL('../node_modules', import.meta.url)), join(folder, 'node_modules'), 'dir');
  return outfile;
}

/** Times at each size; cut short where a text is given up. Each text has a process of its own, so that one that hangs can be ended. */
function timed(program: string, name: string): Promise<Time[]> {
  return new Promise((resolve) => {
    // A wide heap keeps the collector, whose work grows with what is left of it, out of the measure.
    const execArgv = ['--max-old-space-size=6000'];
    const child = fork(program, [name], { execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const times: Time[] = [];
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    child.on('message', (time: Time) => times.push(time));
    child.on('exit', () => {
      clearTimeout(timer);
      resolve(times);
    });
  });
}

async function measure(name: string): Promise<void> {
  const resolver = await makeResolver({ presets: ['all'], config: null }, knownNames());
  const config = resolver.forFile('/a.md');
  const host = {
    read: async () => ({ id: 'notFound', data: {} }) as const,
    exists: async () => false,
    filesWith: async () => [],
  };
  const settings = { root: '/', baseUrls: [] };
  const run = async (text: string) => {
    let refused: string | undefined;
    // An interpretation that links to the same text as its policy: the rules over both are part of the cost.
    const facts = (['interpretation', 'policy'] as const).flatMap((kind) => {
      const path = `/${kind}.md`;
      const read = understand(path, text, { ...config, kind: { kind, glob: '' } });
      if ('id' in read) {
        refused = read.id;
        return [];
      }
      const { document, elements } = read;
      checkDocument(document, elements, config, rules);
      const drawn = factsOf(
        document,
        elements,
        path,
        rules.flatMap(({ compares = [] }) => compares),
      );
      return kind === 'policy'
        ? drawn
        : { ...drawn, data: { policy: 'policy.md' }, links: [TO_POLICY, ...drawn.links] };
    });
    const archive = await archiveOf(facts, host, { configFor: () => config, settingsFor: () => settings });
    await checkArchive(archive, () => config, rules);
    return refused;
  };
  await run(TEXTS.prose?.(20_000) ?? '');
  for (const size of SIZES) {
    const text = TEXTS[name]?.(size) ?? '';
    const start = process.cpuUsage();
    const refused = await run(text);
    const { user, system } = process.cpuUsage(start);
    process.send?.({ ms: Math.round((user + system) / 1000), ...(refused && { refused }) } satisfies Time);
  }
  process.disconnect?.();
}
