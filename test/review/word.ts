import JSZip from 'jszip';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** A Word file with this body, and further parts by name; without entries for folders, as Word writes none. */
export async function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const zip = new JSZip();
  const all = { '[Content_Types].xml': TYPES, '_rels/.rels': RELATIONS, 'word/document.xml': mainPart(body), ...parts };
  for (const [name, content] of Object.entries(all)) zip.file(name, content, { createFolders: false });
  return zip.generateAsync({ type: 'uint8array' });
}

export function mainPart(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`;
}

/** The parts of a Word file by name. */
export async function partsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files);
  const contents = await Promise.all(names.map((name) => zip.file(name)?.async('string') ?? ''));
  return Object.fromEntries(names.map((name, index) => [name, contents[index] as string]));
}

export function run(text: string, looks = ''): string {
  return `<w:r>${looks && `<w:rPr>${looks}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
}
