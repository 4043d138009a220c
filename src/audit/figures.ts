import type { AuditReport, LedgerResult } from './audit-report.js';
import { allFiles } from './file-counts.js';
import { RESULTS } from './ledger.js';

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
  const { totals, coverage, notCounted, leftOut, late, brokenLinks, unchecked, urgent, documents } = report;
  const files = allFiles(report.files);
  const share = (name: string, part: number, whole: number, meaning: string): Figure[] =>
    whole === 0 ? [] : [{ name, value: part / whole, isShare: true, meaning }];
  return [
    {
      name: '须立即整改',
      value: urgent.length,
      meaning: '公开了个人信息、留有密级标记、日期金额与政策不一致、引用的条款不存在、没有链接到政策的问题，按个计',
    },
    { name: '文件数', value: totals.documents, meaning: '参加核查的文件，包括读不了的' },
    { name: '合规文件', value: totals.compliant, meaning: '能检查而且没有错误的文件，可以有警告' },
    ...share('合规率', totals.compliant, totals.documents, '合规文件占文件数的比例'),
    { name: '没有任何问题的文件', value: totals.clean, meaning: '合规文件里连警告也没有的' },
    { name: '有错误的文件', value: totals.withErrors, meaning: '至少有一个错误的文件' },
    { name: '读不了的文件', value: totals.unreadable, meaning: '没能检查的文件（损坏、过大、没有权限等），不算合规' },
    {
      name: '没有检查的文件',
      value: files.leftOut,
      meaning: '找到了而没有检查的：被配置排除、不是政策文件，或者是不能检查的类型。不在文件数里，合规与否不知道',
    },
    { name: '转换后检查的文件', value: files.converted, meaning: 'Word 文件和网页，转换成 Markdown 后检查' },
    {
      name: '元数据靠推测的文件',
      value: files.guessed,
      meaning: '文号、日期等是从内容推测的，没有人核对过，关于元数据的结论仅供参考',
    },
    ...share(
      '正文合规率',
      totals.text.compliant,
      totals.documents,
      `正文没有错误的 ${totals.text.compliant} 份，占文件数的比例`,
    ),
    ...share(
      '元数据合规率',
      totals.metadata.compliant,
      totals.documents,
      `元数据（日期、审签、文号、文首的链接等）没有错误的 ${totals.metadata.compliant} 份，占文件数的比例`,
    ),
    { name: '错误', value: totals.errors, meaning: '违反必须做到的要求，按个计，一份文件可以有几个' },
    { name: '警告', value: totals.warnings, meaning: '违反原则上要求或者提倡的，或者需要核对的，按个计' },
    { name: '错误：正文', value: totals.text.errors, meaning: '错误里关于正文的' },
    { name: '错误：元数据', value: totals.metadata.errors, meaning: '错误里关于元数据的' },
    { name: '警告：正文', value: totals.text.warnings, meaning: '警告里关于正文的' },
    { name: '警告：元数据', value: totals.metadata.warnings, meaning: '警告里关于元数据的' },
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
      meaning: '类别和公开属性属于应当解读的政策文件，没有写明的也算；靠推测才对得上解读的不算在内',
    },
    { name: '已有解读', value: coverage.interpreted, meaning: '列出了解读材料，或者文库里有解读它的材料' },
    ...share('解读率', coverage.interpreted, coverage.due, '已有解读占应当解读的政策文件的比例'),
    { name: '没有解读', value: coverage.orphans, meaning: '没有列出解读材料，文库里也没有解读它的' },
    { name: '没有解读（不计入）', value: coverage.excused, meaning: '用指令或压制文件说明过的' },
    { name: '逾期', value: late.length, meaning: '晚于期限发布、报送、报备的，按件计' },
    { name: '断链', value: brokenLinks.length, meaning: '指向的文件、图片或段落找不到的链接，按处计' },
    {
      name: '没有写明部门的文件',
      value: documents.filter(({ noDepartment }) => noDepartment !== null).length,
      meaning: '归不到部门的文件，原因逐件列出',
    },
    {
      name: '要由人来看的条款',
      value: unchecked.length,
      meaning: '所依据的文件里，程序不能检查或者只能检查一部分的条款',
    },
    ...sinceThen(report),
  ];
}

/** What changed since the last audit, and what became of the ledgers. */
function sinceThen({ comparison, ledger }: AuditReport): Figure[] {
  const changed = comparison
    ? [
        { name: '新出现的问题', value: comparison.came, meaning: `${comparison.date} 核查时没有的问题，按个计` },
        { name: '改好的问题', value: comparison.mended, meaning: `${comparison.date} 核查时有，这次查过、已经没有的` },
        {
          name: '查不到了的问题',
          value: comparison.went - comparison.mended,
          meaning: '这次没有那份文件、没有检查或者没有要求的，不能认定已改好',
        },
        { name: '仍在的问题', value: comparison.stayed, meaning: `${comparison.date} 核查时有，这次还在的` },
      ]
    : [];
  const results = ledger
    ? (Object.keys(RESULTS) as LedgerResult[]).map((result) => ({
        name: `台账：${RESULTS[result]}`,
        value: ledger.counts[result],
        meaning: LEDGER_MEANINGS[result],
      }))
    : [];
  return [...changed, ...results];
}

const LEDGER_MEANINGS: Readonly<Record<LedgerResult, string>> = {
  stillFound: '台账里写着“已整改”，这次检查还有',
  new: '这次检查出来、台账里没有的：新出现的，或者行被删去的；只算有台账的部门',
  open: '台账里写着“未整改”“整改中”或者没有填，问题还在',
  waived: '台账里写着“不需整改”，问题还在',
  unknown: '这次没有这份文件、没有检查或者没有要求的',
  mended: '台账里有，这次查过、已经没有的',
};
