/** The comment of spreadsheets that are made here. */
export const ZIP_MARK = 'jiedu-lint';

/** How the forms of an audit begin: page, figures, findings. */
const BEGINNINGS: readonly RegExp[] = [
  /<title>(?:（不完整）)?政策解读核查报告<\/title>/,
  /^\{\n {2}"tool": \{"name":"jiedu-lint"/,
  /^文件,标题,类型,文号,部门,年份,/,
];

/** Whether a file is a report that an earlier audit wrote. @param head its beginning @param tail its end, some thousand bytes each */
export function isAudit(head: Uint8Array, tail: Uint8Array): boolean {
  const decoder = new TextDecoder();
  const text = decoder.decode(head);
  // A spreadsheet that somebody has worked in does not have the mark any more.
  if (text.startsWith('PK')) return decoder.decode(tail).endsWith(ZIP_MARK);
  return BEGINNINGS.some((pattern) => pattern.test(text));
}
