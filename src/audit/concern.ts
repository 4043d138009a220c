import { judgesFrontMatter } from '../../rules/rule.js';
import type { Facts } from '../archive/facts.js';
import { lineIndexAt } from '../document/range.js';
import type { Message } from '../lint/result.js';

/** What a finding is about: the text that people read, or what the file says of it (dates, signatures, numbers, links in front matter). */
export type Concern = 'text' | 'metadata';

/**
 * Tells what the findings of one file are about. Those on links are about metadata where the link stands in front matter: readers of
 * the paper do not see it.
 */
export function concernIn({ places, lineStarts }: Facts): (message: Message) => Concern {
  let lines: Set<number> | undefined;
  const inFrontMatter = () => {
    lines ??= new Set(
      Object.entries(places).flatMap(([path, { start, end }]) => {
        if (path === 'title') return [];
        const [from, to] = [lineIndexAt(lineStarts, start), lineIndexAt(lineStarts, end)];
        return Array.from({ length: to - from + 1 }, (_, i) => from + i + 1);
      }),
    );
    return lines;
  };
  return ({ ruleId, line }) => {
    const category = ruleId?.split('/')[0] ?? '';
    if (ruleId !== null && (judgesFrontMatter({ id: ruleId }) || category === 'plan')) return 'metadata';
    return category === 'link' && inFrontMatter().has(line) ? 'metadata' : 'text';
  };
}
