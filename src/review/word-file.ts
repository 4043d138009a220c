import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import { type Comment, commentsPartOf, commentsXml, tieEdits, untieEdits } from './comments.js';
import { edited, type PartEdit } from './edits.js';
import { type MainPart, mainPartOf } from './places.js';
import { SIGNATURE } from './signature.js';

/** A Word file that cannot be given comments. `code` says why. */
export class ReviewFailure extends Error {
  constructor(readonly code: 'notWord' | 'otherEncoding' | 'damaged') {
    super(code);
  }
}

/** A Word file that is open for a review. */
export class WordFile {
  private constructor(
    private readonly zip: JSZip,
    private readonly mainName: string,
    private xml: string,
    private part: MainPart,
  ) {}

  /**
   * Opens a Word file; comments of an earlier review of the tool's are taken out, those of people stay.
   * @throws ReviewFailure
   */
  static async open(bytes: Uint8Array): Promise<WordFile> {
    const zip = await JSZip.loadAsync(bytes, { checkCRC32: true }).catch(() => {
      throw new ReviewFailure('damaged');
    });
    const main = await targetOf(zip, '', /\/officeDocument$/);
    if (main === undefined || !zip.file(main)) throw new ReviewFailure('notWord');
    try {
      const xml = await textOf(zip, main);
      const file = new WordFile(zip, main, xml, mainPartOf(xml));
      await file.takeOwnCommentsOut();
      return file;
    } catch (error) {
      throw error instanceof ReviewFailure ? error : new ReviewFailure('damaged');
    }
  }

  /** The paragraphs of the main part in order, those in tables and text boxes among them. */
  get main(): MainPart {
    return this.part;
  }

  /** Changes the text of the main part. */
  change(edit: (part: MainPart, xml: string) => readonly PartEdit[]): void {
    this.xml = edited(this.xml, edit(this.part, this.xml));
    this.part = mainPartOf(this.xml);
    this.zip.file(this.mainName, this.xml);
  }

  /**
   * Adds comments.
   * @param date when the review is made, as `2026-01-31T08:00:00Z`
   */
  async comment(comments: readonly Comment[], date: string): Promise<void> {
    if (comments.length === 0) return;
    const name = (await this.commentsName()) ?? (await this.addCommentsPart());
    const xml = await textOf(this.zip, name);
    const { next, end, prefix } = commentsPartOf(xml);
    const first = Math.max(next, ...this.part.ties.map(({ id }) => Number(id) + 1 || 0));
    const added = commentsXml(comments, first, date, prefix);
    this.zip.file(name, withinRoot(xml, end, added));
    this.change((part) => tieEdits(part, comments, first));
  }

  /** The file as bytes, signed as ours. Parts that were not touched hold what they held. */
  bytes(): Promise<Uint8Array> {
    return this.zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', comment: SIGNATURE });
  }

  private async takeOwnCommentsOut(): Promise<void> {
    const name = await this.commentsName();
    if (name === undefined) return;
    const xml = await textOf(this.zip, name);
    const { own } = commentsPartOf(xml);
    if (own.length === 0) return;
    this.zip.file(
      name,
      edited(
        xml,
        own.map(({ start, end }) => ({ start, end, text: '' })),
      ),
    );
    const ids = new Set(own.map(({ id }) => id));
    this.change((part) => untieEdits(part, ids));
  }

  private async commentsName(): Promise<string | undefined> {
    const name = await targetOf(this.zip, this.mainName, /\/comments$/);
    return name !== undefined && this.zip.file(name) ? name : undefined;
  }

  private async addCommentsPart(): Promise<string> {
    const { zip, mainName } = this;
    const folder = mainName.slice(0, mainName.lastIndexOf('/') + 1);
    let name = `${folder}comments.xml`;
    for (let n = 2; zip.file(name); n++) name = `${folder}comments${n}.xml`;
    const prefix = this.part.prefix === '' ? 'w:' : this.part.prefix;
    zip.file(name, `${HEAD}<${prefix}comments xmlns:${prefix.slice(0, -1)}="${MAIN}"></${prefix}comments>`);
    await this.register(name);
    return name;
  }

  /** Names the part in the list of content types and among the relations of the main part. */
  private async register(name: string): Promise<void> {
    const { zip, mainName } = this;
    const types = await textOf(zip, '[Content_Types].xml');
    zip.file('[Content_Types].xml', beforeEnd(types, `<Override PartName="/${name}" ContentType="${COMMENTS_TYPE}"/>`));
    const relations = relationsName(mainName);
    const known = zip.file(relations)
      ? await textOf(zip, relations)
      : `${HEAD}<Relationships xmlns="${RELATIONS}"></Relationships>`;
    let id = 'rIdJiedu1';
    for (let n = 2; known.includes(`"${id}"`); n++) id = `rIdJiedu${n}`;
    const target = name.slice(name.lastIndexOf('/') + 1);
    zip.file(relations, beforeEnd(known, `<Relationship Id="${id}" Type="${COMMENTS_RELATION}" Target="${target}"/>`));
  }
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const COMMENTS_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';

function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The part that a part (the whole file where empty) is related to by a kind of relation. */
async function targetOf(zip: JSZip, part: string, type: RegExp): Promise<string | undefined> {
  const relations = relationsName(part);
  if (!zip.file(relations)) return undefined;
  let found: string | undefined;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ attributes: { Type = '', Target = '', TargetMode } }) => {
    if (found === undefined && TargetMode !== 'External' && type.test(Type)) found = Target;
  });
  parser.write(await textOf(zip, relations)).close();
  if (found === undefined) return undefined;
  const steps = found.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of found.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** @throws ReviewFailure for a part that is not in UTF-8 */
async function textOf(zip: JSZip, name: string): Promise<string> {
  const entry = zip.file(name);
  if (!entry) throw new ReviewFailure('damaged');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await entry.async('uint8array'));
  } catch {
    throw new ReviewFailure('otherEncoding');
  }
}

/** Puts text before the tag that closes the root; an empty root (`<x/>`) is opened for it. */
function beforeEnd(xml: string, text: string): string {
  const end = xml.lastIndexOf('</');
  return withinRoot(xml, end < 0 ? xml.lastIndexOf('<') : end, text);
}

function withinRoot(xml: string, end: number, text: string): string {
  if (xml.startsWith('</', end)) return xml.slice(0, end) + text + xml.slice(end);
  const name = /^<([^\s/>]{1,60})/.exec(xml.slice(end, end + 80))?.[1] ?? '';
  return `${xml.slice(0, xml.indexOf('/>', end))}>${text}</${name}>${xml.slice(xml.indexOf('/>', end) + 2)}`;
}
