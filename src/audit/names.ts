/** What stands for a title where a document has none. */
export const NO_TITLE = '（无标题）';

/** A department as people read it, where the document may not say. */
export function departmentName(name: string): string {
  return name || '没有写明部门';
}

export function yearName(year: string): string {
  return year || '没有写明年份';
}

export const SEVERITY: Readonly<Record<'error' | 'warn', string>> = { error: '错误', warn: '警告' };

/** What an audit says of a document. */
export const VERDICTS = { complies: '合规', hasErrors: '有错误', unreadable: '读不了' } as const;
