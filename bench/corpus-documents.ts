/** The invented documents that `corpus.ts` writes. */
import { briefingHead, interpretationHead, policyHead } from './corpus-front-matter.js';
import { Chance, chineseDate, filled, ground, han, type Matter, matterOf } from './corpus-matter.js';
import { DUTIES, PARTS, TALK } from './corpus-words.js';

export interface Generated {
  /** Relative, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Of its matter. */
  readonly serial: number;
}

/** Bytes of a document, front matter aside. */
const LEAST = 5400;
const MOST = 7900;

/** The documents of an archive, matter by matter. */
export function* corpus(count: number, seed = 1): Generator<Generated> {
  let left = count;
  for (let serial = 1; left > 0; serial++) {
    for (const document of papersOf(serial, seed).slice(0, left)) {
      left--;
      yield { ...document, serial };
    }
  }
}

function papersOf(serial: number, seed: number): Omit<Generated, 'serial'>[] {
  const chance = new Chance(Math.imul(seed, 0x9e3779b1) + Math.imul(serial, 0x85ebca6b));
  const matter = matterOf(serial, chance);
  const papers = [
    { path: matter.policy, text: policy(matter, chance) },
    { path: matter.interpretation, text: interpretation(matter, chance) },
  ];
  return chance.is(0.3) ? [...papers, { path: matter.briefing, text: briefing(matter, chance) }] : papers;
}

function policy(matter: Matter, chance: Chance): string {
  const { title, place, number, field, subject, articles, amount, term } = matter;
  const name = `${place}市人民政府办公室关于印发《${title}》的通知`;
  const date = chineseDate(matter.issued);
  const inner: string[] = [
    `为了规范${subject}，保障${chance.one(field.people)}合法权益，根据《${field.law}》等规定，结合本市实际，制定本办法`,
    `本办法适用于本市行政区域内${subject}及其监督管理`,
    `补助标准为每人每月${amount}元；${matter.office}应当自受理之日起${term}个工作日内办结`,
    ...matter.terms.slice(0, 2).map(([word, meaning]) => `本办法所称${word}，${meaning}`),
  ];
  while (inner.length < articles - 1) inner.push(filled(chance.one(DUTIES), matter, chance));
  const end = `本办法自${chineseDate(matter.issued + 31)}起施行，有效期5年`;
  const write = chance.one([inArticles, inArticles, inItems]);
  const body = [
    `# ${name}`,
    `各县（区）人民政府，市政府各部门：`,
    `《${title}》已经市政府同意，现印发给你们，请认真贯彻执行。`,
    `${place}市人民政府办公室`,
    date,
    `（此件公开发布）`,
    `## ${title}`,
    ...write([...inner, end], matter, chance),
  ];
  if (matter.isLinkedBack) body.push(`相关解读：[《${title}》政策解读](${matter.interpretation.split('/').pop()})`);
  return `${policyHead(matter, name, number, chance)}${body.join('\n\n')}\n`;
}

function inArticles(articles: readonly string[], matter: Matter, chance: Chance): string[] {
  const goal = chance.between(LEAST, MOST);
  let bytes = 0;
  const paragraphs = articles.map((article, index) => {
    const lines = [`**第${han(index + 1)}条** ${article}。`];
    while (index > 2 && bytes + length(lines) < (goal * (index + 1)) / articles.length)
      lines.push(`${filled(chance.one(DUTIES), matter, chance)}。`);
    bytes += length(lines);
    return lines;
  });
  return paragraphs.flat();
}

function inItems(sentences: readonly string[], matter: Matter, chance: Chance): string[] {
  const goal = chance.between(LEAST, MOST);
  const heads = ['总体要求', '服务对象', '重点任务', '支持政策', '办理程序', '保障措施'];
  const lines: string[] = [];
  heads.forEach((head, index) => {
    lines.push(`${han(index + 1)}、${head}`);
    const share = sentences.slice(
      (index * sentences.length) / heads.length,
      ((index + 1) * sentences.length) / heads.length,
    );
    let item = 0;
    for (const sentence of share) lines.push(`（${han(++item)}）${sentence}。`);
    while (length(lines) < (goal * (index + 1)) / heads.length)
      lines.push(
        `（${han(++item)}）${filled(chance.one(DUTIES), matter, chance)}。${filled(chance.one(DUTIES), matter, chance)}。`,
      );
  });
  return lines;
}

