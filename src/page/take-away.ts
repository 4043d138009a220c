import type { Locale } from '../language/locale.js';
import type { CheckedDocument, PageComment, ShownFinding } from './protocol.js';

/** What is wrong with a document as lines for a chat window. */
export function chatText({ title, findings, elements }: CheckedDocument, locale: Locale): string {
  const zh = locale === 'zh-CN';
  const text = findings.filter(({ isRecord }) => !isRecord);
  const errors = text.filter(({ isError }) => isError).length;
  const missing = elements.filter(({ mark }) => mark === 'missing').map(({ name }) => name);
  const head = zh
    ? `“${title}”核查结果：错误 ${errors} 处，提醒 ${text.length - errors} 处。`
    : `"${title}": ${errors} errors, ${text.length - errors} warnings.`;
  const lacking = zh ? `缺少：${missing.join('、')}。` : `Missing: ${missing.join(', ')}.`;
  return [
    head,
    ...(missing.length > 0 ? [lacking] : []),
    ...text.map((finding, i) => `${i + 1}. ${said(finding, locale).join(zh ? '' : ' ')}`),
  ].join('\n');
}

/** The findings as comments for the Word file that the document was made of. */
export function wordComments({ findings }: CheckedDocument, locale: Locale): PageComment[] {
  return findings
    .filter(({ isRecord }) => !isRecord)
    .map((finding) => ({ paragraph: finding.paragraph, words: finding.words, text: said(finding, locale) }));
}

/** What, what to do, and why, a sentence each. */
function said({ isError, what, todo, why }: ShownFinding, locale: Locale): string[] {
  return locale === 'zh-CN'
    ? [`【${isError ? '错误' : '提醒'}】${what}。`, `${todo}。`, ...(why ? [`依据：${why}。`] : [])]
    : [`[${isError ? 'Error' : 'Warning'}] ${what}.`, `${todo}.`, ...(why ? [`Required by ${why}.`] : [])];
}
