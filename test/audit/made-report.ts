import type {
  AuditedDocument,
  AuditFinding,
  AuditReport,
  Demand,
  Group,
  Totals,
} from '../../src/audit/audit-report.js';
import { FileCounts } from '../../src/audit/file-counts.js';
import { urgentOf } from '../../src/audit/urgent.js';
import type { Kind } from '../../src/document/document.js';
import { ELEMENT_IDS } from '../../src/elements/catalogue.js';

const DEPARTMENTS = [
  '发展改革局',
  '教育体育局',
  '民政局',
  '财政局',
  '住房和城乡建设局',
  '交通运输局',
  '卫生健康局',
  '市场监督管理局',
  '医疗保障局',
  '应急管理局',
];
const SUBJECTS = [
  '高龄老人补贴',
  '城乡居民医保门诊统筹',
  '老旧小区加装电梯',
  '中小学课后服务',
  '公共停车场建设',
  '小微企业用工补助',
  '农村供水保障',
  '食品摊点备案',
  '公租房轮候',
  '残疾人两项补贴',
];
const KINDS: readonly (Kind | null)[] = [
  'interpretation',
  'interpretation',
  'interpretation',
  'policy',
  'policy',
  'briefing',
  'interpretation-plan',
  null,
];
const RULES: ReadonlyArray<
  readonly [id: string, demand: string, severity: 'error' | 'warn', what: string, todo: string]
> = [
  [
    'element/scope',
    '写明政策管什么范围、针对谁',
    'error',
    '没有写明涉及范围',
    '补写一节“涉及范围”，说明适用的地区和对象',
  ],
  [
    'element/background-basis',
    '写明起草背景和依据',
    'error',
    '“背景依据”下面没有内容',
    '写出为什么制定、依据哪些法律法规和上级文件',
  ],
  ['element/benefits', '写明惠民利民的举措', 'warn', '没有写明惠民利民举措', '说明群众和企业能得到什么'],
  [
    'link/policy-link',
    '解读要链接到所解读的政策',
    'error',
    '没有链接到所解读的政策文件',
    '在文首或文末加上政策文件的链接',
  ],
  ['link/no-broken-link', '链接要能打开', 'error', '链接指向的文件不存在', '改成文件现在的位置'],
  ['length/max-length', '篇幅不超过上限', 'warn', '正文 3120 字，超过 3000 字', '删去与政策原文重复的段落'],
  [
    'process/publish-together',
    '解读与政策同步发布',
    'error',
    '解读晚于政策 6 个工作日发布',
    '今后与政策同时发布；已经逾期的补发并说明',
  ],
  ['content/terms-explained', '解释专业术语', 'warn', '“门诊统筹”没有解释', '在第一次出现处用一句话说明'],
  ['structure/no-placeholder', '不留待补充的内容', 'error', '有待补充的内容：“××”', '补上内容或者删去'],
  ['meta/dates', '写明成稿、印发、发布日期', 'error', '没有写明发布日期', '在文首填写 published（发布日期）'],
  ['safety/no-personal-data', '不公开个人信息', 'error', '有身份证号码', '删去或者隐去号码'],
];

/** The report of an archive that never was: the same for the same number of documents. */
export function madeReport(documents: number, change: Partial<AuditReport> = {}): AuditReport {
  const next = randomFrom(documents + 1);
  return reportOn(
    Array.from({ length: documents }, (_, i) => madeDocument(i, next)),
    change,
  );
}

