import { defineRule, type Rule } from '../../rules/rule.js';

const words = (text: string) => ({ 'zh-CN': text, en: text });

/** A rule for tests, which says `发现 {word}` under the id `found`. */
export function rule(id: string, more: Partial<Rule>): Rule {
  return defineRule({
    id,
    kinds: 'any',
    demand: words('不许'),
    severity: 'error',
    messages: { found: { what: words('发现 {word}'), todo: words('改掉') } },
    ...more,
  } as Rule);
}
