import { expect, it } from 'vitest';
import type { Severity } from '../../rules/rule.js';
import { drawnFrom, type FactKind } from '../../src/archive/content.js';
import { policiesExplained } from '../../src/archive/explained.js';
import type { LintOptions } from '../../src/lint/options.js';
import { lintInMemory } from './memory.js';
import { rule } from './rule.js';
import { store } from './store.js';

/** Runs a rule that compares each text with its policy, over one store; `looked` are the texts it was given. */
function comparing(work = () => {}) {
  const looked: string[] = [];
  const cache = store();
  const comparer = rule('test/comparer', {
    kinds: ['interpretation'],
    compares: [{ name: 'length', draw: (document) => document.text.length }],
    checkArchive({ archive, files, report, notApplicable }) {
      for (const facts of files) {
        looked.push(facts.path);
        work();
        const [first] = policiesExplained(archive, facts);
        if (!first) notApplicable(facts);
        const word = `${facts.content.drawn?.length} ${first?.policy.content.drawn?.length} ${first?.policy.title}`;
        if (first) report(facts, { messageId: 'found', at: { start: 0, end: 1 }, data: { word } });
      }
    },
  });
  const run = async (
    files: Files,
    severity: Severity = 'error',
    more: Partial<LintOptions> = { cache },
    lint = Object.keys(files),
  ) => {
    const settings = new Map([[comparer.id, { severity }]]);
    return (await lintInMemory(files, { lint, rules: [comparer], settings, more })).results;
  };
  return { run, looked };
}

type Files = Readonly<Record<string, string>>;

const PAIR = {
  '/archive/a.md': '---\nkind: interpretation\ntitle: 解读\npolicy: p.md\n---\n\n正文',
  '/archive/b.md': '---\nkind: interpretation\ntitle: 又一解读\npolicy: 没有这份文件\n---\n\n正文',
  '/archive/p.md': '---\nkind: policy\ntitle: 甲办法\n---\n\n正文',
};
const { '/archive/a.md': A, '/archive/b.md': B, '/archive/p.md': P } = PAIR;

it.each<[string, Files, readonly string[]]>([
  ['nothing', {}, []],
  ['a text', { '/archive/a.md': `${A}多` }, ['/archive/a.md']],
  ['a policy', { '/archive/p.md': P.replace('甲办法', '乙办法') }, ['/archive/a.md']],
  ['what a text leads to', { '/archive/b.md': B.replace('没有这份文件', 'p.md') }, ['/archive/b.md']],
  [
    'where a link leads',
    { '/archive/没有这份文件.md': P, '/archive/b.md': B.replace('文件', '文件.md') },
    ['/archive/b.md'],
  ],
  ['a name in the archive', { '/archive/q.md': P.replace('甲办法', '没有这份文件') }, ['/archive/b.md']],
])('where %s has changed, what follows from it is compared anew, and nothing else', async (_, changed, expected) => {
  const { run, looked } = comparing();
  const before = await run(PAIR);
  expect(before[0]?.messages[0]?.message).toContain('甲办法');
  expect(before[1]?.notApplicable).toEqual(['test/comparer']);
  looked.length = 0;
  const files = { ...PAIR, ...changed };
  const after = await run(files);
  expect(looked).toEqual(expected);
  expect(after).toEqual(await run(files, 'error', {}));
});

it('a policy that is only linked to is kept as one of the run is', async () => {
  const { run, looked } = comparing();
  const lint = ['/archive/a.md'];
  const first = await run(PAIR, 'error', undefined, lint);
  looked.length = 0;
  expect(await run(PAIR, 'error', undefined, lint)).toEqual(first);
  expect(looked).toEqual([]);
  await run({ ...PAIR, '/archive/p.md': `${P}多` }, 'error', undefined, lint);
  expect(looked).toEqual(lint);
});

it('settings that have changed are asked with', async () => {
  const { run } = comparing();
  const severities = [];
  for (const severity of ['error', 'warn', 'error'] as const)
    severities.push((await run(PAIR, severity))[0]?.messages[0]?.severity);
  expect(severities).toEqual([2, 1, 2]);
});

it('a rule that failed is asked again', async () => {
  const { run, looked } = comparing(() => {
    throw new Error('炸了');
  });
  const first = await run(PAIR);
  looked.length = 0;
  expect(await run(PAIR)).toEqual(first);
  expect(looked).toEqual(['/archive/a.md']);
});

it.each<[string, readonly string[], readonly string[]]>([
  ['a text without a policy', ['/archive/b.md'], []],
  ['a text with its policy', ['/archive/a.md'], ['解读', '甲办法']],
  ['a policy', ['/archive/p.md'], []],
  ['several texts', ['/archive/a.md', '/archive/b.md'], ['又一解读', '甲办法', '解读']],
])('of %s, what there is to compare is drawn', async (_, lint, expected) => {
  const drawn: string[] = [];
  const titles: FactKind<number> = { name: 'title', draw: ({ title }) => drawn.push(title) };
  const comparer = rule('test/comparer', {
    kinds: ['interpretation'],
    compares: [titles],
    checkArchive({ archive, files, report }) {
      for (const facts of files)
        for (const { policy } of policiesExplained(archive, facts))
          report(facts, {
            messageId: 'found',
            at: { start: 0, end: 1 },
            data: { word: `${drawnFrom(facts, titles)} ${drawnFrom(policy, titles)}` },
          });
    },
  });
  const settings = new Map([[comparer.id, { severity: 'warn' as const }]]);
  const { results } = await lintInMemory(PAIR, { lint, rules: [comparer], settings });
  expect(drawn.sort()).toEqual([...expected].sort());
  for (const { messages } of results) for (const { message } of messages) expect(message).not.toContain('undefined');
});
