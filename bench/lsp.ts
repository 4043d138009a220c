/**
 * What a keystroke costs the language server: a draft of 3,000 characters is typed on in its middle, each character followed by a request
 * for the findings, alone with its policy and in an archive in which the policy is named by its number. The client runs in the same
 * process: its share is in the figures.
 * Run: node --expose-gc --import tsx bench/lsp.ts [documents of the archive, 2000 if absent] [keystrokes] [--write]
 * `--write` puts the table into docs/performance.md.
 */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createProtocolConnection, type ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { main } from '../src/cli/main.js';
import { writeCorpus } from './corpus.js';
import { machine, putInto, table } from './page-table.js';

const { values, positionals } = parseArgs({ options: { write: { type: 'boolean' } }, allowPositionals: true });
const [documents = '2000', keystrokes = '400'] = positionals;
const root = fileURLToPath(new URL('..', import.meta.url));
const NUMBER = '云政发〔2031〕77号';
const POLICY = `---\nkind: policy\ntitle: 云溪市城市照明管理办法\nnumber: ${NUMBER}\nissuer: 云溪市人民政府\nissued: 2031-03-01\n---\n\n${Array.from(
  { length: 30 },
  (_, i) => `第${i + 1}条 市城市管理部门负责城市照明的监督管理，亮灯率不低于${60 + i}%，补贴标准为每户${i}000元。\n`,
).join('\n')}`;

function draft(policy: string): string {
  const body = ['背景依据', '目标任务', '主要内容', '涉及范围', '执行标准', '注意事项', '关键词诠释', '新旧政策差异']
    .map(
      (title, i) =>
        `## ${'一二三四五六七八'[i]}、${title}\n\n${'近年来城市照明能耗逐年上升，群众反映强烈，根据《节约能源法》等有关规定，制定本办法，适用于本市行政区域内的企业和个人。'.repeat(6)}\n`,
    )
    .join('\n');
  return `---\n类型: 解读材料\n标题: 《云溪市城市照明管理办法》解读\n政策文件: ${policy}\n发布日期: 2031-03-04\n---\n\n${body}`;
}

const quantile = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
const ms = (value: number) => value.toFixed(1);
const rows: string[][] = [];

async function measure(name: string, folder: string, text: string): Promise<void> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const io = {
    ...{ cwd: folder, env: {}, colors: false, out: () => {}, err: () => {}, stdin: async () => new Uint8Array() },
    streams: () => ({ input: toServer, output: toClient }),
  };
  const ended = main(['lsp'], io, { root, version: '0' });
  const connection = createProtocolConnection(toClient, toServer);
  connection.onRequest('workspace/diagnostic/refresh', () => {});
  connection.listen();
  const uri = pathToFileURL(join(folder, 'draft.md')).href;
  const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
  await connection.sendRequest('initialize', { processId: null, rootUri: pathToFileURL(folder).href, capabilities });
  await connection.sendNotification('initialized', {});
  const opened = performance.now();
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  const found = await ask(connection, uri);
  const first = performance.now() - opened;
  const line = text.slice(0, text.length / 2).split('\n').length + 1;
  const heaps: number[] = [];
  const walls: number[] = [];
  const cpus: number[] = [];
  for (let i = 0; i < Number(keystrokes); i++) {
    const start = { line, character: i };
    const cpu = process.cpuUsage();
    const began = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: i + 2 },
      contentChanges: [{ range: { start, end: start }, text: '照明管理，'[i % 5] as string }],
    });
    await ask(connection, uri);
    walls.push(performance.now() - began);
    cpus.push(process.cpuUsage(cpu).user / 1000);
    if (i % 50 === 49 && globalThis.gc) {
      globalThis.gc();
      heaps.push(process.memoryUsage().heapUsed / 2 ** 20);
    }
  }
  const [wall, cpu] = [walls, cpus].map((values) => values.toSorted((a, b) => a - b)) as [number[], number[]];
  const quantiles = [wall, cpu].flatMap((times) => [quantile(times, 0.5), quantile(times, 0.95)]);
  rows.push([name, ms(first), ...quantiles.map(ms), `${found}`]);
  console.error(...(rows.at(-1) as string[]));
  if (heaps.length > 0) console.error(`  heap after GC, MB: ${heaps.map((heap) => heap.toFixed(1)).join(' ')}`);
  toServer.end();
  await ended;
  connection.dispose();
}

async function ask(connection: ProtocolConnection, uri: string): Promise<number> {
  const { items } = (await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })) as {
    items: unknown[];
  };
  return items.length;
}

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'jiedu-lint-lsp-')));
try {
  writeFileSync(join(folder, 'policy.md'), POLICY);
  const text = draft('policy.md');
  await measure('with its policy', folder, text);
  await writeCorpus(folder, Number(documents));
  await measure(`among ${documents} documents`, folder, draft(NUMBER));
  await measure('the same, no such number', folder, draft('云政发〔2031〕78号'));
  writeFileSync(join(folder, 'jiedu-lint.config.yaml'), 'extends: all\n');
  await measure('the same, by all rules', folder, draft(NUMBER));
  const markdown = [
    `${machine()}. A draft of ${text.length} characters, ${keystrokes} keystrokes; milliseconds from the keystroke to its findings.`,
    '',
    table(['', 'first findings', 'median', '95 %', 'processor, median', 'processor, 95 %', 'findings'], rows),
  ].join('\n');
  console.log(markdown);
  if (values.write) putInto('performance.md', 'lsp', markdown);
} finally {
  rmSync(folder, { recursive: true });
}
