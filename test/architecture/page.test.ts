import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MAY_IMPORT } from './house.js';

it('is drawn in docs/architecture.md as it is enforced', () => {
  const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
  const [, table = ''] = /<!-- imports:start -->([\s\S]*?)<!-- imports:end -->/.exec(page) ?? [];
  const drawn = [...table.matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)].map(([, room, names = '']) => [
    room,
    [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  ]);
  expect(Object.fromEntries(drawn)).toEqual(MAY_IMPORT);
});
