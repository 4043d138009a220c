import { describe, expect, it } from 'vitest';
import { archiveWith, CLEAN, ERROR, RULES, run } from './command.js';

const FIXABLE = '---\nkind: policy\n---\n\n根据云政发[2024]8号，制定本通知。\n';

describe('--stats', () => {
  it('says how long reading and every rule took, file by file', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'a.md': CLEAN, 'b.md': ERROR });
    const { json } = await run(folder, ['--stats', '-f', 'json', '.']);
    expect(json()).toHaveLength(2);
    for (const result of json()) {
      expect(result).toMatchObject({
        stats: {
          fixPasses: 0,
          times: {
            passes: [
              {
                parse: { total: expect.any(Number) },
                rules: { 'structure/no-placeholder': { total: expect.any(Number) } },
                total: expect.any(Number),
              },
            ],
          },
        },
      });
    }
  });

  it('counts the passes that fixing took', async () => {
    const folder = archiveWith({ 'a.md': FIXABLE });
    const { json } = await run(folder, ['--stats', '--fix-dry-run', '--preset', 'all', '-f', 'json', 'a.md']);
    const stats = json()[0]?.stats as { fixPasses: number; times: { passes: unknown[] } };
    expect(stats.fixPasses).toBeGreaterThan(0);
    expect(stats.times.passes).toHaveLength(stats.fixPasses + 1);
  });

  it('is silent where nobody asks', async () => {
    const { json } = await run(archiveWith({ 'a.md': CLEAN }), ['-f', 'json', 'a.md']);
    expect(json()[0]).not.toHaveProperty('stats');
  });
});
