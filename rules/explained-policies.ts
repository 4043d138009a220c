import { type Explained, leadsToPolicy, policiesExplained } from '../src/archive/explained.js';
import type { Facts } from '../src/archive/facts.js';
import { dateAt, fieldName } from './fields.js';
import type { ArchiveContext, MessageTemplate, Report } from './rule.js';
import type { Dated } from './term.js';

/** The policies to compare a file with; a file that names none at all is reported as `noPolicy`. Those out of the archive cannot be compared. */
export function policiesToCompare<Options>(context: ArchiveContext<Options>, facts: Facts): Explained[] {
  const explained = policiesExplained(context.archive, facts);
  if (explained.length === 0 && !leadsToPolicy(context.archive, facts))
    context.report(facts, { messageId: 'noPolicy', at: facts.titleRange });
  return explained.filter(({ policy }) => policy.frontMatterRead);
}

/** The first of some dates that a policy bears. */
export function firstDateOf(policy: Pick<Facts, 'data'>, paths: readonly string[]): Dated | null {
  for (const path of paths) {
    const day = dateAt(policy, path);
    if (day) return { path, day };
  }
  return null;
}

/** What to report where the policy bears no date to count from. */
export function undatedPolicy({ policy, at }: Explained, key: string): Report {
  return { messageId: 'undatedPolicy', at, data: { key: fieldName(key), title: policy.title } };
}

/** Says that the policy explained bears no date; takes `key` and `title`. */
export const UNDATED_POLICY: MessageTemplate = {
  what: {
    'zh-CN': '所解读的政策文件“{title}”没有写{key}，无法核对是否按期办理',
    en: 'The policy explained, "{title}", gives no date under {key}, so that the time cannot be checked',
  },
  todo: {
    'zh-CN': '请在该政策文件的文首填写{key}，写作“年-月-日”',
    en: 'Fill in {key} in the front matter of that policy as YYYY-MM-DD',
  },
};

/** Says that no policy is named, so that nothing can be compared with it. */
export const NO_POLICY: MessageTemplate = {
  what: {
    'zh-CN': '没有写明所解读的政策文件，无法与它核对',
    en: 'The policy explained is not named, so that nothing can be compared with it',
  },
  todo: {
    'zh-CN': '请在文首写 policy（政策文件）：政策文件的路径、网址或文号',
    en: 'Write `policy` in front matter: path, web address or document number',
  },
};