/** Some documents with the figures that follow from them. */
export function reportOn(documents: readonly AuditedDocument[], change: Partial<AuditReport> = {}): AuditReport {
  const byErrors = [...documents].sort((a, b) => b.errors - a.errors || (a.path < b.path ? -1 : 1));
  const policies = documents.filter(({ kind }) => kind === 'policy');
  const withRule = (id: string) =>
    documents.flatMap((document) =>
      document.findings.filter(({ ruleId }) => ruleId === id).map((finding) => ({ document, finding })),
    );
  return {
    tool: { name: 'jiedu-lint', version: '0.1.0' },
    date: '2026-11-22',
    root: '政府网站公开目录',
    presets: ['recommended'],
    partial: false,
    urgent: urgentOf(documents),
    files: filesOf(documents),
    comparison: null,
    ledger: null,
    totals: totalsOf(documents),
    demands: RULES.map((rule) => demandOf(rule, documents)).sort((a, b) => b.broken - a.broken),
    byDepartment: groupsOf(documents, ({ department }) => department),
    byYear: groupsOf(documents, ({ year }) => year),
    byKind: groupsOf(documents, ({ kind }) => kind ?? ''),
    orphans: policies
      .filter((_, i) => i % 6 === 0)
      .map(({ path, title, department, published }, i) => ({
        ...{ path, title, department },
        number: `某政办发〔${published.slice(0, 4)}〕${i + 1}号`,
        issued: published,
        ...{ what: '没有解读材料', demanded: i % 2 === 0 },
      })),
    brokenLinks: withRule('link/no-broken-link').map(({ document, finding }) => ({
      ...{ path: document.path, title: document.title, department: document.department, demanded: true },
      ...{ paragraph: null, line: finding.line, column: finding.column },
      to: `../policies/${document.year}-old.md`,
      what: finding.what,
    })),
    late: withRule('process/publish-together').map(({ document: { path, title, department, published } }, i) => ({
      ...{
        path,
        title,
        department,
        ruleId: 'process/publish-together',
        severity: 'error',
        what: '解读晚于政策发布',
      },
      ...{ due: published, done: published, daysLate: (i % 30) + 1, demanded: i % 2 === 0 },
    })),
    worst: byErrors
      .filter(({ errors }) => errors > 0)
      .slice(0, 20)
      .map(({ path }) => path),
    documents,
    coverage: coverageOf(policies.length, policies.filter((_, i) => i % 6 === 0).length),
    leftOut: { foreign: 0, taken: 0 },
    notCounted: {
      directive: documents.flatMap(({ notCounted }) => notCounted.filter(({ by }) => by === 'directive')).length,
      file: documents.flatMap(({ notCounted }) => notCounted.filter(({ by }) => by === 'file')).length,
    },
    clauses: [
      { id: 'XY-2b', citation: '某市解读办法第二条', demand: '写明政策管什么、管谁' },
      { id: 'MC-3.1c', citation: '某市工作方案三、1', demand: '写主要内容和范围' },
    ],
    unchecked: [
      {
        ...{ id: 'XY-5', citation: '某市解读办法第五条', source: '某市政策解读办法', partly: true },
        ...{ demand: '解读要通俗易懂', why: '是否易懂要由读者判断' },
      },
      {
        ...{ id: 'XY-9', citation: '某市解读办法第九条', source: '某市政策解读办法', partly: false },
        ...{ demand: '重大政策由主要负责人解读', why: '政策是否重大不能从文件判断' },
      },
    ],
    ...change,
  };
}

function coverageOf(due: number, orphans: number) {
  return { due, interpreted: due - orphans, orphans, excused: 0 };
}

/** A document with its counts made from its findings; `change` replaces what a test is about. */
export function auditedDocument(change: Partial<AuditedDocument> = {}): AuditedDocument {
  const findings = change.findings ?? [];
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    path: '解读/2024/a.md',
    address: '',
    title: '《某办法》政策解读',
    kind: 'interpretation',
    department: '民政局',
    noDepartment: null,
    number: '',
    year: '2024',
    issued: '',
    published: '2024-03-01',
    wordCount: 1200,
    readable: true,
    compliant: errors === 0 && (change.readable ?? true),
    errors,
    warnings: findings.length - errors,
    elements: {},
    findings,
    notCounted: [],
    ...change,
  };
}

/** A finding of the first rule. */
export function auditFinding(change: Partial<AuditFinding> = {}): AuditFinding {
  return {
    id: '0123456789abcdef',
    concern: 'text',
    ruleId: 'element/scope',
    messageId: 'absent',
    severity: 'error',
    what: '没有写明涉及范围',
    why: '某市解读办法第二条',
    todo: '补写适用对象',
    paragraph: null,
    line: 12,
    column: 3,
    clauses: ['XY-2b'],
    sentence: '本办法自印发之日起施行。',
    ...change,
  };
}

