#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const bundle = join(root, 'dist', 'cli.cjs');

// A clone installed with scripts switched off has not been built yet.
if (!existsSync(bundle))
  require('node:child_process').execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')]);

require('../dist/start.cjs')
  .run(root)
  .then((code) => {
    process.exitCode = code;
  });
