import type { Kind } from '../document/document.js';
import { kindName } from '../document/vocabulary.js';
import { readNumeral } from '../language/numerals.js';
import type { Known } from './known.js';
import { type NoticeItem, readNotice } from './notice.js';
import { CUES, type Cue, DATA_CUES, type DataCue } from './preset-cues.js';

/** What stands in a draft where a person has to write. */
export const TO_WRITE = '待写';
/** What marks a line that a person has to look at; `preset check` finds it. */
export const TO_CHECK = '待核对';

/**
 * A preset to be finished by a person: the parts of a notice that speak of interpretation, one clause a sentence, each with the rules
 * its words speak for. Without a notice: one clause that shows how.
 * @param notice its text, as read from a file
 * @returns YAML. Every rule and option in it is such as `known` has; what is to be done is marked with `TO_WRITE` and `TO_CHECK`
 */
export function presetDraft(name: string, notice: string | undefined, known: Known): string {
  const read = notice === undefined ? undefined : readNotice(notice);
  const ids = idsFor(name, known);
  const asked = (read?.items ?? []).flatMap((item) =>
    demandsIn(item).map((sentence) => ({ article: item.article, sentence })),
  );
  const clauses = asked.map(({ article, sentence }) => clauseLines(ids(article), article, sentence, name, known));
  const dataCues = DATA_CUES.filter((cue) => asked.some(({ sentence }) => wordIn(cue, sentence) !== undefined));
  const left = (read?.items.length ?? 0) - new Set(asked.map(({ article }) => article)).size;
  const lines = [
    '# 各项的写法见 docs/presets/own-preset.md。写完一处，删去那一行的“待核对”；全部写完，运行 jiedu-lint preset check 核对。',
    ...(left > 0 ? [`# 通知里另有 ${left} 处没有谈解读，没有列出；请通读一遍，看有没有漏掉的。`] : []),
    `name: ${name}`,
    '',
    'source:',
    `  name: ${quoted(read?.name ?? TO_WRITE)}`,
    ...(read?.number === undefined
      ? ['  # number: 文号，没有就删去这一行']
      : [`  number: ${quoted(read.number)} # ${TO_CHECK}`]),
    read?.date === undefined
      ? `  # date: 2024-03-01 # ${TO_CHECK}：印发日期`
      : `  date: ${read.date} # ${TO_CHECK}：是不是印发日期`,
    `  # until: 2025-12-31 # ${TO_CHECK}：有效期到哪一天；没有规定就删去`,
    `  # inForceOn: 2024-06-01 # ${TO_CHECK}：哪一天核对过仍然有效`,
    '',
    ...(dataCues.length > 0 ? ['dataRules:', ...dataCues.flatMap((cue) => dataRuleLines(name, cue)), ''] : []),
    'clauses:',
    ...(clauses.length > 0 ? clauses : [exampleLines(ids('第一条'))]).flat(),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The sentences of an item that may be demands on interpretation. */
function demandsIn({ about, sentences }: NoticeItem): readonly string[] {
  // A part that begins with the subject is about it from end to end; of others only the sentences that name it.
  return SUBJECT.test(about) ? sentences : sentences.filter((sentence) => SUBJECT.test(sentence));
}

const SUBJECT = /解读|吹风会|政策说明会/;

function clauseLines(id: string, article: string, sentence: string, preset: string, known: Known): string[] {
  const proposals = [
    ...CUES.flatMap((cue) => proposal(cue, sentence, known)),
    ...DATA_CUES.flatMap((cue) => dataProposal(cue, sentence, preset)),
  ];
  const kinds = [...new Set(proposals.flatMap((one) => one.kinds))];
  return [
    `  - id: ${id}`,
    `    article: ${quoted(article)}`,
    `    # 原文：${sentence.length > 160 ? `${sentence.slice(0, 159)}…` : sentence}`,
    `    demand: ${TO_WRITE} # 用自己的话写这一句要求什么；不是要求的，整条删去`,
    ...(kinds.length > 0 ? [`    kinds: [${kinds.map((kind) => kindName(kind)).join(', ')}] # ${TO_CHECK}`] : []),
    ...(proposals.length > 0 ? ['    rules:', ...proposals.flatMap((one) => one.lines)] : []),
    ...(proposals.length > 0
      ? []
      : [`    human: ${TO_WRITE} # 没有找到对应的规则：写明为什么由人来看，或者换成 rules`]),
    '',
  ];
}

interface Proposal {
  readonly kinds: readonly Kind[];
  readonly lines: readonly string[];
}

function wordIn({ words, beside }: Pick<Cue, 'words' | 'beside'>, sentence: string): string | undefined {
  const stands = !beside || beside.some((one) => sentence.includes(one));
  return stands ? words.find((one) => sentence.includes(one)) : undefined;
}

/** Words show no more than whether a thing is mentioned: a warning. */
function dataProposal(cue: DataCue, sentence: string, preset: string): Proposal[] {
  const word = wordIn(cue, sentence);
  if (word === undefined) return [];
  const lines = [
    `      - id: ${preset}/${cue.name} # ${TO_CHECK}：原文有“${word}”，按上面的词语查`,
    '        severity: warn',
  ];
  return [{ kinds: ['interpretation'], lines }];
}

function dataRuleLines(preset: string, { name, require, message, todo }: DataCue): string[] {
  return [
    `  - id: ${preset}/${name}`,
    `    require: [${require.join(', ')}] # ${TO_CHECK}：写了其中一个就算`,
    `    message: ${message}`,
    `    todo: ${todo}`,
  ];
}

function proposal(cue: Cue, sentence: string, known: Known): Proposal[] {
  const rule = known.rules.get(cue.rule);
  const word = wordIn(cue, sentence);
  if (!rule || word === undefined) return [];
  const meant = cue.kinds ?? (/吹风会|发布稿/.test(sentence) ? (['briefing'] as const) : (['interpretation'] as const));
  const kinds = meant.filter((kind) => rule.kinds === 'any' || rule.kinds.includes(kind));
  if (kinds.length === 0) return [];
  const options = cue.options?.(sentence);
  const isMild = /原则上|鼓励|探索|尽量|提倡/.test(sentence);
  return [
    {
      kinds,
      lines: [
        `      - id: ${cue.rule} # ${TO_CHECK}：原文有“${word}”`,
        ...(options && rule.validate(options) ? [`        options: ${flow(options)} # ${TO_CHECK}`] : []),
        ...(isMild ? [`        severity: warn # ${TO_CHECK}：原文是鼓励、提倡的口气`] : []),
      ],
    },
  ];
}

function exampleLines(id: string): string[] {
  return [
    `  - id: ${id}`,
    '    article: 第一条',
    `    demand: ${TO_WRITE} # 用自己的话写这一条要求什么`,
    '    kinds: [解读材料]',
    '    rules:',
    `      - id: element/scope # ${TO_CHECK}：规则的名称见 docs/rules/README.md`,
  ];
}

/** Ids for the clauses of a preset, none of which is taken: letters of its name, the article's number, and one more for each sentence. */
function idsFor(name: string, known: Known): (article: string) => string {
  const letters = name.replace(/[^a-z]/g, '') || 'x';
  const taken = (prefix: string) => known.clauses.clauses.some(({ id }) => id.startsWith(`${prefix}-`));
  let prefix = letters.slice(0, 2).toUpperCase();
  for (let length = 3; taken(prefix) && length <= letters.length; length++)
    prefix = letters.slice(0, length).toUpperCase();
  while (taken(prefix)) prefix += 'X';
  const counts = new Map<string, number>();
  return (article) => {
    const place =
      [...article.matchAll(/\d+|[一二三四五六七八九十百]+/g)].map(([one]) => readNumeral(one) ?? one).join('.') || '1';
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    return `${prefix}-${place}.${count}`;
  };
}

/** A value as people write it in one line of YAML. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? quoted(value) : String(value);
  const entries = Object.entries(value).map(([key, inner]) => `${key}: ${flow(inner)}`);
  return `{ ${entries.join(', ')} }`;
}

function quoted(text: string): string {
  return /^[\p{Script=Han}\d（）《》〔〕、“”]+$/u.test(text) && !/^\d+$/.test(text) ? text : JSON.stringify(text);
}
