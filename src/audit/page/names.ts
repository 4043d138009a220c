/** A department as people read it, where the document may not say. */
export function departmentName(name: string): string {
  return name || '未注明部门';
}

export function yearName(year: string): string {
  return year || '未注明日期';
}
