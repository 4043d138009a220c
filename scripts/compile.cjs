'use strict';
// Lints a small document with the bundle and keeps what V8 compiled on the way: the functions a short run needs.
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');

const dist = process.argv[2];
const { load, MADE_FOR } = require(join(dist, 'start.cjs'));
const folder = mkdtempSync(join(tmpdir(), 'jiedu-lint-'));
const draft = join(folder, 'draft.md');
writeFileSync(
  draft,
  '---\nkind: interpretation\ntitle: 关于《办法》的解读\npolicy: ./policy.md\n---\n\n# 关于《办法》的解读\n\n一、背景依据\n\n根据**有关规定**，制定本[办法](policy.md)。\n\n## （一）范围\n\n- 适用于企业。\n\n| 项目 | 标准 |\n| --- | --- |\n| 补贴 | 1000元 |\n',
);
writeFileSync(
  join(folder, 'policy.md'),
  '---\nkind: policy\ntitle: 办法\nnumber: 云政办发〔2024〕1号\n---\n\n第一条 为了规范，制定本办法。\n',
);
writeFileSync(join(folder, 'jiedu-lint.config.yaml'), 'extends: recommended\nrules:\n  element/scope: warn\n');

// A run that takes long looks for signals, and compiles what that needs.
Date.now = () => 0;
// Code that is not run for a while is thrown away, sometimes sooner and sometimes later: what is kept must not hang on that.
setFlagsFromString('--no-flush-bytecode');
const { script, exports: cli } = load();
process.argv = [process.argv[0], 'jiedu-lint', draft];
cli.run(join(dist, '..')).then(() => {
  // V8 refuses what was compiled under other flags.
  setFlagsFromString('--flush-bytecode');
  writeFileSync(join(dist, 'cli.cache'), Buffer.concat([script.createCachedData(), Buffer.from(MADE_FOR)]));
  rmSync(folder, { recursive: true, force: true });
});
