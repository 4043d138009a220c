import { ARTICLES } from '../../../src/archive/content/articles.js';
import { drawnFrom } from '../../../src/archive/content.js';
import { policiesExplained } from '../../../src/archive/explained.js';
import { hanNumeral } from '../../../src/language/numerals.js';
import { defineRule, type Localized } from '../../rule.js';
import { CITATIONS } from './citations.js';
import { wrongCitations } from './wrong-citations.js';

export const citedArticleExists = defineRule({
  id: 'content/cited-article-exists',
  kinds: ['interpretation', 'briefing'],
  demand: {
    'zh-CN': '解读里引用的章、条、款、项在政策原文里都有',
    en: 'The chapters, articles, paragraphs and items cited are there in the policy',
  },
  severity: 'warn',
  compares: [CITATIONS, ARTICLES],
  messages: {
    article: {
      what: {
        'zh-CN': '这里引用第{cited}条，《{policy}》只有 {count} 条',
        en: 'This cites article {cited}; "{policy}" has {count}',
      },
      todo: {
        'zh-CN': '请按政策原文改正条号；引用的是其他文件时，请写明文件名称',
        en: 'Correct the number; where another paper is meant, name it',
      },
    },
    chapter: {
      what: {
        'zh-CN': '这里引用第{cited}章，《{policy}》只有 {count} 章',
        en: 'This cites chapter {cited}; "{policy}" has {count}',
      },
      todo: { 'zh-CN': '请按政策原文改正章号', en: 'Correct the number by the text of the policy' },
    },
    paragraph: {
      what: {
        'zh-CN': '这里引用第{article}条第{cited}款，《{policy}》这一条只有 {count} 款',
        en: 'This cites paragraph {cited} of article {article}, which in "{policy}" has {count}',
      },
      todo: { 'zh-CN': '请按政策原文改正款号', en: 'Correct the number by the text of the policy' },
    },
    item: {
      what: {
        'zh-CN': '这里引用第{article}条第（{cited}）项，《{policy}》这一条有 {count} 项',
        en: 'This cites item {cited} of article {article}, which in "{policy}" has {count}',
      },
      todo: { 'zh-CN': '请按政策原文改正项号', en: 'Correct the number by the text of the policy' },
    },
  },
  checkArchive({ archive, files, report, notApplicable }) {
    for (const facts of files) {
      const citations = drawnFrom(facts, CITATIONS) ?? [];
      const policies = citations.length > 0 ? policiesExplained(archive, facts).map(({ policy }) => policy) : [];
      if (policies.length === 0) notApplicable(facts);
      for (const { citation, part, cited, article, count, policy } of wrongCitations(citations, policies)) {
        const data = { cited: ordinal(cited), article: ordinal(article), count, policy };
        report(facts, { messageId: part, at: citation.range, data });
      }
    }
  },
});

function ordinal(value: number): Localized {
  return { 'zh-CN': value < 100 ? hanNumeral(value) : String(value), en: String(value) };
}
