import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse.js';
import { knownNames } from '../../src/engine/known.js';
import * as api from '../../src/index.js';

const read = (path: string) =>
  readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8').replaceAll('\r\n', '\n');

/** The blocks of code in a page. */
function blocks(page: string, language: string): string[] {
  return [...read(page).matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(
    ([, code]) => code as string,
  );
}

it('shows rules of data that can be used', () => {
  const found = blocks('docs/data-rules.md', 'yaml').map(
    (text) => parseConfig(text, '/a/c.yaml', knownNames()).problems,
  );
  expect(found).toEqual([[]]);
});

it('shows the plugin that is tested', () => {
  expect(blocks('docs/plugin.md', 'js')[0]).toBe(read('fixtures/plugins/example/index.js'));
});

it('names what there is', () => {
  const named = [...read('docs/api.md').matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)/g)].map(([, name]) => name),
  );
  expect(named.sort()).toEqual(Object.keys(api).sort());
});
