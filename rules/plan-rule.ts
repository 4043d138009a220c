import type { Document, Kind, Section } from '../src/document/document.js';
import { placesOf } from '../src/document/front-matter.js';
import type { Range } from '../src/document/range.js';
import { keyOf } from '../src/document/vocabulary.js';
import { defineRule, type Localized, optionSchema, type Rule } from './rule.js';

export interface PlanOptions {
  readonly items: readonly string[];
}

/** One thing a plan has to name: under its key in front matter, under a heading, in a table or in a sentence. */
export interface PlanItem {
  /** Keys of front matter that hold it, its own first. */
  readonly keys: readonly [string, ...string[]];
  /** Tested on headings, labels and table cells, without number and colon. */
  readonly heading: RegExp;
  /** Tested on sentences. */
  readonly sentence?: RegExp;
  /** 无 is an answer too. */
  readonly mayBeNone?: true;
}

/** What sets one kind of plan apart from the others. */
export interface PlanDemand {
  readonly id: string;
  readonly kind: Kind;
  readonly demand: Localized;
  readonly items: readonly PlanItem[];
}

/** Makes the rule that asks a plan for its items. */
export function definePlanRule({ id, kind, demand, items }: PlanDemand): Rule<PlanOptions> {
  const names = items.map(({ keys }) => keys[0]);
  return defineRule<PlanOptions>({
    id,
    kinds: [kind],
    demand,
    severity: 'warn',
    draft: { keys: ['policy'], sections: names },
    schema: optionSchema({
      items: {
        type: 'array',
        items: { enum: names },
        minItems: 1,
        uniqueItems: true,
        title: `What the plan has to name: ${names.join(', ')}`,
        description: `方案要写明哪些事项：${items.map(({ keys }) => `${keys[0]} ${chineseOf(keys[0])}`).join('，')}`,
      },
    }),
    defaults: { items: names },
    messages: {
      missing: {
        what: { 'zh-CN': '方案没有写明“{name}”', en: 'The plan does not name {key} ({name})' },
        todo: {
          'zh-CN': '请在文首填写 {key}（{name}），或者在正文里写一个“{name}”部分',
          en: 'Fill in `{key}` in front matter, or give the text a part headed {name}',
        },
        todoInFile: { 'zh-CN': '请在正文里写一个“{name}”部分', en: 'Give the text a part headed {name}' },
        options: ['items'],
      },
      unfilled: {
        what: { 'zh-CN': '“{name}”没有写定：{written}', en: '{key} ({name}) is left open: {written}' },
        todo: { 'zh-CN': '请写定之后再报送', en: 'Settle it before the plan is handed in' },
        options: ['items'],
      },
    },
    check({ document, options, report, notApplicable }) {
      if (document.frontMatter.status === 'broken') return notApplicable();
      for (const item of items.filter(({ keys }) => options.items.includes(keys[0]))) {
        const [key] = item.keys;
        const data = { key, name: chineseOf(key) };
        const found = [...inFrontMatter(document, item), ...inText(document, item)];
        if (found.some(({ text }) => isSettled(text, item))) continue;
        const open = found[0];
        if (open)
          report({
            messageId: 'unfilled',
            at: open.at,
            data: { ...data, written: open.text.replace(/[。.]$/, '') || '—' },
          });
        else report({ messageId: 'missing', at: document.titleRange, data });
      }
    },
  });
}

function chineseOf(key: string): string {
  return keyOf(key)?.chinese ?? key;
}

interface FoundHeading {
  readonly text: string;
  readonly at: Range;
}

const OPEN =
  /^(?:(?:(?:具体|会议|召开|举办|解读){0,2}(?:时间|日期|地点|人员|名单|方式|形式|渠道|主题)?(?:另行通知|另行确定|另定|待[定补填议商][^，。]{0,4}|(?:暂|尚)?未定)[，、；]?){1,3}|略|暂缺|[-—/／…]{1,6})[。.]?$/;
const NONE = /^(?:暂?无|没有)[。.]?$/;

function isSettled(text: string, { mayBeNone }: PlanItem): boolean {
  return text !== '' && !OPEN.test(text) && (mayBeNone === true || !NONE.test(text));
}

function inFrontMatter({ frontMatter, guessed, titleRange }: Document, { keys }: PlanItem): FoundHeading[] {
  const places = placesOf(frontMatter.entries);
  return keys.flatMap((key) => {
    if (guessed.includes(key)) return [];
    const value = frontMatter.data[key];
    const text = (Array.isArray(value) ? value.join('、') : String(value ?? '')).trim();
    return text === '' ? [] : [{ text, at: places[key] ?? titleRange }];
  });
}

function inText(document: Document, { heading, sentence }: PlanItem): FoundHeading[] {
  const headed = document.sections
    .filter(({ title, numbering }) => isNamed(title, heading, numbering?.label))
    .map((section) => ({ text: textOf(section), at: section.titleRange }));
  const said = document.sentences
    .filter(({ text }) => sentence?.test(text))
    .map(({ text, range }) => ({ text, at: range }));
  return [...headed, ...inTables(document, heading), ...said];
}

/** Whether a title names an item, alone or with others: 会议时间和地点. */
function isNamed(title: string, heading: RegExp, label = ''): boolean {
  const name = (title.startsWith(label) ? title.slice(label.length) : title)
    .replace(/[\s　：:。【】的]/g, '')
    .replace(/说明会|解读会|(?:召开|举办|举行)会议/, '会议');
  return [name, ...name.split(/[、和及与]|(?<=时间)(?=地点)|(?<=地点)(?=时间)/)].some((one) => heading.test(one));
}

function textOf({ body, children }: Section): string {
  const own = body
    .map(({ text }) => text)
    .join('')
    .trim();
  return own || children.map(({ title }) => title).join('');
}

/** 会议时间 | 6月3日: a cell, and the one to its right or, in a header, the one below. */
function inTables({ units }: Document, heading: RegExp): FoundHeading[] {
  return units.flatMap((unit, i) => {
    const { table } = unit;
    if (!table || !isNamed(unit.text.text, heading)) return [];
    const isHeader =
      table.row === 0 &&
      units.some((other) => other.table?.index === table.index && other.table.row === 0 && other.table.column > 1);
    const value = units
      .slice(i + 1)
      .find(({ table: other }) =>
        other?.index !== table.index
          ? false
          : isHeader
            ? other.row === 1 && other.column === table.column
            : other.row === table.row && other.column === table.column + 1,
      );
    return [{ text: value?.text.text.trim() ?? '', at: unit.range }];
  });
}
