'use strict';
// Runs the bundle from the code that V8 compiled when it was built. Another V8 refuses that code and compiles the bundle itself.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

function load() {
  const filename = join(__dirname, 'cli.cjs');
  // The bundle is one function in ASCII: latin1 spares the decoding. V8 keeps the name beside the code, and a release must not
  // depend on where it was built: it is not the path.
  const script = new Script(readFileSync(filename, 'latin1'), { filename: 'cli.cjs', cachedData: cachedData() });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, filename, __dirname);
  return { script, exports: module.exports };
}

function cachedData() {
  try {
    return readFileSync(join(__dirname, 'cli.cache'));
  } catch {
    return undefined;
  }
}

exports.load = load;
// Code run from a cache cannot call import(); plugins are loaded from here.
exports.run = (root) => load().exports.run(root, (url) => import(url));
exports.work = () => load().exports.work((url) => import(url));
