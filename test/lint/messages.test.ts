import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/lint/finding.js';
import { messagesOf } from '../../src/lint/messages.js';

const about = (policy: string): Finding => ({
  ruleId: 'content/no-verbatim-copy',
  messageId: 'copied',
  severity: 'warn',
  range: { start: 0, end: 0 },
  data: { policy },
  clauses: [],
  what: { 'zh-CN': '与《{policy}》相同，即{policy}', en: 'same as "{policy}"' },
  todo: { 'zh-CN': '请改写', en: 'rewrite it' },
});

describe('a title in a message', () => {
  it.each([
    ['停车办法', '与《停车办法》相同，即停车办法'],
    ['《停车办法》', '与《停车办法》相同，即《停车办法》'],
    ['关于印发《停车办法》的通知', '与《关于印发〈停车办法〉的通知》相同，即关于印发《停车办法》的通知'],
  ])('%s', (policy, said) => {
    expect(messagesOf([about(policy)], [0], 'zh-CN')[0]?.parts.what).toBe(said);
  });
});