function madeDocument(i: number, next: () => number): AuditedDocument {
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
  const [department, subject, kind] = [pick(DEPARTMENTS), pick(SUBJECTS), pick(KINDS)];
  const year = String(2018 + Math.floor(next() * 8));
  const many = next() < 0.3 ? 0 : Math.floor(next() * 14);
  const isUnreadable = next() < 0.01;
  const findings = Array.from({ length: isUnreadable ? 0 : many }, () => {
    const [ruleId, , severity, what, todo] = pick(RULES);
    const line = 3 + Math.floor(next() * 90);
    const sentence = `${department}按照“${subject}”的有关规定，对符合第 ${i % 97} 项条件的 ${Math.floor(next() * 9000)} 户家庭按月发放，由街道核对后在次月 ${1 + Math.floor(next() * 28)} 日前拨付。`;
    return auditFinding({ ruleId, severity, what, todo, line, sentence: next() < 0.3 ? '' : sentence });
  }).sort((a, b) => a.line - b.line);
  const statuses = ['section', 'section', 'prose', 'nominal', 'absent'] as const;
  const elements = kind === 'interpretation' ? Object.fromEntries(ELEMENT_IDS.map((id) => [id, pick(statuses)])) : {};
  const month = String(1 + Math.floor(next() * 12)).padStart(2, '0');
  return auditedDocument({
    path: `${kind === 'policy' ? '政策' : '解读'}/${department}/${year}/${String(i).padStart(5, '0')}-${subject}.md`,
    title:
      kind === 'policy'
        ? `某市${department}关于印发《某市${subject}实施办法》的通知`
        : `《某市${subject}实施办法》政策解读（第${i}号）`,
    ...{ kind, year, findings, elements, readable: !isUnreadable },
    department: next() < 0.03 ? '' : department,
    published: `${year}-${month}-15`,
    wordCount: 600 + Math.floor(next() * 4000),
  });
}

function demandOf([ruleId, demand, severity]: (typeof RULES)[number], documents: readonly AuditedDocument[]): Demand {
  const broken = documents.filter(({ findings }) => findings.some((finding) => finding.ruleId === ruleId)).length;
  const of = documents.flatMap(({ findings }) => findings.filter((finding) => finding.ruleId === ruleId));
  const applies = Math.max(broken, ruleId.startsWith('element/') ? Math.ceil(documents.length / 2) : documents.length);
  return {
    ruleId,
    demand,
    severity,
    category: ruleId.split('/')[0] ?? '',
    applies,
    broken,
    findings: of.length,
    notCounted: 0,
    faults: of.length === 0 ? [] : [{ messageId: 'absent', documents: broken, example: of[0]?.what ?? '' }],
    clauses: ['XY-2b', 'MC-3.1c'],
  };
}

function groupsOf(documents: readonly AuditedDocument[], nameOf: (document: AuditedDocument) => string): Group[] {
  const names = [...new Set(documents.map(nameOf))].sort();
  return names.map((name) => ({ name, ...totalsOf(documents.filter((document) => nameOf(document) === name)) }));
}

function totalsOf(documents: readonly AuditedDocument[]): Totals {
  const sum = (count: (document: AuditedDocument) => number) => documents.reduce((all, one) => all + count(one), 0);
  return {
    documents: documents.length,
    compliant: sum(({ compliant }) => Number(compliant)),
    clean: sum(({ compliant, warnings }) => Number(compliant && warnings === 0)),
    withErrors: sum(({ readable, errors }) => Number(readable && errors > 0)),
    unreadable: sum(({ readable }) => Number(!readable)),
    errors: sum(({ errors }) => errors),
    warnings: sum(({ warnings }) => warnings),
    text: { compliant: sum(({ compliant }) => Number(compliant)), errors: sum(({ errors }) => errors), warnings: 0 },
    metadata: { compliant: documents.length, errors: 0, warnings: 0 },
  };
}

function filesOf(documents: readonly AuditedDocument[]) {
  const counts = new FileCounts();
  for (const { path, readable } of documents) counts.add(path, readable ? 'checked' : 'refused');
  return counts.all;
}

/** Numbers in [0, 1) that are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
