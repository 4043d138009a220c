import { resolve } from 'node:path';
import { type Facts, factsOf } from '../archive/facts.js';
import type { ArchiveIndex } from '../archive/index.js';
import type { Document, KindReason } from '../document/document.js';
import { placeOf } from '../document/range.js';
import { KINDS } from '../document/vocabulary.js';
import { ELEMENT_IDS, ELEMENT_NAMES, type ElementId } from '../elements/catalogue.js';
import { type ElementFindings, type Status, wordsBehind } from '../elements/detect.js';
import { findFiles } from '../files/find.js';
import { FileHost } from '../files/host.js';
import { slashed } from '../files/ignore.js';
import type { Locale } from '../language/locale.js';
import { withoutPersonalData } from '../language/personal-data.js';
import { messagesOf } from '../lint/messages.js';
import { type ReadProblem, readFailure } from '../lint/read-problems.js';
import { archiveOf } from '../lint/run.js';
import { admitted, understand } from '../lint/yield.js';
import { inertJson } from '../report/inert-json.js';
import { printable } from '../report/terminal-text.js';
import { displayPath } from './display.js';
import { type Io, UserError } from './io.js';
import { Session, type SessionOptions } from './session.js';
import { say } from './words.js';

/** What `inspect --format json` prints of a file. Lines and columns from 1. */
export interface Inspection {
  readonly filePath: string;
  readonly kind: string | null;
  readonly kindReason: string;
  readonly title: string;
  readonly wordCount: number;
  readonly wordCountParts: { readonly cjk: number; readonly marks: number; readonly runs: number };
  readonly revises: boolean;
  readonly sections: readonly {
    readonly title: string;
    readonly level: number;
    readonly style: string;
    readonly line: number;
  }[];
  readonly elements: Readonly<Partial<Record<ElementId, InspectedElement>>>;
  readonly links: readonly {
    readonly to: string;
    readonly line: number;
    readonly column: number;
    readonly resolved: string | null;
  }[];
}

interface InspectedElement {
  readonly status: Status;
  /** From 0 to 1, that the document provides the element, to three places. */
  readonly confidence: number;
  readonly line: number | null;
  readonly column: number | null;
  readonly evidence: string | null;
  readonly reason: ElementFindings[ElementId]['reason'];
  /** With `--why`: the clause that says most for the element, and the words in it that count, for it or against. */
  readonly why?: {
    readonly clause: string;
    readonly words: readonly { readonly text: string; readonly weight: number }[];
  } | null;
}

export interface InspectFlags extends SessionOptions {
  readonly format: 'text' | 'json';
  readonly why?: boolean;
}

/** `jiedu-lint inspect FILE…`: what the linter saw in each file, and why. */
export async function inspect(patterns: readonly string[], flags: InspectFlags, io: Io): Promise<number> {
  const session = new Session(io, flags);
  if (patterns.length === 0) throw new UserError(say('needsFile', session.locale));
  const { files, problems } = await findFiles(patterns, { cwd: io.cwd, ignore: false });
  await session.prepare(files.length > 0 ? files : [resolve(io.cwd, 'x')]);
  const { locale } = session;
  const host = new FileHost();
  const seen: { document: Document; elements: ElementFindings; facts: Facts }[] = [];
  let failed = false;
  const unread = (path: string, problem: ReadProblem) => {
    failed = true;
    const [message] = messagesOf([readFailure(problem)], [0], locale);
    io.err(`${displayPath(io.cwd)(path)}  ${message?.message ?? ''}\n`);
  };
  for (const { id, pattern, path } of problems) {
    if ((id === 'leadsOut' || id === 'misnamed') && path) unread(slashed(path), { id, data: {} });
    else {
      failed = true;
      io.err(`${say('noSuchPath', locale, { pattern })}\n`);
    }
  }
  for (const path of files.map(slashed)) {
    const config = session.configFor(path);
    const read = admitted(await host.read(path), config);
    const understood = 'id' in read ? read : understand(path, read.text, config);
    if ('id' in understood) unread(path, understood);
    else seen.push({ ...understood, facts: factsOf(understood.document, understood.elements, path) });
  }
  const archive = await archiveOf(
    seen.map(({ facts }) => facts),
    host,
    { configFor: (path) => session.configFor(path), settingsFor: (path) => session.settingsFor(path) },
  );
  const inspections = seen.map(({ document, elements, facts }) =>
    inspectionOf(document, elements, facts, archive, locale, flags.why === true),
  );
  io.out(
    flags.format === 'json'
      ? `${inertJson(inspections)}\n`
      : inspections.map((it) => asText(it, locale, io.cwd)).join('\n'),
  );
  return failed ? 2 : 0;
}

