import { ARTICLES } from '../../../src/archive/content/articles.js';
import { policiesExplained } from '../../../src/archive/explained.js';
import type { Facts } from '../../../src/archive/facts.js';
import { isConverted } from '../../../src/document/origin.js';
import { placeOf } from '../../../src/document/range.js';
import { defineRule, type Localized } from '../../rule.js';
import { discrepancies } from './compare.js';
import { miscounts } from './counts.js';
import type { Discrepancy } from './discrepancy.js';
import type { FigureFact } from './fact.js';
import { AFTER, BEFORE, FIGURES, figuresStated } from './figures.js';

export const figuresMatchPolicy = defineRule({
  id: 'content/figures-match-policy',
  kinds: ['interpretation', 'briefing'],
  demand: {
    'zh-CN': '解读里写的金额、比例、期限、日期、文号与政策原文一致',
    en: 'Amounts, shares, time limits, dates and document numbers stated of the policy agree with its text',
  },
  severity: 'warn',
  compares: [FIGURES, ARTICLES],
  messages: {
    differs: {
      what: {
        'zh-CN': '这里写“{figure}”，政策原文{where}写的是“{theirs}”{words}',
        en: 'This says "{figure}"; the policy says "{theirs}"{where}{words}',
      },
      todo: {
        'zh-CN': '请与《{policy}》核对；如果说的是案例、旧政策或其他文件的数字，请在句子里写明',
        en: 'Check it against "{policy}"; where it is a case, an older rule or another paper, say so in the sentence',
      },
    },
    number: {
      what: {
        'zh-CN': '这里的文号是“{figure}”，政策文件的文号是“{theirs}”',
        en: 'This gives the document number as "{figure}"; the policy bears "{theirs}"',
      },
      todo: { 'zh-CN': '请与《{policy}》的文号核对', en: 'Check it against the number of "{policy}"' },
    },
    count: {
      what: {
        'zh-CN': '这里说政策有“{figure}”，政策原文是{theirs}',
        en: 'This says that the policy has "{figure}"; its text has {theirs}',
      },
      todo: { 'zh-CN': '请按《{policy}》原文改正', en: 'Correct it by the text of "{policy}"' },
    },
  },
  checkArchive({ archive, files, report, notApplicable }) {
    for (const facts of files) {
      const figures = figuresStated(facts);
      const policies = figures.length > 0 ? policiesExplained(archive, facts).map(({ policy }) => policy) : [];
      if (policies.length === 0) notApplicable(facts);
      for (const found of [...discrepancies(figures, policies), ...miscounts(figures, policies)]) {
        const { figure } = found;
        report(facts, { messageId: messageOf(found), at: figure.range, evidence: figure.written, data: dataOf(found) });
      }
    }
  },
});

function messageOf({ figure, at }: Discrepancy): string {
  if (at) return 'differs';
  return figure.measure === 'paper' ? 'number' : 'count';
}

function dataOf({ figure, policy, theirs, at }: Discrepancy): Record<string, string | number | Localized> {
  if (!at) return { figure: figure.written, theirs, policy: titleOrFile(policy) };
  const { line } = placeOf(policy.lineStarts, at.range);
  // Nobody sees the lines of what was made of a Word file or a page.
  const where = isConverted(policy.origin) ? '' : { 'zh-CN': `第 ${line} 行`, en: ` in line ${line}` };
  const said = wordsOf(at);
  const words = said === theirs ? '' : { 'zh-CN': `：${said}`, en: `: ${said}` };
  return { figure: figure.written, theirs, policy: titleOrFile(policy), line, where, words };
}

/** The policy's own words around the figure. */
function wordsOf({ clause, before, after }: FigureFact): string {
  return (before.length < BEFORE ? '' : '…') + clause.trim() + (after.length < AFTER ? '' : '…');
}

/** A policy's title, without marks of its own around it. */
function titleOrFile({ title, path }: Facts): string {
  return title.replace(/^《([^《》]+)》$/, '$1') || (path.split('/').pop() ?? path);
}
