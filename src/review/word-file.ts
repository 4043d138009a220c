import { relationsName } from '../import/docx-package.js';
import { applyEdits, type Edit } from '../lint/fix.js';
import { type Comment, commentsPartOf, commentsXml, tieEdits, untieEdits } from './comments.js';
import { freeIds } from './edits.js';
import { Parts, ReviewFailure } from './parts.js';
import { type MainPart, mainPartOf } from './places.js';

/** A Word file that is open for a review. */
export class WordFile {
  private constructor(
    private readonly zip: Parts,
    private readonly mainName: string,
    private xml: string,
    private part: MainPart,
    /** Gives ids for comments and changes that nothing in the file has. */
    private readonly freeId: () => number,
  ) {}

  /**
   * Opens a Word file; comments of an earlier review of the tool's are taken out, those of people stay.
   * @throws ReviewFailure
   */
  static async open(bytes: Uint8Array): Promise<WordFile> {
    const parts = await Parts.open(bytes);
    const main = await parts.related('', /^officeDocument$/);
    if (main === undefined) throw new ReviewFailure('notWord');
    try {
      const comments = await takeOwnComments(parts, main);
      const written = await parts.text(main);
      let xml = written;
      let part = mainPartOf(xml);
      // A part of many pages takes a while to read, and most are as they are to be.
      const become = (next: string) => {
        if (next === xml) return;
        xml = next;
        part = mainPartOf(xml);
      };
      become(prefixed(xml, 'document', part));
      become(applyEdits(xml, untieEdits(part, comments.own)));
      if (xml !== written) parts.put(main, xml);
      const taken = new Set([...part.ids, ...comments.others, ...(await idsBeside(parts, main))]);
      return new WordFile(parts, main, xml, part, freeIds(taken));
    } catch (error) {
      throw error instanceof ReviewFailure ? error : new ReviewFailure('damaged');
    }
  }

  /** The paragraphs of the main part in order, those in tables and text boxes among them. */
  get main(): MainPart {
    return this.part;
  }

  /** Changes the text of the main part. @param edit is given what ids are made with */
  change(edit: (part: MainPart, xml: string, freeId: () => number) => readonly Edit[]): void {
    const edits = edit(this.part, this.xml, this.freeId);
    if (edits.length === 0) return;
    this.xml = applyEdits(this.xml, edits);
    this.part = mainPartOf(this.xml);
    this.zip.put(this.mainName, this.xml);
  }

  /**
   * Adds comments.
   * @param date when the review is made, as `2026-01-31T08:00:00Z`
   */
  async comment(comments: readonly Comment[], date: string): Promise<void> {
    const numbered = comments
      .filter(({ paragraph }) => this.part.paragraphs[paragraph])
      .map((comment) => ({ ...comment, id: this.freeId() }));
    if (numbered.length === 0) return;
    const name = (await this.zip.related(this.mainName, COMMENTS)) ?? (await this.addCommentsPart());
    const written = await this.zip.text(name);
    const xml = prefixed(written, 'comments', commentsPartOf(written));
    const { end, names } = commentsPartOf(xml);
    this.zip.put(name, withinRoot(xml, end, commentsXml(numbered, date, names)));
    this.change((part, _, freeId) => tieEdits(part, numbered, freeId));
  }

  /** The file as bytes, signed as ours. Parts that were not touched hold what they held. */
  bytes(): Promise<Uint8Array> {
    return this.zip.packed();
  }

  private async addCommentsPart(): Promise<string> {
    const { zip, mainName } = this;
    const types = await zip.text(TYPES);
    const folder = mainName.slice(0, mainName.lastIndexOf('/') + 1);
    let name = `${folder}comments.xml`;
    // The list may still name a part that somebody took out; it must not name two of one name.
    for (let n = 2; zip.has(name) || types.toLowerCase().includes(`"/${name.toLowerCase()}"`); n++)
      name = `${folder}comments${n}.xml`;
    const { namespace } = this.part.names;
    zip.put(name, `${HEAD}<w:comments xmlns:w="${namespace}"></w:comments>`);
    zip.put(TYPES, withEntry(types, 'Override', `PartName="/${name}" ContentType="${COMMENTS_TYPE}"`));
    const relations = relationsName(mainName);
    const known = zip.has(relations)
      ? await zip.text(relations)
      : `${HEAD}<Relationships xmlns="${RELATIONS}"></Relationships>`;
    let id = 'rIdJiedu1';
    for (let n = 2; known.includes(`"${id}"`); n++) id = `rIdJiedu${n}`;
    const type = `${RELATION_TYPES[namespace] ?? RELATION_TYPES.usual}/comments`;
    const target = name.slice(folder.length);
    zip.put(relations, withEntry(known, 'Relationship', `Id="${id}" Type="${type}" Target="${target}"`));
    return name;
  }
}

const COMMENTS = /^comments$/;
const TYPES = '[Content_Types].xml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
/** By Word's namespace: “strict” files have their own. */
const RELATION_TYPES: Readonly<Record<string, string>> & { readonly usual: string } = {
  usual: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/** Takes the tool's own comments out of the part of comments. */
async function takeOwnComments(parts: Parts, main: string): Promise<{ own: Set<string>; others: number[] }> {
  const name = await parts.related(main, COMMENTS);
  if (name === undefined) return { own: new Set(), others: [] };
  const xml = await parts.text(name);
  const { own, ids } = commentsPartOf(xml);
  if (own.length > 0)
    parts.put(
      name,
      applyEdits(
        xml,
        own.map(({ start, end }) => ({ start, end, text: '' })),
      ),
    );
  const taken = new Set(own.map(({ id }) => id));
  return { own: taken, others: ids.filter((id) => !taken.has(String(id))) };
}

/** Ids in headers, footers and notes: nothing in the file may have one twice. */
async function idsBeside(parts: Parts, main: string): Promise<number[]> {
  const names = await parts.allRelated(main, /^(?:header|footer|footnotes|endnotes)$/);
  const texts = await Promise.all(names.map((name) => parts.text(name)));
  return texts.flatMap((xml) => [...xml.matchAll(/:id\s?=\s?["'](\d{1,12})["']/g)].map(([, id]) => Number(id)));
}

/** A part whose root names Word's namespace by a prefix, as attributes need it: elements may do without. */
function prefixed(xml: string, root: 'document' | 'comments', { names }: Pick<MainPart, 'names'>): string {
  return names.own === '' ? xml.replace(`<${root}`, `<${root} xmlns:w="${names.namespace}"`) : xml;
}

/** Adds an element to a list of types or relations; it has the prefix that the root has. */
function withEntry(xml: string, name: string, attributes: string): string {
  const root = /<\/?([^\s<>/?!]{1,60})[^<>]{0,20000}>\s*$/.exec(xml)?.[1] ?? '';
  const prefix = root.slice(0, root.indexOf(':') + 1);
  const end = xml.lastIndexOf('<');
  return withinRoot(xml, end, `<${prefix}${name} ${attributes}/>`);
}

/** Puts text before the tag that closes a root; an empty root (`<x/>`) is opened for it. */
function withinRoot(xml: string, end: number, text: string): string {
  if (xml.startsWith('</', end)) return xml.slice(0, end) + text + xml.slice(end);
  const name = /^<([^\s/>]{1,60})/.exec(xml.slice(end, end + 80))?.[1] ?? '';
  return `${xml.slice(0, xml.indexOf('/>', end))}>${text}</${name}>${xml.slice(xml.indexOf('/>', end) + 2)}`;
}
