import { expect, it } from 'vitest';
import { factsOf } from '../../src/archive/facts.js';
import type { ArchiveIndex } from '../../src/archive/index.js';
import { departmentsOf } from '../../src/audit/department.js';
import { parseDocument } from '../../src/document/parse.js';

it.each([60, 61])('takes 60 characters for the name of a department, of %i', (length) => {
  const document = parseDocument(`---\nkind: policy\ndrafter: ${'甲'.repeat(length - 1)}局\n---\n\n# 办法\n`, {
    path: '/a.md',
  });
  const archive = { linted: [factsOf(document, {}, '/a.md')] } as unknown as ArchiveIndex;
  expect(departmentsOf(archive, {}).get('/a.md')?.name).toBe(`${'甲'.repeat(59)}${length > 60 ? '甲' : '局'}`);
});
