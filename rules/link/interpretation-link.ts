import { announcesInterpretation } from '../../src/archive/announced.js';
import { interpretationsListed, mayLeadTo, whoExplainsWhat } from '../../src/archive/explained.js';
import type { Facts } from '../../src/archive/facts.js';
import type { ArchiveIndex } from '../../src/archive/index.js';
import { isOnOwnDisk, relativePath } from '../../src/archive/targets.js';
import { filesRead, isDraft, isOpen, isPublic, published } from '../fields.js';
import { defineRule } from '../rule.js';

const ON_PAGE = { 'zh-CN': '请在页面上加上解读材料的链接', en: 'Link to the interpretation on the page' };

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
      todoInFile: ON_PAGE,
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
      todoInFile: ON_PAGE,
    },
    notBack: {
      what: {
        'zh-CN': '所列的解读材料没有链接到这份政策文件：{path}',
        en: 'An interpretation listed here does not link to this policy: {path}',
      },
      todo: {
        'zh-CN': '请在该解读材料的文首 policy（政策文件）里写上这份文件',
        en: 'Name this policy under `policy` in the front matter of that interpretation',
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
  checkArchive({ archive, files, report, notApplicable }) {
    const { explained, interpretations } = whoExplainsWhat(archive);
    for (const facts of published(filesRead(files, notApplicable), notApplicable)) {
      if (facts.kind === 'interpretation') {
        // A policy of this run is told itself.
        const elsewhere = (explained.get(facts) ?? []).filter(
          ({ policy, guessed }) => !guessed && !archive.isLinted(policy) && policy.frontMatterRead && !isDraft(policy),
        );
        if (elsewhere.length === 0) notApplicable(facts);
        for (const { policy, at } of elsewhere) {
          if (linksTo(archive, policy, facts)) continue;
          report(facts, { messageId: 'noBacklink', at, data: { path: relativePath(facts.path, policy.path) } });
        }
        continue;
      }
      // An interpretation of this run is told itself.
      for (const { to, at } of interpretationsListed(archive, facts))
        if (!archive.isLinted(to) && to.frontMatterRead && !isDraft(to) && !mayLeadTo(archive, to, facts))
          report(facts, { messageId: 'notBack', at, data: { path: relativePath(facts.path, to.path) } });
      const unlisted = (interpretations.get(facts) ?? []).filter(
        (interpretation) => linksTo(archive, interpretation, facts) && !linksTo(archive, facts, interpretation),
      );
      for (const { title, path } of unlisted)
        report(facts, {
          messageId: 'unlisted',
          at: facts.places.interpretations ?? facts.titleRange,
          data: { title, path: relativePath(facts.path, path) },
        });
      if (!isPublic(facts) && !interpretations.has(facts)) notApplicable(facts);
      if (unlisted.length > 0 || !isPublic(facts) || linksToAny(archive, facts)) continue;
      if (isOpen(facts, 'interpretations')) notApplicable(facts);
      else report(facts, { messageId: 'missing', at: facts.titleRange });
    }
  },
});

function linksTo(archive: ArchiveIndex, from: Facts, target: Facts): boolean {
  return archive.leadsTo(from, (facts) => facts === target);
}

function linksToAny(archive: ArchiveIndex, facts: Facts): boolean {
  return facts.links.some((link) => {
    if (link.guessed) return false;
    if (link.key === 'interpretations') return !isOnOwnDisk(link.to);
    if (link.key) return false;
    const to = archive.resolve(facts, link);
    return to.status === 'file' && to.facts?.kind
      ? to.facts.kind === 'interpretation' || to.facts.kind === 'briefing'
      : announcesInterpretation(link);
  });
}
