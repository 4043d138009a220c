import type { AuditFinding, NoDepartment } from './audit-report.js';

/** What stands for a title where a document has none. */
export const NO_TITLE = '（无标题）';

/** A department as people read it, where the document may not say. */
export function departmentName(name: string): string {
  return name || '没有写明部门';
}

export function yearName(year: string): string {
  return year || '没有写明年份';
}

/** Where a finding stands: its line in a text, 第 3 段 in a Word file; null where who opens the file sees neither, as in a page. */
export function placeIn(path: string, { paragraph, line }: Pick<AuditFinding, 'paragraph' | 'line'>) {
  if (paragraph !== null) return `第 ${paragraph} 段`;
  return /\.(?:md|markdown|txt)$/i.test(path) ? line : null;
}

/** The same as words that stand alone. */
export function placeName(path: string, finding: Pick<AuditFinding, 'paragraph' | 'line'>): string {
  const place = placeIn(path, finding);
  return typeof place === 'number' ? `第 ${place} 行` : (place ?? '');
}

export const SEVERITY: Readonly<Record<'error' | 'warn', string>> = { error: '错误', warn: '警告' };

/** What an audit says of a document. */
export const VERDICTS = { complies: '合规', hasErrors: '有错误', unreadable: '读不了' } as const;

/** Why a document belongs to no department. */
export const NO_DEPARTMENT: Readonly<Record<NoDepartment, string>> = {
  unreadable: '文件读不了',
  frontMatter: '文首的元数据读不了',
  kind: '看不出是哪一类文件，也没有写单位',
  policy: '文首没有写起草部门、发文机关，正文里也没有写明由谁起草、由谁解释',
  policyUnnamed: '没有写解读单位，所解读的政策也没有写明部门',
  policyUnknown: '没有写解读单位，也没有链接到文库里的政策，标题里的政策文库里没有',
};
