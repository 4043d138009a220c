import { KINDS } from '../document/vocabulary.js';
import { ELEMENT_IDS, ELEMENT_NAMES, type ElementId } from '../elements/catalogue.js';
import type { ElementFindings, Status } from '../elements/detect.js';
import type { InspectedElement, Inspection } from '../engine/inspection.js';
import { displayPath } from '../files/display.js';
import { UNREAD } from '../files/find.js';
import { slashed } from '../files/ignore.js';
import type { Locale } from '../language/locale.js';
import { messagesOf } from '../lint/messages.js';
import { type ReadProblem, readFailure } from '../lint/read-problems.js';
import { inertJson } from '../report/inert-json.js';
import { printable } from '../report/terminal-text.js';
import { engineFor } from './engine-for.js';
import type { Flags } from './flags.js';
import { type Context, UserError } from './io.js';
import { say } from './words.js';

/** `jiedu-lint inspect FILE…`: what the linter saw in each file, and why. */
export async function inspect(patterns: readonly string[], flags: Flags, io: Context): Promise<number> {
  if (patterns.length === 0) throw new UserError(say('needsFile', flags.locale ?? 'zh-CN'));
  const engine = engineFor(flags, io, { ignore: false });
  const { paths, problems } = await engine.find(patterns);
  const { locale } = engine.configuration;
  const unread = (path: string, problem: ReadProblem) => {
    const [message] = messagesOf([readFailure(problem)], [0], locale);
    io.err(`${displayPath(io.cwd)(path)}  ${message?.message ?? ''}\n`);
  };
  for (const { id, pattern, path } of problems) {
    if (UNREAD.has(id) && path) unread(slashed(path), { id, data: {} });
    else io.err(`${say('noSuchPath', locale, { pattern })}\n`);
  }
  const seen = await engine.inspect(paths, flags.why === true);
  for (const { path, problem } of seen.unread) unread(path, problem);
  io.out(
    flags.format === 'json'
      ? `${inertJson(seen.inspections)}\n`
      : seen.inspections.map((it) => asText(it, locale, io.cwd)).join('\n'),
  );
  return problems.length > 0 || seen.unread.length > 0 ? 2 : 0;
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
