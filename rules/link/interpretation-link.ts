import { announcesInterpretation } from '../../src/archive/announced.js';
import { type Explained, policiesExplained } from '../../src/archive/explained.js';
import type { Facts } from '../../src/archive/facts.js';
import type { ArchiveIndex } from '../../src/archive/index.js';
import { relativePath } from '../../src/archive/targets.js';
import { filesRead } from '../fields.js';
import { defineRule } from '../rule.js';

export const interpretationLink = defineRule({
  id: 'link/interpretation-link',
  kinds: ['policy', 'interpretation'],
  demand: {
    'zh-CN': '政策文件链接到它的解读材料，与解读材料互相链接',
    en: 'A policy links to its interpretations, so that each leads to the other',
  },
  severity: 'error',
  draft: { keys: ['policy', 'interpretations'] },
  messages: {
    missing: {
      what: { 'zh-CN': '没有链接到解读材料', en: 'There is no link to an interpretation' },
      todo: {
        'zh-CN': '请在文首写 interpretations（解读材料），列出解读材料的路径或网址',
        en: 'List the paths or addresses of its interpretations under `interpretations` in front matter',
      },
    },
    unlisted: {
      what: {
        'zh-CN': '解读材料“{title}”链接到这里，这里却没有链接过去',
        en: 'The interpretation "{title}" links here, but there is no link back',
      },
      todo: {
        'zh-CN': '请把 {path} 加进文首的 interpretations（解读材料）',
        en: 'Add {path} to `interpretations` in front matter',
      },
    },
    noBacklink: {
      what: {
        'zh-CN': '所解读的政策文件没有链接回这份解读：{path}',
        en: 'The policy explained does not link back: {path}',
      },
      todo: {
        'zh-CN': '请在该政策文件的文首 interpretations（解读材料）里加上这份解读',
        en: 'Add this interpretation to `interpretations` in the front matter of that policy',
      },
    },
  },
  checkArchive({ archive, files, report, notJudged }) {
    const { explained, interpretations } = whoExplainsWhat(archive);
    for (const facts of filesRead(files, notJudged)) {
      if (facts.kind === 'interpretation') {
        // A policy of this run is told itself.
        const elsewhere = (explained.get(facts) ?? []).filter(
          ({ policy }) => !archive.isLinted(policy) && policy.frontMatterRead,
        );
        if (elsewhere.length === 0) notJudged(facts);
        for (const { policy, at } of elsewhere) {
          if (linksTo(archive, policy, facts)) continue;
          report(facts, { messageId: 'noBacklink', at, data: { path: relativePath(facts.path, policy.path) } });
        }
        continue;
      }
      const unlisted = (interpretations.get(facts) ?? []).filter(
        (interpretation) => !linksTo(archive, facts, interpretation),
      );
      for (const { title, path } of unlisted)
        report(facts, {
          messageId: 'unlisted',
          at: facts.places.interpretations ?? facts.titleRange,
          data: { title, path: relativePath(facts.path, path) },
        });
      if (!isPublic(facts) && !interpretations.has(facts)) notJudged(facts);
      if (unlisted.length === 0 && isPublic(facts) && !linksToAny(archive, facts))
        report(facts, { messageId: 'missing', at: facts.titleRange });
    }
  },
});

/** The policies that each interpretation explains, and for each policy the interpretations that do. */
function whoExplainsWhat(archive: ArchiveIndex) {
  const explained = new Map<Facts, readonly Explained[]>();
  const interpretations = new Map<Facts, Facts[]>();
  for (const facts of archive.linted) {
    if (facts.kind !== 'interpretation') continue;
    const policies = policiesExplained(archive, facts);
    explained.set(facts, policies);
    for (const { policy } of policies) {
      const others = interpretations.get(policy);
      if (others) others.push(facts);
      else interpretations.set(policy, [facts]);
    }
  }
  return { explained, interpretations };
}

function linksTo(archive: ArchiveIndex, from: Facts, target: Facts): boolean {
  return archive.leadsTo(from, (facts) => facts === target);
}

function linksToAny(archive: ArchiveIndex, facts: Facts): boolean {
  return facts.links.some((link) => {
    if (link.key === 'interpretations') return true;
    if (link.key) return false;
    const to = archive.resolve(facts, link);
    return to.status === 'file' && to.facts?.kind
      ? to.facts.kind === 'interpretation' || to.facts.kind === 'briefing'
      : announcesInterpretation(link);
  });
}

/** Only what is openly published owes its readers an interpretation. */
function isPublic(facts: Facts): boolean {
  return facts.data.disclosure === undefined || facts.data.disclosure === '主动公开';
}
