import type { NotRead } from '../document/origin.js';
import { kindName } from '../document/vocabulary.js';
import { ELEMENT_IDS, ELEMENT_NAMES, type ElementId } from '../elements/catalogue.js';
import type { ElementFindings, Status } from '../elements/detect.js';
import type { Locale } from '../language/locale.js';
import type { InspectedElement, Inspection } from '../lint/inspection.js';
import { printable } from './terminal-text.js';

const STATUS_NAMES: Readonly<Record<Status, Readonly<Record<Locale, string>>>> = {
  section: { 'zh-CN': '专门部分', en: 'section' },
  prose: { 'zh-CN': '正文提到', en: 'prose' },
  nominal: { 'zh-CN': '有名无实', en: 'nominal' },
  absent: { 'zh-CN': '没有', en: 'absent' },
};

/**
 * What `inspect` shows of a file.
 * @param shown how paths are shown
 * @param sayNote puts into words what was not read of it
 */
export function inspectionText(
  it: Inspection,
  locale: Locale,
  shown: (path: string) => string,
  sayNote: (note: NotRead, locale: Locale) => string,
): string {
  const zh = locale === 'zh-CN';
  const { cjk, marks, runs } = it.wordCountParts;
  const label = (chinese: string, english: string) => (zh ? `${chinese}：` : `${english}: `);
  const lines = [
    shown(it.filePath),
    `  ${label('类型', 'kind')}${it.kind === null ? (zh ? '不明' : '?') : kindName(it.kind, locale)}${zh ? `（${it.kindReason}）` : ` (${it.kindReason})`}`,
    `  ${label('标题', 'title')}${it.title}`,
    `  ${label('字数', '字数')}${it.wordCount}${zh ? `（汉字 ${cjk}，标点 ${marks}，其他 ${runs}）` : ` (CJK ${cjk}, marks ${marks}, other runs ${runs})`}`,
    `  ${label('修订旧政策', 'revises an older policy')}${it.revises ? (zh ? '是' : 'yes') : zh ? '否' : 'no'}`,
    ...(it.notRead ?? []).map((note) => `  ${label('注意', 'note')}${sayNote(note, locale)}`),
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
      ({ to, line, column, resolved }) => `    ${line}:${column}  ${to}${resolved ? ` → ${shown(resolved)}` : ''}`,
    ),
  ];
  return `${lines.map((line) => printable(line)).join('\n')}\n`;
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
