#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
// A clone installed with scripts switched off has not been built yet.
if (!existsSync(join(root, 'dist'))) {
  const { status } = require('node:child_process').spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(2);
}

require('../dist/start.cjs')
  .run(root)
  .then((code) => {
    process.exitCode = code;
  });
