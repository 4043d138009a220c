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

/** A figure's name, its value or of a share the part and the whole, and what it means. */
type Row = readonly [name: string, value: number | readonly [part: number, whole: number], meaning: string];

/** The figures of the archive as a whole, as the spreadsheet lists them; each is explained in a line. */
export function figuresOf(report: AuditReport): Figure[] {
  return [...rowsOf(report), ...sinceThen(report)].flatMap(([name, value, meaning]): Figure[] => {
    if (typeof value === 'number') return [{ name, value, meaning }];
    const [part, whole] = value;
    return whole === 0 ? [] : [{ name, value: part / whole, isShare: true, meaning }];
  });
}

function rowsOf(report: AuditReport): Row[] {
  const { totals, coverage, notCounted, leftOut, late, brokenLinks, unchecked, urgent, documents } = report;
  const files = allFiles(report.files);
  // biome-ignore format: a row a figure
  return [
    ['须立即整改', urgent.length,
      '公开了个人信息、留有密级标记、日期金额与政策不一致、引用的条款不存在、没有链接到政策的问题，按个计'],
    ['文件数', totals.documents, '参加核查的文件，包括读不了的'],
    ['合规文件', totals.compliant, '能检查而且没有错误的文件，可以有警告'],
    ['合规率', [totals.compliant, totals.documents], '合规文件占文件数的比例'],
    ['没有任何问题的文件', totals.clean, '合规文件里连警告也没有的'],
    ['有错误的文件', totals.withErrors, '至少有一个错误的文件'],
    ['读不了的文件', totals.unreadable, '没能检查的文件（损坏、过大、没有权限等），不算合规'],
    ['没有检查的文件', files.leftOut,
      '找到了而没有检查的：被配置排除、不是政策文件，或者是不能检查的类型。不在文件数里，合规与否不知道'],
    ['转换后检查的文件', files.converted, 'Word 文件和网页，转换成 Markdown 后检查'],
    ['元数据靠推测的文件', files.guessed,
      '文号、日期等是从内容推测的，没有人核对过，关于元数据的结论仅供参考'],
    ['正文合规率', [totals.text.compliant, totals.documents],
      `正文没有错误的 ${totals.text.compliant} 份，占文件数的比例`],
    ['元数据合规率', [totals.metadata.compliant, totals.documents],
      `元数据（日期、审签、文号、文首的链接等）没有错误的 ${totals.metadata.compliant} 份，占文件数的比例`],
    ['错误', totals.errors, '违反必须做到的要求，按个计，一份文件可以有几个'],
    ['警告', totals.warnings, '违反原则上要求或者提倡的，或者需要核对的，按个计'],
    ['错误：正文', totals.text.errors, '错误里关于正文的'],
    ['错误：元数据', totals.metadata.errors, '错误里关于元数据的'],
    ['警告：正文', totals.text.warnings, '警告里关于正文的'],
    ['警告：元数据', totals.metadata.warnings, '警告里关于元数据的'],
    ['不计入：指令', notCounted.directive,
      '文稿里写了 jiedu-lint-disable 指令，不计入其他数字'],
    ['不计入：压制文件', notCounted.file, '已经记入压制文件的旧问题，不计入其他数字'],
    ['没有核查：不是政策文件', leftOut.foreign, '说明（README）、程序文档之类的 Markdown 文件'],
    ['没有核查：被配置排除', leftOut.taken, '配置的 ignores 或 paths 排除的文件'],
    ['应当解读的政策文件', coverage.due,
      '类别和公开属性属于应当解读的政策文件，没有写明的也算；靠推测才对得上解读的不算在内'],
    ['已有解读', coverage.interpreted, '列出了解读材料，或者文库里有解读它的材料'],
    ['解读率', [coverage.interpreted, coverage.due], '已有解读占应当解读的政策文件的比例'],
    ['没有解读', coverage.orphans, '没有列出解读材料，文库里也没有解读它的'],
    ['没有解读（不计入）', coverage.excused, '用指令或压制文件说明过的'],
    ['逾期', late.length, '晚于期限发布、报送、报备的，按件计'],
    ['断链', brokenLinks.length, '指向的文件、图片或段落找不到的链接，按处计'],
    ['没有写明部门的文件', documents.filter(({ noDepartment }) => noDepartment !== null).length,
      '归不到部门的文件，原因逐件列出'],
    ['要由人来看的条款', unchecked.length,
      '所依据的文件里，程序不能检查或者只能检查一部分的条款'],
  ];
}

/** What changed since the last audit, and what became of the ledgers. */
function sinceThen({ comparison, ledger }: AuditReport): Row[] {
  const rows: Row[] = [];
  if (comparison) {
    const { date, came, mended, went, stayed } = comparison;
    // biome-ignore format: a row a figure
    rows.push(
      ['新出现的问题', came, `${date} 核查时没有的问题，按个计`],
      ['改好的问题', mended, `${date} 核查时有，这次查过、已经没有的`],
      ['查不到了的问题', went - mended, '这次没有那份文件、没有检查或者没有要求的，不能认定已改好'],
      ['仍在的问题', stayed, `${date} 核查时有，这次还在的`],
    );
  }
  for (const result of ledger ? (Object.keys(RESULTS) as LedgerResult[]) : [])
    rows.push([`台账：${RESULTS[result]}`, ledger?.counts[result] ?? 0, LEDGER_MEANINGS[result]]);
  return rows;
}

const LEDGER_MEANINGS: Readonly<Record<LedgerResult, string>> = {
  stillFound: '台账里写着“已整改”，这次检查还有',
  new: '这次检查出来、台账里没有的：新出现的，或者行被删去的；只算有台账的部门',
  open: '台账里写着“未整改”“整改中”或者没有填，问题还在',
  waived: '台账里写着“不需整改”，问题还在',
  unknown: '这次没有这份文件、没有检查或者没有要求的',
  mended: '台账里有，这次查过、已经没有的',
};
