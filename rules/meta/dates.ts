import type { FrontMatterEntry } from '../../src/document/front-matter.js';
import { keyOf } from '../../src/document/vocabulary.js';
import { properDate, readDate } from '../../src/language/dates.js';
import { defineRule, type Report } from '../rule.js';

/** Dates that cannot come in another order; each is compared with the nearest one before it that is given. */
const ORDERS: ReadonlyArray<readonly string[]> = [
  ['drafted', 'issued', 'published'],
  ['consultation.start', 'consultation.end', 'consultation.results'],
  ['consultation.end', 'consultation.adoption'],
  ['consultation.end', 'issued'],
  ['approval.submitted', 'approval.approved', 'held'],
];

export const dates = defineRule({
  id: 'meta/dates',
  kinds: 'any',
  demand: {
    'zh-CN': '文首元数据里的日期真实存在，写作“年-月-日”，先后合理',
    en: 'Dates in front matter exist, are written YYYY-MM-DD and come in a possible order',
  },
  severity: 'warn',
  messages: {
    form: {
      what: {
        'zh-CN': '“{key}”的日期“{written}”写法不统一',
        en: 'The date "{written}" of "{key}" is not written YYYY-MM-DD',
      },
      todo: { 'zh-CN': '请写作 {proper}', en: 'Write {proper}' },
    },
    notADate: {
      what: {
        'zh-CN': '“{key}”写的“{written}”不是完整、真实的日期',
        en: '"{written}" of "{key}" is not a full date of the calendar',
      },
      todo: {
        'zh-CN': '请核对后写作“年-月-日”，例如 2024-03-01',
        en: 'Check it and write YYYY-MM-DD, for instance 2024-03-01',
      },
    },
    order: {
      what: {
        'zh-CN': '“{later}”（{laterDate}）早于“{earlier}”（{earlierDate}）',
        en: '"{later}" ({laterDate}) lies before "{earlier}" ({earlierDate})',
      },
      todo: { 'zh-CN': '请核对这两个日期', en: 'Check both dates' },
    },
  },
  check({ document, report, notApplicable }) {
    const found = new Map<string, WrittenDate>();
    const entries = document.frontMatter.entries.filter(({ key }) => !document.guessed.includes(key));
    addDates(found, entries);
    if (found.size === 0) return notApplicable();
    for (const { entry, name, written, date } of found.values()) {
      const data = { key: name, written, proper: date ?? '' };
      if (date !== written.trim()) report({ messageId: date ? 'form' : 'notADate', at: entry.node.range, data });
    }
    for (const keys of ORDERS) {
      let earlier: WrittenDate | undefined;
      for (const key of keys) {
        const later = found.get(key);
        if (!later?.date) continue;
        if (earlier?.date && later.date < earlier.date) report(turned(earlier, later));
        earlier = later;
      }
    }
  },
});

interface WrittenDate {
  readonly entry: FrontMatterEntry;
  /** The key as written, behind those of the maps that it stands in: 征求意见/结束. */
  readonly name: string;
  readonly written: string;
  /** The day that is meant, as YYYY-MM-DD; null where the calendar has none. */
  readonly date: string | null;
}

function turned(earlier: WrittenDate, later: WrittenDate): Report {
  return {
    messageId: 'order',
    at: later.entry.node.range,
    data: { earlier: earlier.name, earlierDate: earlier.date ?? '', later: later.name, laterDate: later.date ?? '' },
  };
}

/** Adds the date keys that hold something, by path (`consultation.end`). A list of maps gives each of its dates a number. */
function addDates(
  found: Map<string, WrittenDate>,
  entries: readonly FrontMatterEntry[],
  parent?: string,
  path = '',
  above = '',
): void {
  for (const entry of entries) {
    const { key, node } = entry;
    const name = above + entry.writtenKey;
    if (node.type === 'map') addDates(found, node.entries, key, `${path}${key}.`, `${name}/`);
    else if (node.type === 'list') {
      node.items.forEach((item, index) => {
        if (item.type === 'map') addDates(found, item.entries, key, `${path}${key}.${index}.`, `${name}/`);
      });
    } else if (node.value !== null && keyOf(key, parent)?.type === 'date') {
      const written = String(node.value);
      found.set(path + key, { entry, name, written, date: readDate(written) ? written.trim() : properDate(written) });
    }
  }
}
