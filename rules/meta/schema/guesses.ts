import type { Document } from '../../../src/document/document.js';
import type { SchemaProblem } from '../../../src/document/schema-errors.js';
import type { MessageTemplate, Report } from '../../rule.js';

/** Tells of keys that were guessed: until somebody has looked at a value it neither fills its key nor is wrong. */
export function guessesIn({ frontMatter, guessed }: Document): Report[] {
  const entries = frontMatter.entries.filter(({ key }) => guessed.includes(key));
  const [first] = entries;
  if (!first) return [];
  const keys = entries.map(({ writtenKey }) => writtenKey).join('、');
  return [{ messageId: 'guessed', at: first.keyRange, data: { keys } }];
}

/** Whether a problem is about a guessed key. */
export function isGuessed({ path }: SchemaProblem, { guessed }: Document): boolean {
  return guessed.some((key) => key === path[0]);
}

/** Said of a Word file, a page or a plain text: it has no front matter to judge, but where nothing tells its kind, most rules say nothing of it. */
export const UNKNOWN_KIND: MessageTemplate = {
  severity: 'warn',
  what: {
    'zh-CN': '看不出这份文件是解读材料还是政策文件，要素等多数要求没有检查',
    en: 'Nothing tells whether this is an interpretation or a policy, so that most demands were not checked',
  },
  todo: {
    'zh-CN': '请在标题或文件名里写明，例如“……政策解读”“……的通知”，再检查一次',
    en: 'Say so in its title or the name of the file (政策解读, 通知), and check it again',
  },
};

export const GUESSED: MessageTemplate = {
  severity: 'warn',
  what: {
    'zh-CN': '文首元数据里 {keys} 是导入时推测的，还没有核对',
    en: 'Of the front matter, {keys} was guessed on import, and nobody has checked it',
  },
  todo: {
    'zh-CN': '请逐项核对：对的删去行末的“# 推测……”，不对的改正',
    en: 'Check each: delete the mark of the guess at the end of the line, or correct the value',
  },
};
