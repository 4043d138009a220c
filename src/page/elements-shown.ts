import { CLAUSE_TABLE } from '../../rules/clauses.js';
import { rules } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import { type ResolvedConfig, settingsOn } from '../config/resolve.js';
import type { Document, Kind } from '../document/document.js';
import { ELEMENT_IDS, ELEMENT_NAMES, NAMED_BY_ALL } from '../elements/catalogue.js';
import { SURE } from '../elements/decision.js';
import type { ElementFinding } from '../elements/detect.js';
import type { Locale } from '../language/locale.js';
import { withoutPersonalData } from '../language/personal-data.js';
import type { Understood } from '../lint/check-text.js';
import { draftSections } from '../lint/draft.js';
import type { FileResult } from '../lint/result.js';
import { shownPlace } from './findings-shown.js';
import type { Prepared } from './prepared.js';
import type { ShownElement } from './protocol.js';

/** How a document stands with the required elements that its kind can owe: those that every source names, and those that the presets ask for. */
export function shownElements(
  draft: Prepared,
  { document, elements }: Understood,
  result: FileResult,
  config: ResolvedConfig,
  kind: Kind,
  locale: Locale,
): ShownElement[] {
  const sections = new Map(draftSections(kind, config, rules, locale).map((section) => [section.id, section]));
  return ELEMENT_IDS.flatMap((id): ShownElement[] => {
    const rule = rules.find((one) => one.element === id);
    if (!rule || !(rule.kinds === 'any' || rule.kinds.includes(kind))) return [];
    const settings = settingsOn(config, rule.id, kind);
    if (!NAMED_BY_ALL.includes(id) && settings.length === 0) return [];
    const found = elements[id];
    const mark = markOf(rule, found, result, settings.length > 0);
    const isSaid = mark === 'there' || mark === 'doubt';
    const { range, text } = isSaid ? sentenceOf(found, document) : { range: found.range, text: found.evidence ?? '' };
    const clause =
      settings.flatMap(({ clauses }) => clauses.flatMap((one) => config.clauses.get(one) ?? []))[0] ??
      CLAUSE_TABLE.forRule(rule.id, kind)[0];
    const cited = clause ? config.clauses.citation(clause, locale) : '';
    const hint = sections.get(id)?.hint ?? `<!-- ${rule.demand[locale]}${cited ? `（${cited}）` : ''} -->`;
    return [
      {
        ...{ id, name: ELEMENT_NAMES[id][locale], mark },
        sentence: withoutPersonalData(text),
        place: range && shownPlace(draft, document.lineStarts, range),
        clause: cited,
        skeleton: skeleton(ELEMENT_NAMES[id]['zh-CN'], hint, draft.imported === null),
      },
    ];
  });
}

function markOf(rule: Rule, found: ElementFinding, result: FileResult, isOn: boolean): ShownElement['mark'] {
  const provided = found.status === 'section' || found.status === 'prose';
  const said = result.messages.filter(({ ruleId }) => ruleId === rule.id).map(({ messageId }) => messageId);
  if (said.includes('absent') || said.includes('nominal')) return 'missing';
  if (said.length > 0) return 'doubt';
  if (provided) return 'there';
  if (isOn) return 'idle';
  return found.confidence >= SURE ? 'doubt' : 'missing';
}

/** The sentence that says the element, which tells more than its heading. */
function sentenceOf({ clause, range, evidence }: ElementFinding, { sentences }: Document) {
  if (!clause) return { range, text: evidence ?? '' };
  const { start } = clause.range;
  const sentence = sentences.find((one) => one.range.start <= start && start < one.range.end);
  return sentence ? { range: sentence.range, text: sentence.text + sentence.mark } : clause;
}

/** A part of a text: Markdown as `new` writes it, or lines for a word processor. */
function skeleton(title: string, hint: string, isMarkdown: boolean): string {
  if (isMarkdown) return `## ${title}\n\n${hint}\n`;
  return `${title}\n（${hint.replace(/^<!-- | -->$/g, '')}）\n`;
}
