import { type Budget, newBudget } from './budget.js';
import { type DocxParts, openDocx } from './docx-zip.js';
import { ImportFailure } from './failure.js';
import { childrenOf, readXml, type XmlElement } from './xml.js';

/** Where a relation leads: to a part of the file, or out of it. */
export interface Relation {
  /** The last word of its type: `hyperlink`, `header`. */
  readonly type: string;
  /** The name of a part, or an address. */
  readonly target: string;
  readonly external: boolean;
}

/** A Word file: its main part, and what that is related to. */
export interface Package {
  readonly main: XmlElement;
  /** Relations of a part by id; of the main part where none is named. */
  relationsOf(part?: string): Promise<ReadonlyMap<string, Relation>>;
  exists(part: string): boolean;
  xml(part: string): Promise<XmlElement>;
  bytes(part: string): Promise<Uint8Array>;
}

/**
 * Opens a Word file.
 * @throws ImportFailure where it is damaged, no Word file, or made to exhaust its reader
 */
export async function openPackage(bytes: Uint8Array, budget: Budget = newBudget()): Promise<Package> {
  const parts = await openDocx(bytes, budget);
  const name = await mainPart(parts);
  const main = readXml(await parts.text(name), budget);
  if (main.name !== 'w:document') throw new ImportFailure('otherOffice');
  return {
    main,
    relationsOf: (part = name) => relationsOf(parts, part),
    exists: (part) => parts.exists(part),
    xml: async (part) => readXml(await parts.text(part), budget),
    bytes: (part) => parts.bytes(part),
  };
}

/**
 * What a Word file says, and whatever else stands between the tags of its main part: a tenth of the work that reading it is.
 * @returns null where that is not enough: other files are joined to it, characters are written as numbers, it is damaged
 */
export async function wordsOf(bytes: Uint8Array): Promise<string | null> {
  try {
    const parts = await openDocx(bytes);
    const xml = await parts.text(await mainPart(parts));
    return /:altChunk\s|&#/.test(xml) ? null : xml.replace(/<[^<>]*>/g, '');
  } catch (error) {
    if (error instanceof ImportFailure) return null;
    throw error;
  }
}

async function mainPart(parts: DocxParts): Promise<string> {
  const relations = await relationsOf(parts, '');
  for (const { type, target, external } of relations.values())
    if (type === 'officeDocument' && !external && parts.exists(target)) return target;
  if (parts.exists('word/document.xml')) return 'word/document.xml';
  throw new ImportFailure('otherOffice');
}

/** Relations of a part by id. */
export async function relationsOf(parts: DocxParts, part: string): Promise<ReadonlyMap<string, Relation>> {
  const name = relationsName(part);
  return parts.exists(name) ? relationsIn(await parts.text(name), part) : new Map();
}

/** The relations of a part by id, out of the text that lists them. @throws ImportFailure where it cannot be read */
export function relationsIn(xml: string, part: string): ReadonlyMap<string, Relation> {
  return new Map(
    childrenOf(readXml(xml), 'Relationship').map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
      const external = TargetMode === 'External';
      return [
        Id,
        { type: Type.slice(Type.lastIndexOf('/') + 1), target: external ? Target : pathFrom(part, Target), external },
      ] as const;
    }),
  );
}

/** The name of the part that holds a part's relations. */
export function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** A part's name as seen from another part; nothing lies above the file. */
function pathFrom(part: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