function interpretation(matter: Matter, chance: Chance): string {
  const { title } = matter;
  const parts = PARTS.filter(([id]) => (id === 'differences' ? matter.isRevision : chance.is(0.93)));
  const link = chance.is(0.85) ? `[《${title}》](${matter.policy.split('/').pop()})` : `《${title}》`;
  const name = chance.is(0.8)
    ? `《${title}》政策解读`
    : `一图读懂${matter.subject}新规：${ground(chance)}的${chance.one(matter.field.people)}怎么办`;
  const body = [
    `# ${name}`,
    `${chineseDate(matter.issued)}，${matter.place}市人民政府办公室印发了${link}（${matter.number}，以下简称《${matter.short}》）。为方便公众理解，现解读如下。`,
    ...(parts.length === 0 ? [] : bodyOf(parts, matter, chance)),
  ];
  return `${interpretationHead(matter, name, chance)}${body.join('\n\n')}\n`;
}

type Heading = (name: string, index: number) => string;

/** Headings as people write them; a `\t` stands where the text follows on the same line. */
const HEADINGS: readonly Heading[] = [
  (name, index) => `## ${han(index + 1)}、${name}`,
  (name) => `## ${name}`,
  (name, index) => `**${han(index + 1)}、${name}**`,
  (name, index) => `${han(index + 1)}、${name}`,
  (name) => `**问：${name}？**`,
  (name, index) => `${index + 1}．${name}`,
  (name) => `【${name}】\t`,
  (name, index) => `（${han(index + 1)}）${name}。\t`,
];

function bodyOf(parts: typeof PARTS, matter: Matter, chance: Chance): string[] {
  const heading = chance.one(HEADINGS);
  const goal = chance.between(LEAST, MOST);
  const lines: string[] = [];
  parts.forEach(([, names, lead], index) => {
    const head = heading(chance.one(names), index);
    const first = `${filled(lead, matter, chance)}。`;
    const isRunIn = head.endsWith('\t');
    const isEmpty = chance.is(0.01);
    if (isRunIn) lines.push(head.slice(0, -1) + first);
    else if (isEmpty) lines.push(head, ...(chance.is(0.5) ? ['（待补充）'] : []));
    else lines.push(head, (head.startsWith('**问') ? '答：' : '') + first);
    let item = 0;
    while (!isEmpty && length(lines) < (goal * (index + 1)) / parts.length)
      lines.push(paragraph(matter, chance, heading === HEADINGS[7] ? -1 : item++));
  });
  return chance.is(0.15) ? [...lines, tableOf(matter, chance)] : lines;
}

function paragraph(matter: Matter, chance: Chance, item: number): string {
  const sentences = Array.from({ length: chance.between(1, 4) }, () => filled(chance.one(TALK), matter, chance));
  const text = `${sentences.join('。')}。`;
  if (item >= 0 && chance.is(0.2)) return `${item + 1}.${text}`;
  if (chance.is(0.002))
    return `${text}联系人：${chance.one(matter.names)}，手机13${chance.between(800000000, 999999999)}。`;
  if (chance.is(0.05)) return `- ${sentences.join('；\n- ')}。`;
  if (chance.is(0.03)) return text.replace('，', ',').replace('。', '. ');
  return sentences.length > 1 && chance.is(0.1)
    ? text.replace(sentences[0] as string, (found) => `**${found}**`)
    : text;
}

function tableOf(matter: Matter, chance: Chance): string {
  const { people, things } = matter.field;
  const rows = Array.from(
    { length: chance.between(3, 6) },
    () => `| ${chance.one(people)} | ${chance.one(things)} | ${chance.between(2, 90) * 10}元 |`,
  );
  return ['| 对象 | 项目 | 标准 |', '| --- | --- | ---: |', ...rows].join('\n');
}

function briefing(matter: Matter, chance: Chance): string {
  const goal = chance.between(LEAST, MOST);
  const leads = PARTS.filter(() => chance.is(0.85)).map(([, , lead]) => lead);
  const { people, things } = matter.field;
  const [host = '', speaker = ''] = matter.names;
  const name = `《${matter.title}》政策吹风会发布稿`;
  const lines = [
    `# ${name}`,
    `时间：${chineseDate(matter.issued - 1)}上午`,
    `主持人　${host}：各位记者朋友，大家好！今天我们请来${matter.office}的${speaker}同志，介绍[《${matter.title}》](${matter.policy.split('/').pop()})的有关情况。`,
    `${speaker}：谢谢主持人。${leads.map((lead) => filled(lead, matter, chance)).join('。')}。`,
  ];
  while (length(lines) < goal) {
    if (chance.is(0.25)) lines.push(`记者：请问${chance.one(people)}的${chance.one(things)}怎么办理？`);
    lines.push(paragraph(matter, chance, -1));
  }
  return `${briefingHead(matter, name, chance)}${lines.join('\n\n')}\n`;
}

/** Bytes of lines, as text of Han characters mostly. */
function length(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 2, 0);
}
