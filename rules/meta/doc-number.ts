import type { Facts } from '../../src/archive/facts.js';
import { relativePath } from '../../src/archive/targets.js';
import type { Document } from '../../src/document/document.js';
import { numberAtHead } from '../../src/document/head-number.js';
import { scalarLine } from '../../src/document/prose.js';
import { isSameNumber, readDocNumber } from '../../src/language/doc-number.js';
import { defineRule } from '../rule.js';

export const docNumber = defineRule({
  id: 'meta/doc-number',
  kinds: ['policy'],
  demand: {
    'zh-CN': '发文字号写作“机关代字〔年份〕序号号”（公告、令也可写“年份年第N号”“第N号”），一号一文',
    en: 'A document number reads 机关代字〔YYYY〕N号 (公告 and 令 also YYYY年第N号 or 第N号), and no two policies share one',
  },
  severity: 'error',
  draft: { keys: ['number'] },
  fixable: true,
  messages: {
    improper: {
      what: {
        'zh-CN': '发文字号“{written}”写法不规范',
        en: 'The document number "{written}" is not written by the rules',
      },
      todo: {
        'zh-CN': '应写作“{proper}”：年份用六角括号〔〕，序号不加“第”、不补零（公告、令除外）',
        en: 'Write "{proper}": the year in 〔〕, the serial without 第 or leading zeros (公告 and 令 excepted)',
      },
    },
    unreadable: {
      what: { 'zh-CN': '“{written}”不是发文字号', en: '"{written}" is no document number' },
      todo: {
        'zh-CN': '请写成“机关代字〔年份〕序号号”，例如“云政办发〔2024〕12号”；令、公告写作“……令第12号”',
        en: 'Write it as 机关代字〔YYYY〕N号, for instance 云政办发〔2024〕12号; orders and notices are numbered …令第12号',
      },
    },
    seriesForm: {
      what: {
        'zh-CN': '发文字号“{written}”缺机关代字或六角括号年份',
        en: 'The document number "{written}" lacks its office or its year in 〔〕',
      },
      todo: {
        'zh-CN': '只有公告、通告和令可以写“年份年第N号”或“第N号”，其他文件请写成“机关代字〔年份〕序号号”',
        en: 'Only 公告, 通告 and 令 are numbered so; write 机关代字〔YYYY〕N号',
      },
    },
    differs: {
      what: {
        'zh-CN': '正文里的文号“{found}”与文首写的“{written}”不一致',
        en: 'The text bears the number "{found}", the front matter "{written}"',
      },
      todo: { 'zh-CN': '请核对原件，改正写错的一处', en: 'Look at the original and correct the one that is wrong' },
    },
    duplicate: {
      severity: 'error',
      what: {
        'zh-CN': '发文字号“{written}”与“{other}”重复',
        en: 'The document number "{written}" is also borne by "{other}"',
      },
      todo: {
        'zh-CN': '请核对两份文件的文号（另一份在 {path}）',
        en: 'Check the numbers of both papers (the other is {path})',
      },
    },
  },
  check({ document, report, notApplicable }) {
    const entry = document.frontMatter.entries.find(({ key }) => key === 'number');
    if (entry?.node.type !== 'scalar' || entry.node.value === null) return notApplicable();
    if (document.guessed.includes('number')) return notApplicable();
    const written = String(entry.node.value);
    const trimmed = written.trim();
    const at = entry.node.range;
    const number = readDocNumber(written);
    if (!number) {
      report({ messageId: 'unreadable', at, data: { written } });
    } else if (number.form !== 'bracket' && !isInSeries(number.prefix, document)) {
      report({ messageId: 'seriesForm', at, data: { written } });
    } else if (number.proper !== trimmed && number.proper !== trimmed.replace(LAYOUT_BLANKS, '')) {
      const inner = scalarLine(document, entry.node)?.text.rangeOf(0, written.length);
      const fix = inner && !/[\r\n]/.test(written) && { range: [inner.start, inner.end] as const, text: number.proper };
      report({ messageId: 'improper', at, data: { written, proper: number.proper }, ...(fix ? { fix } : {}) });
    }
    const borne = numberAtHead(document);
    if (number && borne && !isSameNumber(number, borne.number))
      report({ messageId: 'differs', at: borne.range, evidence: borne.text, data: { found: borne.text, written } });
  },
  checkArchive({ archive, files, report, notApplicable }) {
    for (const facts of files) {
      const key = statesNumber(facts) ? facts.numberKey : null;
      if (key === null) notApplicable(facts);
      const other = otherWith(facts, archive.policiesNumbered(key ?? '').filter(statesNumber));
      if (!other) continue;
      report(facts, {
        messageId: 'duplicate',
        at: facts.places.number ?? facts.titleRange,
        data: { written: facts.number, other: other.title, path: relativePath(facts.path, other.path) },
      });
    }
  },
});

/** Blanks between the names of several issuers, and between a series and its number: 财政部 税务总局公告2024年第8号, 令 第8号. */
const LAYOUT_BLANKS =
  /(?<=[〇々㐀-鿿])[ 　](?=[〇々㐀-鿿、 　]{1,60}(?:公告|通告|令)(?:\d|第))|(?<=公告|通告|令)\s{1,9}(?=第|（第|\d{4}年)/g;

/** Orders and public notices are counted by issuer; a government's rules come by order, whatever their title says. */
function isInSeries(prefix: string, { title, frontMatter }: Document): boolean {
  if (frontMatter.data.category === '规章' || /(?:公告|通告|令)$/.test(prefix)) return true;
  return /(?:公告|通告|(?<![责指法条])令)(?![〇々㐀-鿿])/.test(title);
}

const statesNumber = ({ data, guessed }: Facts) => data.number !== undefined && !guessed.includes('number');
/** Another paper under the number; numbers without a year (第5号) are counted afresh by every issuer. */
function otherWith(facts: Facts, same: readonly Facts[]): Facts | undefined {
  if (same.length === 1 && same[0] === facts) return undefined;
  const issuer = JSON.stringify(facts.data.issuer ?? null);
  const bare = facts.numberKey?.startsWith('/') || facts.numberKey?.includes('//');
  return same.find((other) => other !== facts && (!bare || JSON.stringify(other.data.issuer ?? null) === issuer));
}
