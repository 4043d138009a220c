import { FILE_KINDS } from '../../src/audit/file-counts.js';
import { GONE } from '../../src/audit/follow-up.js';
import { RESULTS } from '../../src/audit/ledger.js';
import { NO_DEPARTMENT } from '../../src/audit/names.js';
import { URGENT_TOPICS } from '../../src/audit/urgent.js';
import { KINDS } from '../../src/document/vocabulary.js';
import { ELEMENT_IDS } from '../../src/elements/catalogue.js';

type Schema = Readonly<Record<string, unknown>>;

const TEXT: Schema = { type: 'string' };
const COUNT: Schema = { type: 'integer', minimum: 0 };
const FLAG: Schema = { type: 'boolean' };
const DATE: Schema = { type: 'string', pattern: '^(?:\\d{4}-\\d{2}-\\d{2})?$' };
const SEVERITY: Schema = { enum: ['error', 'warn'] };
const PARAGRAPH = described({ type: ['integer', 'null'], minimum: 1 }, 'Word 文件里的第几段；其他文件为 null');
const TEXTS: Schema = listOf(TEXT);

const TOTALS = {
  documents: described(COUNT, '文件数'),
  compliant: described(COUNT, '合规文件：能检查而且没有错误'),
  clean: described(COUNT, '合规文件里连警告也没有的'),
  withErrors: described(COUNT, '有错误的文件'),
  unreadable: described(COUNT, '读不了的文件'),
  errors: described(COUNT, '错误，按个计'),
  warnings: described(COUNT, '警告，按个计'),
  text: described(concern(), '其中关于正文的；compliant 是正文没有错误的文件'),
  metadata: described(
    concern(),
    '其中关于元数据的（日期、审签、文号、文首的链接等）；compliant 是元数据没有错误的文件',
  ),
};

const ID = { type: 'string', pattern: '^[0-9a-f]{16}$' };

const FINDING = {
  id: described(ID, '问题的编号：文件路径和有问题的原文不变，编号就不变'),
  concern: described({ enum: ['text', 'metadata'] }, '关于正文还是元数据'),
  ruleId: described({ type: ['string', 'null'] }, '规则；没有规则的（如读不了）为 null'),
  messageId: TEXT,
  severity: SEVERITY,
  what: described(TEXT, '问题'),
  why: described(TEXT, '依据，可以为空'),
  todo: described(TEXT, '怎么改'),
  paragraph: PARAGRAPH,
  line: { type: 'integer', minimum: 1 },
  column: { type: 'integer', minimum: 1 },
  clauses: described(TEXTS, '所依据条款的编号'),
  sentence: described(TEXT, '有问题的那句原文；说的是整份文件时为空；个人信息已隐去'),
};

const CLAUSE = { id: TEXT, citation: TEXT, demand: TEXT };
const OF_DOCUMENT = { path: TEXT, title: TEXT, department: TEXT };
const DEMANDED = { demanded: described(FLAG, '配置是否要求；要求的也在 findings 里') };

