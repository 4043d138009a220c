import { announcesInterpretation } from '../../src/archive/announced.js';
import { policiesExplained } from '../../src/archive/explained.js';
import type { Facts, LinkFact } from '../../src/archive/facts.js';
import type { ArchiveIndex } from '../../src/archive/index.js';
import { CATEGORIES, DISCLOSURES } from '../../src/document/vocabulary.js';
import { defineRule, optionSchema } from '../rule.js';

interface Options {
  readonly categories: readonly string[];
  readonly disclosure: readonly string[];
}

/** That there is an interpretation at all; link/interpretation-link asks that the policy lead to it. */
export const noOrphanPolicy = defineRule<Options>({
  id: 'link/no-orphan-policy',
  kinds: ['policy'],
  demand: {
    'zh-CN': '应当解读的政策文件都有解读材料或者吹风会发布稿（有了之后互相链接，由 link/interpretation-link 检查）',
    en: 'A policy that is to be interpreted has an interpretation or a briefing (that they link to each other is for link/interpretation-link)',
  },
  severity: 'warn',
  draft: { keys: ['category', 'disclosure', 'interpretations'] },
  schema: optionSchema({
    categories: {
      type: 'array',
      items: { enum: CATEGORIES },
      minItems: 1,
      uniqueItems: true,
      title: 'Categories that are to be interpreted; a policy that names none is taken in',
      description: '哪些文件类别应当解读；没有写明类别的也算',
    },
    disclosure: {
      type: 'array',
      items: { enum: DISCLOSURES },
      minItems: 1,
      uniqueItems: true,
      title: 'Ways of disclosure that are to be interpreted; a policy that names none is taken in',
      description: '哪些公开属性的文件应当解读；没有写明公开属性的也算',
    },
  }),
  defaults: { categories: CATEGORIES, disclosure: ['主动公开'] },
  messages: {
    orphan: {
      what: {
        'zh-CN': '这份政策文件没有人解读：它没有列出解读材料，本次检查的文件里也没有解读它的',
        en: 'Nothing explains this policy: it names no interpretation, and none of the files checked explains it',
      },
      todo: {
        'zh-CN': '请组织起草部门编写解读材料；已经有的，把它列进文首的 interpretations（解读材料）',
        en: 'Have its drafters write one; where there is one, list it under `interpretations` in front matter',
      },
      todoInFile: {
        'zh-CN': '请组织起草部门编写解读材料；已经有的，与它一起检查',
        en: 'Have its drafters write one; where there is one, check it together with this file',
      },
    },
    explainsOther: {
      what: {
        'zh-CN': '这份政策文件没有人解读：链接到的“{title}”解读的是另一份文件',
        en: 'Nothing explains this policy: "{title}", to which it links, explains another one',
      },
      todo: {
        'zh-CN': '请为这份文件编写解读材料；如果它确实解读本文件，请在它的文首 policy（政策文件）里写上本文件',
        en: 'Have an interpretation written; where that one does explain this policy, name it under its `policy`',
      },
    },
  },
  checkArchive({ archive, files, optionsFor, report, notApplicable }) {
    const all = archive.linted.filter(explains).flatMap((facts) => policiesExplained(archive, facts));
    const explained = new Set(all.flatMap(({ policy, guessed }) => (guessed ? [] : [policy])));
    const perhaps = new Set(all.map(({ policy }) => policy));
    for (const facts of files) {
      if (!facts.frontMatterRead || !isDue(facts, optionsFor(facts))) notApplicable(facts);
      else if (!explained.has(facts)) judge(facts);
    }

    function judge(facts: Facts): void {
      const named = facts.links.map((link) => ({ link, ...namedBy(archive, facts, link) }));
      // By what was guessed there is one; whether it is meant nobody has said.
      if (perhaps.has(facts) || named.some(({ link }) => link.guessed)) notApplicable(facts);
      if (perhaps.has(facts) || named.some(({ counts, link }) => counts || link.guessed)) return;
      const other = named.find(({ other }) => other);
      if (other?.other)
        report(facts, { messageId: 'explainsOther', at: other.link.range, data: { title: other.other.title } });
      else report(facts, { messageId: 'orphan', at: facts.titleRange });
    }
  },
});

function explains({ kind }: Facts): boolean {
  return kind === 'interpretation' || kind === 'briefing';
}

function isDue({ data }: Facts, { categories, disclosure }: Options): boolean {
  const among = (value: unknown, wanted: readonly string[]) => typeof value !== 'string' || wanted.includes(value);
  return among(data.category, categories) && among(data.disclosure, disclosure);
}

/** Whether a link names an interpretation of the policy; `other` is one that explains other policies only. */
function namedBy(archive: ArchiveIndex, policy: Facts, link: LinkFact): { counts: boolean; other?: Facts } {
  if (link.guessed || (link.key && link.key !== 'interpretations')) return { counts: false };
  const to = archive.resolve(policy, link);
  const target = to.status === 'file' ? to.facts : undefined;
  // What cannot be read as a document goes by its key or words; one that is not there is for link/no-broken-link.
  if (!target?.kind) return { counts: link.key !== undefined || announcesInterpretation(link) };
  if (!explains(target)) return { counts: false };
  const policies = policiesExplained(archive, target);
  return policies.length === 0 || policies.some((one) => one.policy === policy)
    ? { counts: true }
    : { counts: false, other: target };
}
