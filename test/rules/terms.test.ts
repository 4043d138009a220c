import { describe, expect, it } from 'vitest';
import { unexplainedTerms } from '../../rules/content/terms-explained/terms.js';
import { WORDING } from '../../rules/content/terms-explained/words-used.js';
import { parseDocument } from '../../src/document/parse.js';

describe('terms of art', () => {
  it.each(['碳汇', 'PPP'])('%s is looked at 200 times in a text', (term) => {
    const uses = (count: number) => unexplainedTerms(`实行${term}。\n`.repeat(count), '')[0]?.at.length;
    expect([uses(199), uses(200), uses(201)]).toEqual([199, 200, 200]);
  });

  it('are looked for in the first 60,000 characters of an explanation', () => {
    const explained = (before: number) =>
      WORDING.draw(parseDocument(`# 解读\n\n${'乙'.repeat(before)}。网格员是指社区工作者。\n`, { path: '/a.md' }))
        ?.explanations ?? '';
    expect(explained(59_970)).toContain('网格员');
    expect(explained(60_010)).not.toContain('网格员');
  });
});
