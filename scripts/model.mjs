// The model apart from the bundles: half of each would be weights, which are read sooner as JSON than as a part of a script.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The text of the model. */
export const model = readFileSync(
  join(fileURLToPath(new URL('..', import.meta.url)), 'src/elements/model.json'),
  'utf8',
);

/**
 * For esbuild: puts in place of the model what reads it when it is first asked for. Its version stays, so that bundles of different models
 * differ.
 * @param text the expression for its text
 * @param head what has to stand before
 */
export function modelApart(text, head = '') {
  const { version, ...rest } = JSON.parse(model);
  const getters = Object.keys(rest).map((key) => `get ${key}() { return read().${key}; },`);
  const contents = `${head}
let model;
const read = () => (model ??= JSON.parse(${text}));
export default { version: ${JSON.stringify(version)}, ${getters.join(' ')} };`;
  return {
    name: 'model',
    setup: ({ onLoad }) => onLoad({ filter: /[/\\]elements[/\\]model\.json$/ }, () => ({ contents, loader: 'js' })),
  };
}
