import type { Facts } from '../src/archive/facts.js';
import type { Document, Kind } from '../src/document/document.js';
import type { ElementId } from '../src/elements/catalogue.js';
import { SURE } from '../src/elements/decision.js';
import type { Status } from '../src/elements/detect.js';
import { withoutPersonalData } from '../src/language/personal-data.js';
import { type ElementWords, elementMessages } from './element-messages.js';
import { type DocumentContext, defineRule, type Localized, optionSchema, type Report, type Rule } from './rule.js';

export interface ElementOptions {
  /** Ask for a heading that names the element; running text then does not do. */
  readonly heading: boolean;
}

/** What sets one element's rule apart from the others. */
export interface ElementDemand extends ElementWords {
  readonly kinds: readonly Kind[];
  readonly severity: 'warn' | 'error';
  /** What the rule demands. */
  readonly demand: Localized;
  /** Whether this document owes the element at all; without it every document does. */
  readonly isDue?: (context: DocumentContext<ElementOptions>) => boolean;
}

/** Makes the rule that asks for one required element. */
export function defineElementRule(demand: ElementDemand): Rule<ElementOptions> {
  return defineRule<ElementOptions>({
    id: `element/${demand.element}`,
    kinds: demand.kinds,
    demand: demand.demand,
    severity: demand.severity,
    element: demand.element,
    schema: optionSchema({
      heading: {
        type: 'boolean',
        title: 'Ask for a heading that names it; running text then does not do',
        description: '是否必须有标题点明（true：仅在正文中提到不算）',
      },
    }),
    defaults: { heading: false },
    messages: elementMessages(demand),
    check(context) {
      const { document, elements, options } = context;
      if (isEmpty(document) || (demand.isDue && !demand.isDue(context))) return context.notApplicable();
      const found = elements[demand.element];
      const { status } = found;
      if (status === 'section' || (status === 'prose' && !options.heading)) return;
      // Clauses are dear to find: most documents need none.
      const { range, evidence } = found;
      const at = range ?? document.titleRange;
      const clause = isMissing(status) && found.confidence >= SURE ? found.clause : null;
      if (clause)
        context.report({
          messageId: 'doubtful',
          at: clause.range,
          evidence: clause.text,
          data: { nearest: excerpt(withoutPersonalData(clause.text)) },
        });
      else if (evidence === null) context.report({ messageId: 'absent', at });
      else {
        const messageId = status === 'nominal' ? 'nominal' : 'noHeading';
        context.report({ messageId, at, evidence, data: { evidence: excerpt(withoutPersonalData(evidence)) } });
      }
    },
  });
}

/** True where a document does not provide the element. */
export function isMissing(status: Status | undefined): boolean {
  return status === undefined || status === 'absent' || status === 'nominal';
}

/** Reports a missing element from facts, which hold no sentence to show. */
export function reportMissing(element: ElementId, facts: Facts, report: (facts: Facts, report: Report) => void): void {
  const messageId = facts.doubtful.includes(element) ? 'unclear' : 'absent';
  report(facts, { messageId, at: facts.titleRange });
}

/** A title without a text gets one finding (structure/no-empty-section), not one for each element. */
export function isEmpty(document: Document): boolean {
  return document.sentences.every((sentence) => sentence.heading);
}

function excerpt(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
