import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BuiltPackage } from '../built-package.js';

const version = /NVIM v0\.(\d+)/.exec(spawnSync('nvim', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1];
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const BRACKETS = 'format/doc-number-brackets';
const FILES = {
  'jiedu-lint.config.yaml': 'extends: recommended\nrules:\n  format/doc-number-brackets: warn\n',
  '政策 1.md': `---
类型: 政策文件
标题: 云溪市早餐车管理办法
文号: 云政办发〔2024〕31号
发文机关: 云溪市人民政府办公室
印发日期: 2024-06-01
解读材料: 解读.md
---

# 云溪市早餐车管理办法

第一条 为了方便群众就餐，制定本办法。
`,
  '解读.md': `---
类型: 解读材料
标题: 《云溪市早餐车管理办法》政策解读
政策文件: 政策 1.md
---

# 《云溪市早餐车管理办法》政策解读

## 一、背景依据

市民上班路上买早餐不方便，占道经营又影响通行。根据[云政办发[2024]31号文件](<政策 1.md>)，市里划出固定点位。

## 二、目标任务

到2025年底，建成早餐车点位200个，让群众十分钟内买得到早餐。

## 三、执行标准

每个点位每月收费100元，申请人须持有健康证和食品经营备案，5个工作日内办结。

## 四、关键词诠释

早餐车，是指在划定的点位内供应早餐的流动餐车。
`,
};

describe.skipIf(version === undefined)(`Neovim (${version ? `0.${version}` : 'nvim is not installed'})`, () => {
  let built: BuiltPackage;
  let report: Report = {};

  beforeAll(async () => {
    built = await BuiltPackage.get();
    const archive = join(built.home, '文库');
    mkdirSync(archive);
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(archive, name), text);
    report = drive(built, archive, [
      { step: 'open', file: join(archive, '解读.md') },
      { step: 'type', name: 'broken', line: 4, lines: ['政策文件: 没有.md'], come: 'link/no-broken-link' },
      { step: 'type', name: 'mended', line: 4, lines: ['政策文件: 政策 1.md'], gone: 'link/no-broken-link' },
      { step: 'hover', code: 'element/scope' },
      { step: 'act', name: 'fixed', code: BRACKETS, pattern: '改正', gone: BRACKETS },
      { step: 'act', name: 'written', code: 'element/scope', pattern: '补写', come: 'structure/no-empty-section' },
      {
        step: 'type',
        name: 'filled',
        line: 19,
        lines: ['适用于在本市经营早餐车的个人和企业。'],
        gone: 'element/scope',
      },
      { step: 'complete', name: 'values', line: 2, text: '类型: ' },
      { step: 'elsewhere', name: 'removed', file: join(archive, '政策 1.md'), come: 'link/no-broken-link' },
    ]);
  }, 600_000);

  afterAll(() => built.remove());

  it('shows what is wrong in a draft that is opened: what, what to do, by which clause', () => {
    expect(report.failure).toBeUndefined();
    expect(report.messages).toEqual([]);
    expect(report.opened).toMatchObject([
      {
        code: 'element/scope',
        line: 7,
        severity: 1,
        message: expect.stringMatching(/缺少“涉及范围”.*请写明.*依据：.*咸阳市/s),
      },
      { code: BRACKETS, line: 11, severity: 2 },
    ]);
  });

  it('mends on a keystroke what can be mended, and puts a missing section in its place', () => {
    expect(report.fixed?.offered).toEqual([expect.stringContaining('改正')]);
    expect(report.fixed?.text).toContain('[云政办发〔2024〕31号文件](<政策 1.md>)');
    expect(report.fixed?.codes).toEqual(['element/scope']);
    expect(report.written?.offered).toContain('补写“涉及范围”一节');
    expect(report.written?.text).toMatch(/二、目标任务\n[\s\S]*\n## 三、涉及范围\n\n<!--.*-->\n\n## 四、执行标准\n/);
    expect(report.filled).toEqual([]);
  });

  it('shows the page of a rule and completes front matter', () => {
    expect(report.hover).toMatch(/element\/scope[\s\S]*咸阳市/);
    expect(report.values).toEqual(expect.arrayContaining(['解读材料', '政策文件']));
  });

  it('follows what is typed, and what becomes of the policy', () => {
    const rest = ['element/scope', BRACKETS];
    expect(report.broken).toEqual(expect.arrayContaining(['link/no-broken-link', ...rest]));
    expect(report.mended?.toSorted()).toEqual(rest);
    expect(report.removed).toContain('link/no-broken-link');
  });
});

/** What came of the steps, under their names: rules still reported, or what an action did. */
interface Report {
  readonly failure?: string;
  /** What Neovim told its user beside the diagnostics. */
  readonly messages?: readonly string[];
  readonly opened?: readonly { code: string; line: number; severity: number; message: string }[];
  readonly hover?: string;
  readonly fixed?: { offered: readonly string[]; text: string; codes: readonly string[] };
  readonly written?: { offered: readonly string[]; text: string; codes: readonly string[] };
  readonly filled?: readonly string[];
  readonly values?: readonly string[];
  readonly broken?: readonly string[];
  readonly mended?: readonly string[];
  readonly removed?: readonly string[];
}

/** Runs Neovim with the snippet of the docs and lets it do what a drafter would. */
function drive(built: BuiltPackage, archive: string, task: readonly object[]): Report {
  const bin = join(built.home, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'jiedu-lint'), `#!/bin/sh\nexec '${process.execPath}' '${built.script}' "$@"\n`);
  chmodSync(join(bin, 'jiedu-lint'), 0o755);
  const files = { SNIPPET: snippet(), TASK: JSON.stringify(task), REPORT: '{}' };
  const env: NodeJS.ProcessEnv = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
  for (const [name, text] of Object.entries(files)) {
    env[name] = join(built.home, name);
    writeFileSync(env[name], text);
  }
  // Neovim's own state and logs stay out of the home folder.
  for (const name of ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME'])
    env[name] = join(built.home, name);
  const { stderr } = spawnSync('nvim', ['--headless', '--clean', '-S', here('drafter.lua')], {
    cwd: archive,
    env,
    encoding: 'utf8',
    timeout: 580_000,
  });
  const report: Report = JSON.parse(readFileSync(env.REPORT as string, 'utf8'));
  return Object.keys(report).length > 0 ? report : { failure: `Neovim ended without a report: ${stderr}` };
}

/** The snippet for this Neovim, as the docs have it. */
function snippet(): string {
  const title = Number(version) >= 11 ? '### Neovim 0.11 以上' : '### Neovim 0.7 到 0.10';
  const text = readFileSync(here('../../docs/editors.md'), 'utf8').split(title)[1];
  return /```lua\n([\s\S]*?)```/.exec(text ?? '')?.[1] ?? '';
}
