import type { Range } from '../document/range.js';
import type { Localized } from '../language/locale.js';
import { VERBS } from './directives.js';
import { type Finding, newFinding, type ResolvedSeverity } from './finding.js';

const ALL_VERBS = VERBS.map((verb) => `jiedu-lint-${verb}`);

/** What is wrong, and what to do. */
// biome-ignore format: a row a language
const SAID = {
  noVerb: { 'zh-CN': '没有指令 jiedu-lint-{verb}', en: 'There is no directive jiedu-lint-{verb}' },
  nearVerb: { 'zh-CN': '是不是 jiedu-lint-{near}？', en: 'Did you mean jiedu-lint-{near}?' },
  verbs: { 'zh-CN': `可用的指令有 ${ALL_VERBS.join('、')}`, en: `The directives are ${ALL_VERBS.join(', ')}` },
  noRule: { 'zh-CN': '指令里的规则“{rule}”不存在，什么也没有压制',
    en: 'The directive names a rule "{rule}" that does not exist, and suppresses nothing' },
  nearRule: { 'zh-CN': '是不是 {near}？', en: 'Did you mean {near}?' },
  rules: { 'zh-CN': '规则名见报告里问题后面的名字，如 element/scope；几个规则用逗号隔开，理由写在 -- 后面',
    en: 'Use the names that stand behind findings, as element/scope; put commas between rules and the reason behind --' },
  endsNothing: { 'zh-CN': '指令 jiedu-lint-{verb} {about}不起作用：前面没有相应的 jiedu-lint-disable',
    en: 'The directive jiedu-lint-{verb} ends nothing{about}: no jiedu-lint-disable stands before it' },
  useless: { 'zh-CN': '指令 jiedu-lint-{verb} {about}没有压制任何问题',
    en: 'The directive jiedu-lint-{verb} suppresses nothing{about}' },
  deleteIt: { 'zh-CN': '请删去', en: 'Delete it' },
} as const;

/** A comment that begins like a directive and is none. */
export function misspeltDirective(range: Range, verb: string, near: string | undefined): Finding {
  const words = { what: SAID.noVerb, todo: near ? SAID.nearVerb : SAID.verbs };
  return newFinding('unknownDirective', 'error', words, { verb, near: near ?? '' }, { range });
}

/** A directive's rule that does not exist. */
export function misnamedRule(range: Range, rule: string, near: string | undefined): Finding {
  const words = { what: SAID.noRule, todo: near ? SAID.nearRule : SAID.rules };
  return newFinding('unknownRule', 'error', words, { rule, near: near ?? '' }, { range });
}

/**
 * A directive, or one rule of it, that changes nothing.
 * @param removal what to delete so that it is gone; null where a person has to look
 */
export function uselessDirective(
  range: Range,
  verb: string,
  rule: string | null,
  severity: ResolvedSeverity,
  removal: Range | null,
): Finding {
  const ends = verb === 'enable';
  const about: Localized = rule === null ? { 'zh-CN': '', en: '' } : { 'zh-CN': `对 ${rule} `, en: ` for ${rule}` };
  const words = { what: ends ? SAID.endsNothing : SAID.useless, todo: SAID.deleteIt };
  return newFinding(
    ends ? 'unusedEnable' : 'unusedDisable',
    severity,
    words,
    { verb, about },
    { range, ...(removal && { fix: { range: [removal.start, removal.end], text: '' } }) },
  );
}
