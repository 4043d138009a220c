import path from 'node:path';
import { main } from '../../src/cli/main.js';
import type { Generated } from '../generate.js';
import { readmeWith } from './readme.js';

/** The report on the sample archive as both READMEs show it. */
export async function sampleReport(): Promise<Generated[]> {
  let report = '';
  const io = {
    cwd: path.resolve('fixtures/archives/sample'),
    env: {},
    colors: false,
    out: (text: string) => {
      report += text;
    },
    err: (text: string) => {
      throw new Error(text);
    },
    stdin: async () => new Uint8Array(),
  };
  await main(['--exit-zero', '.'], io, { root: path.resolve('.'), version: '' });
  const block = `\`\`\`text\n${report.trimEnd()}\n\`\`\``;
  return ['README.md', 'README.zh-CN.md'].map((file) => readmeWith(file, 'report', block));
}
