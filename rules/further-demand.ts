import type { Range } from '../src/document/range.js';
import { type ElementOptions, isEmpty, isMissing } from './element-rule.js';
import { type DocumentContext, defineRule, type MessageTemplate, type Rule } from './rule.js';

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
  return defineRule<ElementOptions & Extra>({
    ...(rule as unknown as Rule<ElementOptions & Extra>),
    schema: { ...rule.schema, properties: { ...(rule.schema.properties as object), ...further.properties } },
    defaults: { ...rule.defaults, ...further.defaults },
    messages: { ...rule.messages, ...further.messages },
    check(context) {
      rule.check?.(context);
      const found = rule.element && context.elements[rule.element];
      if (found && !isMissing(found.status) && !isEmpty(context.document))
        further.check(context, found.range ?? context.document.titleRange);
    },
  });
}