/** The JSON Schema of what `audit --json` writes. */
export function auditSchema(): Schema {
  const group = object({ name: TEXT, ...TOTALS });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'jiedu-lint audit',
    description: '`jiedu-lint audit --json` 写的核查报告',
    ...object({
      tool: object({ name: { const: 'jiedu-lint' }, version: TEXT }),
      date: described(DATE, '核查日期'),
      root: described(TEXT, '核查的文件夹：只给了一个文件夹时照所给的写；否则是路径所从起的文件夹的名称'),
      presets: TEXTS,
      partial: described(FLAG, '核查是否被中断：是的话，数字只反映已经检查的文件'),
      urgent: described(
        listOf(
          object({
            topic: { enum: Object.keys(URGENT_TOPICS) },
            ...{
              id: ID,
              ...OF_DOCUMENT,
              ruleId: TEXT,
              severity: SEVERITY,
              paragraph: PARAGRAPH,
              line: COUNT,
              column: COUNT,
            },
            ...{ what: TEXT, todo: TEXT },
          }),
        ),
        '须立即整改的问题；也在各文件的 findings 里',
      ),
      files: described(
        listOf(
          object({
            kind: { enum: Object.keys(FILE_KINDS) },
            found: described(COUNT, '等于 read、converted、refused、leftOut、copies 之和'),
            read: described(COUNT, '直接检查的'),
            converted: described(COUNT, '转换后检查的'),
            guessed: described(COUNT, '检查了的文件里，元数据靠推测、没有人核对过的'),
            partly: described(COUNT, '检查了的文件里，有内容（隐藏的文字、图表、嵌入的文件之类）没有读入的'),
            refused: described(COUNT, '该检查而没能检查的'),
            leftOut: described(COUNT, '没有检查的：被配置排除、不是政策文件，或者是不能检查的类型'),
            copies: described(COUNT, '没有检查的：旁边有同一份文件的另一种格式，检查的是那一份'),
          }),
        ),
        '各类文件的检查情况',
      ),
      totals: object(TOTALS),
      coverage: object({
        due: described(COUNT, '应当解读的政策文件，等于后三项之和'),
        interpreted: described(COUNT, '已有解读'),
        orphans: described(COUNT, '没有解读'),
        excused: described(COUNT, '没有解读，但用指令或压制文件说明过'),
      }),
      notCounted: described(object({ directive: COUNT, file: COUNT }), '不计入其他数字的问题：因为指令、因为压制文件'),
      leftOut: described(object({ foreign: COUNT, taken: COUNT }), '没有核查的文件：不是政策文件的、被配置排除的'),
      demands: listOf(
        object({
          ruleId: TEXT,
          demand: TEXT,
          category: TEXT,
          severity: SEVERITY,
          applies: described(COUNT, '适用的文件：规则真正判断过的'),
          broken: described(COUNT, '其中违反的文件'),
          findings: COUNT,
          notCounted: COUNT,
          faults: listOf(object({ messageId: TEXT, documents: COUNT, example: TEXT })),
          clauses: TEXTS,
        }),
      ),
      byDepartment: listOf(group),
      byYear: listOf(group),
      byKind: listOf(group),
      orphans: listOf(object({ ...OF_DOCUMENT, number: TEXT, issued: DATE, what: TEXT, ...DEMANDED })),
      brokenLinks: listOf(
        object({ ...OF_DOCUMENT, paragraph: PARAGRAPH, line: COUNT, column: COUNT, to: TEXT, what: TEXT, ...DEMANDED }),
      ),
      late: listOf(
        object({
          ...OF_DOCUMENT,
          ruleId: TEXT,
          severity: SEVERITY,
          what: TEXT,
          due: described(DATE, '期限的最后一天'),
          done: described(DATE, '办理日期；到核查日期还没有办的为空'),
          daysLate: described(COUNT, '超期的工作日数'),
          ...DEMANDED,
        }),
      ),
      worst: described(TEXTS, '错误最多的文件'),
      documents: listOf(
        object({
          path: TEXT,
          address: described(TEXT, '发布地址，可以为空'),
          title: TEXT,
          kind: { enum: [...KINDS.map(({ kind }) => kind), null] },
          number: TEXT,
          department: described(TEXT, '负责的部门，可以为空'),
          noDepartment: described(
            { enum: [...Object.keys(NO_DEPARTMENT), null] },
            '没有写明部门的原因；写明了的为 null',
          ),
          year: { type: 'string', pattern: '^(?:\\d{4})?$' },
          issued: DATE,
          published: DATE,
          wordCount: COUNT,
          compliant: FLAG,
          readable: FLAG,
          errors: COUNT,
          warnings: COUNT,
          elements: {
            type: 'object',
            propertyNames: { enum: ELEMENT_IDS },
            additionalProperties: { enum: ['section', 'prose', 'nominal', 'absent'] },
          },
          findings: listOf(object(FINDING)),
          notCounted: listOf(object({ ...FINDING, by: { enum: ['directive', 'file'] }, reason: TEXT })),
        }),
      ),
      comparison: described(orNull(comparison()), '与上次核查相比；没有指定上次的为 null'),
      ledger: described(orNull(ledger()), '整改台账的核对；没有读台账的为 null'),
      clauses: listOf(object(CLAUSE)),
      unchecked: described(
        listOf(object({ ...CLAUSE, source: TEXT, why: TEXT, partly: FLAG })),
        '程序不能检查、或者只能检查一部分的条款',
      ),
    }),
  };
}

function concern(): Schema {
  return object({ compliant: COUNT, errors: COUNT, warnings: COUNT });
}

const GONE_OR_NULL: Schema = described({ enum: [...Object.keys(GONE), null] }, '已经查不到的，为什么');

function comparison(): Schema {
  const change = { name: TEXT, came: COUNT, went: COUNT, stayed: COUNT };
  return object({
    date: described(DATE, '上次核查的日期'),
    version: described(TEXT, '上次核查所用程序的版本'),
    partial: described(FLAG, '上次核查被中断'),
    presets: described(TEXTS, '上次核查所用的预设'),
    came: described(COUNT, '新出现的问题'),
    went: described(COUNT, '不再出现的问题：改好的和查不到了的'),
    stayed: described(COUNT, '仍在的问题'),
    mended: described(COUNT, '不再出现的问题里，确实改好的'),
    newlyDemanded: described(COUNT, '新出现的问题里，文件上次就有、而上次没有这项要求的'),
    newDemands: described(TEXTS, '上次没有、这次有的要求'),
    lostDemands: described(TEXTS, '上次有、这次没有的要求'),
    newDocuments: described(TEXTS, '这次才有的文件'),
    lostDocuments: described(TEXTS, '上次才有的文件'),
    movedDocuments: described(listOf(object({ from: TEXT, to: TEXT })), '改了名称或者位置的文件，按同一份比较'),
    byDemand: listOf(object({ ...change, demand: TEXT })),
    byDepartment: listOf(object(change)),
    findings: listOf(
      object({
        ...{ change: { enum: ['came', 'went'] }, gone: GONE_OR_NULL, id: ID, ...OF_DOCUMENT },
        ...{ ruleId: { type: ['string', 'null'] }, severity: SEVERITY, what: TEXT },
      }),
    ),
  });
}

function ledger(): Schema {
  const results = Object.keys(RESULTS);
  return object({
    ledgers: COUNT,
    unknownRows: described(COUNT, '没有编号、无法核对的行：编号被改动或删去，或者是另加的'),
    conflictingRows: described(COUNT, '几份台账填写不一致的问题，按文件名在后的'),
    counts: object(Object.fromEntries(results.map((result) => [result, COUNT]))),
    entries: listOf(
      object({
        ...{ result: { enum: results }, gone: GONE_OR_NULL, id: ID, ...OF_DOCUMENT },
        ...{ ruleId: { type: ['string', 'null'] }, what: TEXT, why: TEXT, todo: TEXT },
        ...{ responsible: TEXT, due: TEXT, said: TEXT, overdue: described(FLAG, '问题还在，而且过了整改期限') },
      }),
    ),
  });
}

function orNull(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}

function object(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

function described(schema: Schema, description: string): Schema {
  return { ...schema, description };
}
