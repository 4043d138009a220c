import type { Facts } from '../../../src/archive/facts.js';
import { entryAt } from '../../../src/document/front-matter.js';
import { readDate } from '../../../src/language/dates.js';
import { dateAt, placeAt, valueAt } from '../../fields.js';
import { defineRule } from '../../rule.js';
import { approvalOf, DIGEST_ALGORITHM, textDigest } from './digest.js';

export const approvedText = defineRule({
  id: 'process/approved-text',
  kinds: ['briefing'],
  demand: {
    'zh-CN': '发布的就是批准的文本；批准后改过的，重新报批',
    en: 'What is released is the text that was approved; a text changed since is approved anew',
  },
  severity: 'error',
  draft: { keys: ['approval'] },
  messages: {
    unstamped: {
      what: {
        'zh-CN': '没有批准记录，看不出这份文本是否经过批准',
        en: 'There is no record of approval; nothing shows that this text was approved',
      },
      todo: {
        'zh-CN': '获批后请在 approval（审批）里写 approved（批准）日期；运行 jiedu-lint approve 还会写入正文摘要',
        en: 'Once it is approved write the day under `approved` in `approval`; jiedu-lint approve adds a digest of the text',
      },
    },
    noDate: {
      what: { 'zh-CN': 'approval（审批）里没有批准日期', en: '`approval` does not say when the text was approved' },
      todo: {
        'zh-CN': '请写 approved（批准）：获批的日期，例如 2024-03-01',
        en: 'Write `approved`: the day of approval, for instance 2024-03-01',
      },
    },
    // No source asks for a digest: where others have one, this text was forgotten.
    noDigest: {
      severity: 'warn',
      what: {
        'zh-CN': '别的发布稿有正文摘要，这份没有，看不出批准后是否改过',
        en: 'Other briefings bear a digest of their text; this one does not, so nothing shows whether it was changed since',
      },
      todo: {
        'zh-CN': '请核对这就是获批的文本，再运行 jiedu-lint approve --date 获批日期',
        en: 'Make sure that this is the text approved, then run jiedu-lint approve --date with the day of approval',
      },
    },
    unreadable: {
      what: {
        'zh-CN': '正文摘要“{digest}”认不出来，无法核对',
        en: 'The digest "{digest}" cannot be read and the text not be compared',
      },
      todo: {
        'zh-CN': `请不要手写摘要（应以 ${DIGEST_ALGORITHM}: 开头），用 jiedu-lint approve 写入`,
        en: `Do not write digests by hand (they begin with ${DIGEST_ALGORITHM}:); have jiedu-lint approve write it`,
      },
    },
    changed: {
      what: {
        'zh-CN': '正文与批准的文本（{date}）不一致，批准后改过',
        en: 'The text is not the one approved ({date}); it was changed since',
      },
      todo: {
        'zh-CN': '请恢复批准的文本；确需改动的，重新报批，获批后再运行 jiedu-lint approve',
        en: 'Go back to the text approved; or have the change approved and then run jiedu-lint approve again',
      },
    },
  },
  check({ document, report, notApplicable }) {
    const { frontMatter } = document;
    if (frontMatter.status === 'broken') return notApplicable();
    const { approved, digest } = approvalOf(document);
    const placeOf = (key: string) =>
      entryAt(frontMatter.entries, ['approval', key])?.entry.keyRange ?? document.titleRange;
    const isDated = typeof approved === 'string' && readDate(approved) !== null;
    if (isMissing(digest) && isMissing(approved)) {
      report({ messageId: 'unstamped', at: placeOf('digest') });
      return;
    }
    if (!isDated) report({ messageId: 'noDate', at: placeOf('approved') });
    if (isMissing(digest)) return;
    if (!isDigest(String(digest))) {
      report({ messageId: 'unreadable', at: placeOf('digest'), data: { digest: String(digest).slice(0, 40) } });
    } else if (digest !== textDigest(document)) {
      report({ messageId: 'changed', at: placeOf('digest'), data: { date: isDated ? approved : '—' } });
    }
  },
  checkArchive({ archive, files, report }) {
    const isStamped = (facts: Facts) => valueAt(facts, 'approval.digest') !== undefined;
    if (!archive.linted.some(isStamped)) return;
    for (const facts of files)
      if (dateAt(facts, 'approval.approved') !== null && !isStamped(facts))
        report(facts, { messageId: 'noDigest', at: placeAt(facts, 'approval.approved') });
  },
});

function isDigest(text: string): boolean {
  return text.startsWith(`${DIGEST_ALGORITHM}:`) && /^[0-9a-f]{64}$/.test(text.slice(DIGEST_ALGORITHM.length + 1));
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