function inspectionOf(
  document: Document,
  elements: ElementFindings,
  facts: Facts,
  archive: ArchiveIndex,
  locale: Locale,
  why: boolean,
): Inspection {
  const { lineStarts } = document;
  const { total, ...parts } = document.wordCount;
  return {
    filePath: facts.path,
    kind: document.kind,
    kindReason: sayKindReason(document.kindReason, locale),
    title: withoutPersonalData(document.title),
    wordCount: total,
    wordCountParts: parts,
    revises: facts.revision === 'revises',
    sections: document.sections.map(({ title, level, style, titleRange }) => ({
      title: withoutPersonalData(title),
      level,
      style,
      line: placeOf(lineStarts, titleRange).line,
    })),
    elements: Object.fromEntries(
      ELEMENT_IDS.map((id) => {
        const { status, confidence, range, reason } = elements[id];
        const place = range && placeOf(lineStarts, range);
        return [
          id,
          {
            status,
            confidence: Math.round(confidence * 1000) / 1000,
            line: place?.line ?? null,
            column: place?.column ?? null,
            evidence: range && withoutPersonalData(document.text.slice(range.start, range.end)),
            reason,
            ...(why ? { why: whyOf(id, document, elements) } : {}),
          },
        ];
      }),
    ),
    links: facts.links.map((link) => {
      const { line, column } = placeOf(lineStarts, link.range);
      const to = archive.resolve(facts, link);
      const shown = /^https?:/i.test(link.to) ? link.to : withoutPersonalData(link.to);
      return { to: shown, line, column, resolved: to.status === 'file' ? to.path : null };
    }),
  };
}

function whyOf(id: ElementId, document: Document, elements: ElementFindings): InspectedElement['why'] {
  const { clause } = elements[id];
  if (!clause) return null;
  const words = wordsBehind(document, id).map(({ text, weight }) => ({
    text: withoutPersonalData(text),
    weight: Math.round(weight * 100) / 100,
  }));
  return { clause: withoutPersonalData(clause.text), words };
}

function sayKindReason({ from, evidence }: KindReason, locale: Locale): string {
  const reasons = {
    'front-matter': {
      'zh-CN': `文首元数据写明${/[㐀-鿿]/.test(evidence) ? `（${evidence}）` : ''}`,
      en: `stated in front matter (${evidence})`,
    },
    config: { 'zh-CN': `配置文件按路径指定（${evidence}）`, en: `given by the config for ${evidence}` },
    title: { 'zh-CN': `标题里有“${evidence}”`, en: `the title says "${evidence}"` },
    text: { 'zh-CN': `正文里有“${evidence}”`, en: `the text says "${evidence}"` },
    nothing: { 'zh-CN': '标题和正文都看不出来', en: 'neither title nor text tells' },
  };
  return reasons[from][locale];
}

const STATUS_NAMES: Readonly<Record<Status, Readonly<Record<Locale, string>>>> = {
  section: { 'zh-CN': '专门部分', en: 'section' },
  prose: { 'zh-CN': '正文提到', en: 'prose' },
  nominal: { 'zh-CN': '有名无实', en: 'nominal' },
  absent: { 'zh-CN': '没有', en: 'absent' },
};

