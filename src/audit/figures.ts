import type { AuditReport } from './audit-report.js';

/** A figure of the whole archive with what it means. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** True for a share, 0 to 1. */
  readonly isShare?: true;
  readonly meaning: string;
}

/** The figures of the archive as a whole, as the spreadsheet lists them; each is explained in a line. */
export function figuresOf(report: AuditReport): Figure[] {
  const { totals, coverage, notCounted, leftOut, late, brokenLinks, unchecked } = report;
  const share = (name: string, part: number, whole: number, meaning: string): Figure[] =>
    whole === 0 ? [] : [{ name, value: part / whole, isShare: true, meaning }];
  return [
    { name: '文件数', value: totals.documents, meaning: '参加核查的文件，包括读不了的' },
    { name: '合规文件', value: totals.compliant, meaning: '能检查而且没有错误的文件，可以有警告' },
    ...share('合规率', totals.compliant, totals.documents, '合规文件占文件数的比例'),
    { name: '没有任何问题的文件', value: totals.clean, meaning: '合规文件里连警告也没有的' },
    { name: '有错误的文件', value: totals.withErrors, meaning: '至少有一个错误的文件' },
    { name: '读不了的文件', value: totals.unreadable, meaning: '没能检查的文件（损坏、过大、没有权限等），不算合规' },
    { name: '错误', value: totals.errors, meaning: '违反必须做到的要求，按个计，一份文件可以有几个' },
    { name: '警告', value: totals.warnings, meaning: '违反原则上要求或者提倡的，或者需要核对的，按个计' },
    {
      name: '不计入：指令',
      value: notCounted.directive,
      meaning: '文稿里写了 jiedu-lint-disable 指令，不计入其他数字',
    },
    { name: '不计入：压制文件', value: notCounted.file, meaning: '已经记入压制文件的旧问题，不计入其他数字' },
    { name: '没有核查：不是政策文件', value: leftOut.foreign, meaning: '说明（README）、程序文档之类的 Markdown 文件' },
    { name: '没有核查：被配置排除', value: leftOut.taken, meaning: '配置的 ignores 或 paths 排除的文件' },
    {
      name: '应当解读的政策文件',
      value: coverage.due,
      meaning: '类别和公开属性属于应当解读的政策文件；没有写明的也算',
    },
    { name: '已有解读', value: coverage.interpreted, meaning: '列出了解读材料，或者文库里有解读它的材料' },
    ...share('解读率', coverage.interpreted, coverage.due, '已有解读占应当解读的政策文件的比例'),
    { name: '没有解读', value: coverage.orphans, meaning: '没有列出解读材料，文库里也没有解读它的' },
    { name: '没有解读（不计入）', value: coverage.excused, meaning: '用指令或压制文件说明过的' },
    { name: '逾期', value: late.length, meaning: '晚于期限发布、报送、报备的，按件计' },
    { name: '断链', value: brokenLinks.length, meaning: '指向的文件、图片或段落找不到的链接，按处计' },
    {
      name: '要由人来看的条款',
      value: unchecked.length,
      meaning: '所依据的文件里，程序不能检查或者只能检查一部分的条款',
    },
  ];
}
