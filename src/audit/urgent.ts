import type { AuditedDocument, UrgentFinding, UrgentTopic } from './audit-report.js';

/** What cannot wait: the rule that finds it, and which of its messages are meant where not all are. The gravest first. */
const TOPICS: ReadonlyArray<{
  readonly topic: UrgentTopic;
  readonly ruleId: string;
  readonly messageIds?: readonly string[];
}> = [
  { topic: 'personalData', ruleId: 'safety/no-personal-data', messageIds: ['personal', 'mistyped'] },
  { topic: 'secrecy', ruleId: 'safety/no-classified-marking', messageIds: ['classified', 'internal', 'undisclosed'] },
  { topic: 'figures', ruleId: 'content/figures-match-policy' },
  { topic: 'articles', ruleId: 'content/cited-article-exists' },
  { topic: 'policyLink', ruleId: 'link/policy-link' },
];

/** What each topic is called. */
export const URGENT_TOPICS: Readonly<Record<UrgentTopic, string>> = {
  personalData: '公开了个人信息',
  secrecy: '留有密级或内部标记',
  figures: '日期、金额等与政策不一致',
  articles: '引用的条款不存在',
  policyLink: '没有链接到政策文件',
};

/** The findings that cannot wait, by topic, within one in the order of documents. What does not count is not among them. */
export function urgentOf(documents: readonly AuditedDocument[]): UrgentFinding[] {
  const found = new Map<UrgentTopic, UrgentFinding[]>(TOPICS.map(({ topic }) => [topic, []]));
  for (const { path, title, department, findings } of documents)
    for (const { ruleId, messageId, id, severity, what, todo, paragraph, line, column } of findings) {
      const meant = TOPICS.find(
        (one) => one.ruleId === ruleId && (one.messageIds === undefined || one.messageIds.includes(messageId)),
      );
      if (!meant || ruleId === null) continue;
      const { topic } = meant;
      const place = { paragraph, line, column };
      found.get(topic)?.push({ topic, id, path, title, department, ruleId, severity, ...place, what, todo });
    }
  return [...found.values()].flat();
}
