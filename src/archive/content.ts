import type { Document } from '../document/document.js';
import { type NamedOffices, namedOffices } from './named-offices.js';
import { quotesOf, type Stretch } from './quotes.js';

/**
 * One kind of fact that a rule draws from documents in the first pass and compares between files in the second. Drawn only where a
 * rule that names it in `compares` is on.
 */
export interface FactKind<T = unknown> {
  /** The name under which facts of this kind are kept; no two kinds have the same. */
  readonly name: string;
  /** Draws them from a policy or from what explains one: plain data, a pure function of the document; undefined where there are none. */
  draw(document: Document): T | undefined;
  /** What of an interpretation findings may be about, for reports that quote the sentences. */
  stretches?(drawn: T): readonly Stretch[];
}

/** Facts of several kinds by the names of the kinds, each as JSON on one line: hardly any is looked at twice. */
export type Drawn = Readonly<Record<string, string>>;

/** What of a document's content is compared with other documents': plain data. */
export interface Content {
  /**
   * Absent where none were asked for, and in facts from the store until they are to be compared; a function that brings them back where
   * they were put aside.
   */
  drawn?: Drawn | (() => Drawn) | undefined;
  /** Draws them, where that was put off until they are to be compared. It holds the document. */
  readonly draw?: () => Drawn | undefined;
  /** Sentences that findings of archive rules may be about, by the offset that what they are about begins at. */
  readonly quotes?: Readonly<Record<number, string>>;
  /** With quotes, the departments that a policy names as its own. */
  readonly offices?: NamedOffices;
}

/** Puts a text out of memory. @returns what brings it back, as often as it is called */
export type PutAside = (text: string) => () => string;

/** Draws the kinds that are asked for, from policies and from what explains them; from other documents quotes only. */
export function drawContent(document: Document, kinds: readonly FactKind[], withQuotes: boolean): Content {
  const isExplaining = document.kind === 'interpretation' || document.kind === 'briefing';
  const drawn: Record<string, string> = {};
  const stretches: Stretch[] = [];
  if (isExplaining || document.kind === 'policy') {
    for (const kind of kinds) {
      const value = kind.draw(document);
      if (value === undefined) continue;
      drawn[kind.name] = JSON.stringify(value);
      if (withQuotes && isExplaining) stretches.push(...(kind.stretches?.(value) ?? []));
    }
  }
  return {
    ...(kinds.length > 0 ? { drawn } : {}),
    ...(withQuotes ? { quotes: quotesOf(document, stretches), ...officesOf(document) } : {}),
  };
}

/** Puts what was drawn from a file aside until it is compared. */
export function putAside(content: Content, put: PutAside): void {
  const { drawn } = content;
  if (!drawn || typeof drawn === 'function') return;
  content.drawn = byName(put(Object.values(drawn).join('\n')), Object.keys(drawn));
}

/** What was drawn, wherever it is. */
export function drawnOf({ drawn }: Content): Drawn | undefined {
  return typeof drawn === 'function' ? drawn() : drawn;
}

/** Made apart: a function made beside the texts would hold them. */
function byName(bring: () => string, names: readonly string[]): () => Drawn {
  return () => {
    const texts = bring().split('\n');
    return Object.fromEntries(names.map((name, at) => [name, texts[at] as string]));
  };
}

/** The facts of one kind that were drawn from a file; undefined where there are none, or nobody asked for them. */
export function drawnFrom<T>({ content }: { readonly content: Content }, { name }: FactKind<T>): T | undefined {
  const json = drawnOf(content)?.[name];
  return json === undefined ? undefined : (JSON.parse(json) as T);
}

function officesOf(document: Document): Pick<Content, 'offices'> {
  const offices = namedOffices(document);
  return offices ? { offices } : {};
}
