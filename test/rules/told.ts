import { rules } from '../../rules/index.js';
import { lintInMemory } from '../lint/memory.js';

const compared = rules.filter(({ id }) => id === 'content/figures-match-policy');

/** What an interpretation is told of its figures: `what it says > what the policy says`. */
export async function told(policy: string, interpretation: string, title = '云溪市便民服务办法'): Promise<string[]> {
  const { results } = await lintInMemory(
    {
      '/archive/zc.md': `---\nkind: policy\ntitle: ${title}\nnumber: 公告2025年第113号\n---\n\n${policy}\n`,
      '/archive/jd.md': `---\nkind: interpretation\ntitle: 《${title}》解读\npolicy: zc.md\n---\n\n${interpretation}\n`,
    },
    { rules: compared },
  );
  return results.flatMap(({ messages }) =>
    messages.map(({ message }) => {
      const [figure, theirs] = [...message.matchAll(/“([^”]+)”/g)].map(([, quoted]) => quoted);
      return `${figure} > ${theirs}`;
    }),
  );
}
