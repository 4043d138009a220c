'use strict';
// Runs the bundle from the code that V8 compiled when it was built. Where Node is another one, V8 compiles the bundle itself.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

/**
 * What stands behind the compiled code: the Node that it is for. V8 refuses code of another V8, but Node 20.20 and 20.19 have one that
 * calls itself by the same name, and crash on each other's code.
 */
const MADE_FOR = JSON.stringify([process.versions, process.platform, process.arch]);

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
    const cache = readFileSync(join(__dirname, 'cli.cache'));
    const end = cache.length - MADE_FOR.length;
    return cache.latin1Slice(end) === MADE_FOR ? cache.subarray(0, end) : undefined;
  } catch {
    return undefined;
  }
}

exports.MADE_FOR = MADE_FOR;
exports.load = load;
// Code run from a cache cannot call import(); plugins are loaded from here.
exports.run = (root) => load().exports.run(root, (url) => import(url));
exports.work = () => load().exports.work((url) => import(url));