function asText(it: Inspection, locale: Locale, cwd: string): string {
  const zh = locale === 'zh-CN';
  const { cjk, marks, runs } = it.wordCountParts;
  const label = (chinese: string, english: string) => (zh ? `${chinese}：` : `${english}: `);
  const lines = [
    displayPath(cwd)(it.filePath),
    `  ${label('类型', 'kind')}${kindName(it.kind, locale)}${zh ? `（${it.kindReason}）` : ` (${it.kindReason})`}`,
    `  ${label('标题', 'title')}${it.title}`,
    `  ${label('字数', '字数')}${it.wordCount}${zh ? `（汉字 ${cjk}，标点 ${marks}，其他 ${runs}）` : ` (CJK ${cjk}, marks ${marks}, other runs ${runs})`}`,
    `  ${label('修订旧政策', 'revises an older policy')}${it.revises ? (zh ? '是' : 'yes') : zh ? '否' : 'no'}`,
    `  ${label('结构', 'sections')}`,
    ...it.sections.map(
      ({ title, level, style, line }) =>
        `    ${'  '.repeat(level - 1)}${line}  ${title}  [${zh ? STYLE_NAMES[style] : style}]`,
    ),
    `  ${label('要素', 'elements')}`,
    ...ELEMENT_IDS.flatMap((id) => {
      const element = it.elements[id];
      return element ? elementLines(id, element, locale) : [];
    }),
    `  ${label('链接', 'links')}`,
    ...it.links.map(
      ({ to, line, column, resolved }) =>
        `    ${line}:${column}  ${to}${resolved ? ` → ${displayPath(cwd)(resolved)}` : ''}`,
    ),
  ];
  return `${lines.map((line) => printable(line)).join('\n')}\n`;
}

function kindName(kind: string | null, locale: Locale): string {
  if (locale === 'en') return kind ?? '?';
  return KINDS.find((one) => one.kind === kind)?.chinese[0] ?? '不明';
}

const STYLE_NAMES: Readonly<Record<string, string>> = {
  atx: '# 标题',
  setext: '下划线标题',
  bold: '加粗',
  numbered: '编号',
  'run-in': '段首编号',
  bracket: '【】',
  question: '问句',
};

function elementLines(
  id: ElementId,
  { status, confidence, line, column, evidence, reason, why }: InspectedElement,
  locale: Locale,
): string[] {
  const name = locale === 'zh-CN' ? ELEMENT_NAMES[id]['zh-CN'] : id;
  const mark = status === 'section' || status === 'prose' ? '✔' : '✖';
  const where =
    line === null
      ? ''
      : `  ${line}:${column}  “${(evidence ?? '').replace(/\s+/g, ' ').slice(0, 60)}”${locale === 'zh-CN' ? `（${REASONS[reason][locale]}）` : ` (${REASONS[reason][locale]})`}`;
  const head = `    ${mark} ${name}  ${STATUS_NAMES[status][locale]}  ${Math.round(confidence * 100)} %${where}`;
  if (!why) return [head];
  const words = why.words
    .map(({ text, weight }) => `${text} ${weight > 0 ? '+' : ''}${weight}`)
    .join(locale === 'zh-CN' ? '、' : ', ');
  return [head, `        “${why.clause.replace(/\s+/g, ' ').slice(0, 80)}”  ${words}`];
}

const REASONS: Readonly<Record<ElementFindings[ElementId]['reason'], Readonly<Record<Locale, string>>>> = {
  heading: { 'zh-CN': '标题', en: 'heading' },
  question: { 'zh-CN': '提问', en: 'question' },
  label: { 'zh-CN': '标签', en: 'label' },
  table: { 'zh-CN': '表格', en: 'table' },
  clause: { 'zh-CN': '正文语句', en: 'clause' },
  none: { 'zh-CN': '', en: '' },
};
