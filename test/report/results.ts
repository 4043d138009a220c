import type { FileResult, Message } from '../../src/lint/result.js';
import type { ReportContext } from '../../src/report/index.js';

/** A finding of a rule; `change` replaces what a test is about. */
export function finding(
  change: Partial<Omit<Message, 'parts'>> & { readonly parts?: Partial<Message['parts']> } = {},
): Message {
  const parts = {
    what: '没有写明涉及范围。',
    why: '某市解读办法第二条。',
    todo: '补写适用对象。',
    subject: '',
    data: {},
    ...change.parts,
  };
  return {
    ruleId: 'element/scope',
    severity: 2,
    message: `${parts.what}${parts.why}${parts.todo}`,
    messageId: 'absent',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 5,
    clauses: ['XY-2b'],
    ...change,
    parts,
  };
}

/** The result of a file under /base, its counts made from its findings. */
export function fileResult(
  name: string,
  messages: readonly Message[] = [],
  suppressedMessages: readonly Message[] = [],
): FileResult {
  const count = (severity: 1 | 2, test: (message: Message) => boolean = () => true) =>
    messages.filter((message) => message.severity === severity && test(message)).length;
  return {
    filePath: `/base/${name}`,
    messages,
    suppressedMessages,
    errorCount: count(2),
    warningCount: count(1),
    fatalErrorCount: messages.filter((message) => message.fatal).length,
    fixableErrorCount: count(2, (message) => message.fix !== undefined),
    fixableWarningCount: count(1, (message) => message.fix !== undefined),
  };
}

const plain = (text: string) => text;

export const context: ReportContext = {
  locale: 'zh-CN',
  paint: { bold: plain, dim: plain, red: plain, yellow: plain, underline: plain },
  version: '1.2.3',
  displayPath: (filePath) => filePath.replace('/base/', ''),
  sourcePath: (filePath) => filePath.replace('/base/', ''),
  ruleInfo: (id) => ({
    id,
    demand: '写明政策涉及的范围',
    fixable: false,
    clauses: [{ id: 'XY-2b', citation: '某市解读办法第二条', demand: '解读要写明范围' }],
  }),
  frame: false,
};

/** Paint that leaves its name around the text. */
export const tagged: ReportContext['paint'] = {
  bold: (text) => `<bold>${text}</bold>`,
  dim: (text) => `<dim>${text}</dim>`,
  red: (text) => `<red>${text}</red>`,
  yellow: (text) => `<yellow>${text}</yellow>`,
  underline: (text) => `<underline>${text}</underline>`,
};
