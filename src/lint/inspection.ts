import { type Facts, factsOf } from '../archive/facts.js';
import type { ArchiveIndex } from '../archive/index.js';
import type { Document } from '../document/document.js';
import type { NotRead } from '../document/origin.js';
import { placeOf } from '../document/range.js';
import { ELEMENT_IDS, type ElementId } from '../elements/catalogue.js';
import { type ElementFindings, type Status, wordsBehind } from '../elements/detect.js';
import { type SeenElement, seenElement } from '../elements/seen.js';
import type { Locale } from '../language/locale.js';
import { withoutPersonalData } from '../language/personal-data.js';
import { admitted, understand } from './check-text.js';
import type { LintHost } from './host.js';
import { archiveOf } from './load-archive.js';
import type { LintOptions } from './options.js';
import type { ReadProblem } from './read-problems.js';

/** What `inspect --format json` prints of a file. Lines and columns from 1. */
export interface Inspection {
  readonly filePath: string;
  readonly kind: string | null;
  readonly kindReason: string;
  readonly title: string;
  /** Of a Word file or a page: what was left out of the text. */
  readonly notRead?: readonly NotRead[];
  readonly wordCount: number;
  readonly wordCountParts: { readonly cjk: number; readonly marks: number; readonly runs: number };
  readonly revises: boolean;
  readonly sections: readonly {
    readonly title: string;
    readonly level: number;
    readonly style: string;
    readonly line: number;
  }[];
  readonly elements: Readonly<Partial<Record<ElementId, InspectedElement>>>;
  readonly links: readonly {
    readonly to: string;
    readonly line: number;
    readonly column: number;
    readonly resolved: string | null;
  }[];
}

export interface InspectedElement extends SeenElement {
  readonly status: Status;
  /** From 0 to 1, that the document provides the element, to three places. */
  readonly confidence: number;
  readonly reason: ElementFindings[ElementId]['reason'];
  /** With `--why`: the clause that says most for the element, and the words in it that count, for it or against. */
  readonly why?: {
    readonly clause: string;
    readonly words: readonly { readonly text: string; readonly weight: number }[];
  } | null;
}

/** What was seen in files, and why it could not be in the others. Paths as they were given. */
export interface Inspected {
  readonly inspections: readonly Inspection[];
  readonly unread: readonly { readonly path: string; readonly problem: ReadProblem }[];
}

/** Looks into files. Personal data in what is quoted of them is masked. @param paths absolute, with `/` */
export async function inspect(
  paths: readonly string[],
  host: LintHost,
  options: LintOptions,
  why: boolean,
): Promise<Inspected> {
  const seen: { document: Document; elements: ElementFindings; facts: Facts }[] = [];
  const unread: { path: string; problem: ReadProblem }[] = [];
  for (const path of paths) {
    const config = options.configFor(path);
    const read = admitted(await host.read(path), config);
    const understood = 'id' in read ? read : understand(path, read.text, config, read.origin);
    if ('id' in understood) unread.push({ path, problem: understood });
    else seen.push({ ...understood, facts: factsOf(understood.document, understood.elements, path) });
  }
  const { configFor, settingsFor, locale } = options;
  const archive = await archiveOf(
    seen.map(({ facts }) => facts),
    host,
    { configFor, settingsFor },
  );
  const inspections = seen.map(({ document, elements, facts }) =>
    inspectionOf(document, elements, facts, archive, locale, why),
  );
  return { inspections, unread };
}

function inspectionOf(
  document: Document,
  elements: ElementFindings,
  facts: Facts,
  archive: ArchiveIndex,
  locale: Locale,
  why: boolean,
): Inspection {
  const { lineStarts, origin } = document;
  const notRead = (origin?.notRead ?? []).map((one) => ({ ...one, examples: one.examples.map(withoutPersonalData) }));
  const { total, ...parts } = document.wordCount;
  return {
    filePath: facts.path,
    kind: document.kind,
    kindReason: sayKindReason(document, locale),
    title: withoutPersonalData(document.title),
    ...(notRead.length > 0 && { notRead }),
    wordCount: total,
    wordCountParts: parts,
    revises: facts.revision === 'revises',
    sections: document.sections.map(({ title, level, style, titleRange }) => ({
      title: withoutPersonalData(title),
      level,
      style,
      line: placeOf(lineStarts, titleRange).line,
    })),
    elements: Object.fromEntries(
      ELEMENT_IDS.map((id) => {
        const { status, confidence, reason } = elements[id];
        return [
          id,
          {
            status,
            confidence: Math.round(confidence * 1000) / 1000,
            ...seenElement(document, elements[id]),
            reason,
            ...(why ? { why: whyOf(id, document, elements) } : {}),
          },
        ];
      }),
    ),
    links: facts.links.map((link) => {
      const { line, column } = placeOf(lineStarts, link.range);
      const to = archive.resolve(facts, link);
      const shown = /^https?:/i.test(link.to) ? link.to : withoutPersonalData(link.to);
      return { to: shown, line, column, resolved: to.status === 'file' ? to.path : null };
    }),
  };
}

function whyOf(id: ElementId, document: Document, elements: ElementFindings): InspectedElement['why'] {
  const { clause } = elements[id];
  if (!clause) return null;
  const words = wordsBehind(document, id).map(({ text, weight }) => ({
    text: withoutPersonalData(text),
    weight: Math.round(weight * 100) / 100,
  }));
  return { clause: withoutPersonalData(clause.text), words };
}

function sayKindReason({ kindReason: { from, evidence }, origin }: Document, locale: Locale): string {
  // What stands above a converted text was guessed on the way.
  if (origin && from === 'front-matter') return locale === 'zh-CN' ? '推测，没有写明' : 'guessed, not stated';
  const reasons = {
    'front-matter': {
      'zh-CN': `文首元数据写明${/[㐀-鿿]/.test(evidence) ? `（${evidence}）` : ''}`,
      en: `stated in front matter (${evidence})`,
    },
    config: { 'zh-CN': `配置文件按路径指定（${evidence}）`, en: `given by the config for ${evidence}` },
    title: { 'zh-CN': `标题里有“${evidence}”`, en: `the title says "${evidence}"` },
    name: { 'zh-CN': `文件名里有“${evidence}”`, en: `the file's name says "${evidence}"` },
    column: { 'zh-CN': `网页所在的栏目是“${evidence}”`, en: `the page stood in the column "${evidence}"` },
    text: { 'zh-CN': `正文里有“${evidence}”`, en: `the text says "${evidence}"` },
    nothing: { 'zh-CN': '标题和正文都看不出来', en: 'neither title nor text tells' },
  };
  return reasons[from][locale];
}
