/**
 * Writes src/language/traditional-table.ts: pairs of a Traditional character and its Simplified form, from OpenCC's
 * tables (opencc-js, a development dependency). Only pairs of one UTF-16 unit each, so that positions stay.
 * Run: npx tsx scripts/traditional.ts
 */
import { writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js';

/** Characters in use in Simplified text as well; they stay as they are. */
const SIMPLIFIED_TOO = '么乾著薹拚捱摺吒榘袷麴醣';

const converters = ['t', 'tw', 'hk'].map((from) => Converter({ from: from as 't', to: 'cn' }));
let table = '';
for (let code = 0x3400; code <= 0xfaff; code++) {
  if (code > 0x9fff && code < 0xf900) continue;
  const character = String.fromCharCode(code);
  if (SIMPLIFIED_TOO.includes(character)) continue;
  const simplified = converters.map((convert) => convert(character)).find((result) => result !== character);
  if (simplified?.length === 1) table += character + simplified;
}
const lines = table.match(/.{1,100}/gs) ?? [];
writeFileSync(
  new URL('../src/language/traditional-table.ts', import.meta.url),
  `// Made by scripts/traditional.ts from OpenCC's tables (Apache-2.0). Do not edit.\n/** Pairs: a Traditional character, its Simplified form. */\nexport const TRADITIONAL_PAIRS =\n${lines.map((line) => `  '${line}'`).join(' +\n')};\n`,
);
