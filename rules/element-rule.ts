import type { Document, Kind } from '../src/document/document.js';
import type { Range } from '../src/document/range.js';
import { CATALOGUE, type ElementId } from '../src/elements/catalogue.js';
import type { Status } from '../src/elements/detect.js';
import { type DocumentContext, defineRule, type Localized, type MessageTemplate, type Rule } from './rule.js';

export interface ElementOptions {
  /** Ask for a heading that names the element; running text then does not do. */
  readonly heading: boolean;
}

/** What sets one element's rule apart from the others. */
export interface ElementDemand {
  readonly element: ElementId;
  readonly kinds: readonly Kind[];
  readonly severity: 'warn' | 'error';
  /** What the rule demands. */
  readonly demand: Localized;
  /** What a document without it leaves its reader asking. */
  readonly absent: Localized;
  /** What to write. */
  readonly todo: Localized;
  /** Whether this document owes the element at all; without it every document does. */
  readonly isDue?: (context: DocumentContext<ElementOptions>) => boolean;
}

/** Makes the rule that asks for one required element. */
export function defineElementRule(demand: ElementDemand): Rule<ElementOptions> {
  const name = CATALOGUE[demand.element].name;
  return defineRule<ElementOptions>({
    id: `element/${demand.element}`,
    kinds: demand.kinds,
    demand: demand.demand,
    severity: demand.severity,
    schema: {
      type: 'object',
      properties: {
        heading: {
          type: 'boolean',
          title: 'Ask for a heading that names it; running text then does not do',
          description: '是否必须有标题点明（true：仅在正文中提到不算）',
        },
      },
      additionalProperties: false,
    },
    defaults: { heading: false },
    messages: {
      absent: {
        what: {
          'zh-CN': `缺少“${name['zh-CN']}”：${demand.absent['zh-CN']}`,
          en: `"${name.en}" is missing: ${demand.absent.en}`,
        },
        todo: demand.todo,
      },
      nominal: {
        what: {
          'zh-CN': `“${name['zh-CN']}”只有名目，没有内容：“{evidence}”`,
          en: `"${name.en}" is announced but nothing is said: "{evidence}"`,
        },
        todo: demand.todo,
      },
      noHeading: {
        options: ['heading'],
        what: {
          'zh-CN': `“${name['zh-CN']}”写在正文里，没有标题点明：“{evidence}”`,
          en: `"${name.en}" stands in running text without a heading: "{evidence}"`,
        },
        todo: {
          'zh-CN': `请为这部分内容加一个标题，例如“${name['zh-CN']}”`,
          en: `Give this part a heading, for instance "${name['zh-CN']}"`,
        },
      },
    },
    check(context) {
      const { document, elements, options } = context;
      if (isEmpty(document) || (demand.isDue && !demand.isDue(context))) return context.notJudged();
      const found = elements[demand.element];
      if (found.status === 'section' || (found.status === 'prose' && !options.heading)) return;
      if (found.status === 'absent' || !found.range || found.evidence === null) {
        context.report({ messageId: 'absent', at: document.titleRange });
        return;
      }
      context.report({
        messageId: found.status === 'nominal' ? 'nominal' : 'noHeading',
        at: found.range,
        evidence: found.evidence,
        data: { evidence: excerpt(found.evidence) },
      });
    },
  });
}

/** What an element's rule asks beyond the element itself, where an option says so. */
export interface FurtherDemand<Extra> {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly defaults: Extra;
  readonly messages: Readonly<Record<string, MessageTemplate>>;
  /** Called where the document provides the element; reports under the ids of `messages`. */
  readonly check: (context: DocumentContext<ElementOptions & Extra>, at: Range) => void;
}

/** An element's rule that looks further into what it finds. */
export function extendElementRule<Extra>(
  rule: Rule<ElementOptions>,
  further: FurtherDemand<Extra>,
): Rule<ElementOptions & Extra> {
  const element = rule.id.slice('element/'.length) as ElementId;
  return defineRule<ElementOptions & Extra>({
    ...(rule as unknown as Rule<ElementOptions & Extra>),
    schema: { ...rule.schema, properties: { ...(rule.schema.properties as object), ...further.properties } },
    defaults: { ...rule.defaults, ...further.defaults },
    messages: { ...rule.messages, ...further.messages },
    check(context) {
      rule.check?.(context);
      const { status, range } = context.elements[element];
      if (!isMissing(status) && !isEmpty(context.document))
        further.check(context, range ?? context.document.titleRange);
    },
  });
}

/** True where a document does not provide the element. */
export function isMissing(status: Status | undefined): boolean {
  return status === undefined || status === 'absent' || status === 'nominal';
}

/** A title without a text gets one finding (structure/no-empty-section), not one for each element. */
function isEmpty(document: Document): boolean {
  return document.sentences.every((sentence) => sentence.heading);
}

function excerpt(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
