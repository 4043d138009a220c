import type { Document, Unit } from '../../src/document/document.js';
import { scalarLine } from '../../src/document/prose.js';
import { CLASSIFIED, INTERNAL, UNDISCLOSED } from '../../src/language/secrecy-marks.js';
import { defineRule } from '../rule.js';

export const noClassifiedMarking = defineRule({
  id: 'safety/no-classified-marking',
  kinds: 'any',
  demand: {
    'zh-CN': '公开的材料里没有密级、“内部资料”“不予公开”和“征求意见稿”“送审稿”等标记',
    en: 'Nothing published is marked secret, internal, not to be disclosed, or a draft',
  },
  severity: 'warn',
  messages: {
    classified: {
      what: { 'zh-CN': '留有密级标志“{text}”', en: 'A mark of secrecy was left: "{text}"' },
      todo: {
        'zh-CN': '请先停止发布，按保密规定核实；确已解密的，删去标志',
        en: 'Hold publication and have it examined; remove the mark where the text is no longer secret',
      },
    },
    internal: {
      what: { 'zh-CN': '留有内部使用的标记“{text}”', en: 'A mark for internal use was left: "{text}"' },
      todo: {
        'zh-CN': '请核实能否公开；可以公开的，删去标记',
        en: 'Make sure it may be published, and remove the mark',
      },
    },
    undisclosed: {
      what: { 'zh-CN': '标着“{text}”，不应公开', en: 'It is marked "{text}", not to be disclosed' },
      todo: {
        'zh-CN': '请核实公开属性；可以公开的，改正标记',
        en: 'Check whether it may be disclosed, and correct the mark',
      },
    },
    draft: {
      what: { 'zh-CN': '还标着“{text}”', en: 'It is still marked "{text}"' },
      todo: {
        'zh-CN': '请换成定稿，并删去这个标记',
        en: 'Put the final text in its place and remove the mark',
      },
    },
  },
  check({ document, report }) {
    const { frontMatter, kind, units } = document;
    const disclosure = frontMatter.entries.find(({ key }) => key === 'disclosure')?.node;
    const undisclosed = frontMatter.data.disclosure === '不予公开';
    if (disclosure && undisclosed && kind !== 'policy')
      report({ messageId: 'undisclosed', at: disclosure.range, evidence: '不予公开', data: { text: '不予公开' } });
    const title = units.findIndex((unit) => isTitle(unit, document));
    for (const [index, unit] of units.entries()) {
      // A policy that says of itself that it is not public is not there to be published.
      const mark = markOf(unit, index === title, index <= title + HEAD, isConsulted(document));
      if (!mark || unit.type === 'code' || (mark.messageId === 'undisclosed' && kind === 'policy' && undisclosed))
        continue;
      const at = unit.text.rangeOf(mark.start, mark.start + mark.text.length);
      report({ messageId: mark.messageId, at, evidence: mark.text, data: { text: mark.text } });
    }
    const titleNode = frontMatter.entries.find(({ key }) => key === 'title')?.node;
    const line = titleNode && title < 0 ? scalarLine(document, titleNode)?.text : undefined;
    const [, draft] = DRAFT_TITLE.exec(line?.text ?? '') ?? [];
    if (line && draft && !isConsulted(document)) {
      const start = line.text.lastIndexOf(draft);
      const at = line.rangeOf(start, start + draft.length);
      report({ messageId: 'draft', at, evidence: draft, data: { text: draft } });
    }
  },
});

/** Lines below the title that may carry a mark of the whole text. */
const HEAD = 4;

const DRAFT =
  '(?:公开)?征求意见(?:修改)?稿|送审稿|报审稿|讨论稿|审议稿|内部讨论稿|修改稿|修订稿|草案|初稿|草稿|报批稿|会签稿';
const DRAFT_ALONE = new RegExp(`^[（(【]?(${DRAFT})[）)】]?$`);
const DRAFT_TITLE = new RegExp(`[（(【]((?:${DRAFT})(?:第?[一二三四\\d]稿)?)[）)】]$`);

interface Mark {
  readonly messageId: 'classified' | 'internal' | 'undisclosed' | 'draft';
  readonly start: number;
  readonly text: string;
}

function markOf({ text: { text } }: Unit, isTitle: boolean, atHead: boolean, consulted: boolean): Mark | null {
  const at = (messageId: Mark['messageId'], match: RegExpExecArray | null) => {
    const found = match?.[1] ?? match?.[2] ?? match?.[0];
    return match && found ? { messageId, start: match.index + match[0].indexOf(found), text: found } : null;
  };
  if (text.length > 200) return at('classified', /(?:绝密|机密|秘密)★/.exec(text));
  return (
    at('classified', CLASSIFIED.exec(text)) ??
    at('internal', INTERNAL.exec(text)) ??
    at('undisclosed', UNDISCLOSED.exec(text)) ??
    (consulted ? null : at('draft', isTitle ? DRAFT_TITLE.exec(text) : atHead ? DRAFT_ALONE.exec(text) : null))
  );
}

function isTitle(unit: Unit, { titleRange }: Document): boolean {
  return unit.range.start <= titleRange.start && titleRange.end <= unit.range.end;
}

/** A policy out for consultation is published as a draft. */
function isConsulted({ kind, frontMatter: { data } }: Document): boolean {
  return kind === 'policy' && data.consultation !== undefined && data.number === undefined && data.issued === undefined;
}
