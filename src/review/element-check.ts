import type { Document, Kind } from '../document/document.js';
import { ELEMENT_IDS, ELEMENT_NAMES, type ElementId, NAMED_BY_ALL } from '../elements/catalogue.js';
import { PROVIDED, SURE } from '../elements/decision.js';
import { detectElements } from '../elements/detect.js';
import { seenElement } from '../elements/seen.js';

/** How a required element is met. */
export interface ElementCheck {
  readonly id: ElementId;
  readonly name: string;
  /** Provided, missing, or in doubt. */
  readonly mark: '✔' | '✖' | '？';
  /** Where it is provided or comes nearest: the line of the text, from 1, and the sentence. Null where nothing comes near. */
  readonly line: number | null;
  readonly sentence: string | null;
  /** The clauses that ask for it. */
  readonly clauses: readonly string[];
}

/**
 * How a document meets the elements that it owes: of an interpretation, and of what may be one, the nine that every source names as well.
 * @param asked the elements that the presets in force ask its kind for, with the clauses
 */
export function checkElements(
  document: Document,
  asked: ReadonlyMap<ElementId, readonly string[]>,
): readonly ElementCheck[] {
  const found = detectElements(document);
  const isOwed = document.kind === null || document.kind === 'interpretation';
  return ELEMENT_IDS.filter((id) => (isOwed && NAMED_BY_ALL.includes(id)) || asked.has(id)).map((id) => {
    const { confidence } = found[id];
    const { line, evidence } = confidence >= SURE ? seenElement(document, found[id]) : { line: null, evidence: null };
    return {
      id,
      name: ELEMENT_NAMES[id]['zh-CN'],
      mark: confidence >= PROVIDED ? '✔' : confidence < SURE ? '✖' : '？',
      line,
      sentence: evidence?.replace(/\s+/g, ' ') ?? null,
      clauses: asked.get(id) ?? [],
    };
  });
}

/** How a rule is set for documents of some kinds. */
interface Setting {
  readonly severity: string;
  readonly kinds: readonly string[];
  readonly clauses: readonly string[];
}

/** The elements that the rules in force ask documents of a kind for, with the clauses. @param rules how each rule is set, by its id */
export function elementsAsked(
  rules: ReadonlyMap<string, readonly Setting[]>,
  kind: Kind | null,
): Map<ElementId, readonly string[]> {
  return new Map(
    ELEMENT_IDS.flatMap((id) => {
      const on = (rules.get(`element/${id}`) ?? []).filter(
        ({ severity, kinds }) => severity !== 'off' && (kind === null || kinds.includes(kind)),
      );
      return on.length === 0 ? [] : [[id, [...new Set(on.flatMap(({ clauses }) => clauses))]] as const];
    }),
  );
}
