// The weights apart from the bundles: half of each would be weights, and V8 takes long to read them in a script or in JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const model = JSON.parse(readFileSync(join(root, 'src/elements/model.json'), 'utf8'));
const TABLES = ['substance', 'announcement'];

/** The weights of both tables, one behind the other: ASCII. */
export const weights = TABLES.map((name) => model[name].weights).join('');

/**
 * For esbuild: the model with its weights as bytes, which are read when they are first asked for.
 * @param bytes the expression for the bytes of all weights
 * @param head what has to stand before
 */
export function modelApart(bytes, head = '') {
  let start = 0;
  const tables = TABLES.map((name) => {
    const { weights, ...rest } = model[name];
    const at = start;
    start += weights.length;
    return `${name}: { ...${JSON.stringify(rest)}, get weights() { return read().subarray(${at}, ${start}); } },`;
  });
  const contents = `${head}
let bytes;
const read = () => (bytes ??= ${bytes});
export default { ...${JSON.stringify(model, (key, value) => (TABLES.includes(key) ? undefined : value))}, ${tables.join(' ')} };`;
  return {
    name: 'model',
    setup: ({ onLoad }) => onLoad({ filter: /[/\\]elements[/\\]model\.json$/ }, () => ({ contents, loader: 'js' })),
  };
}
