import { ImportFailure } from './failure.js';

/** What a file holds, whatever its name ends in. */
export type SourceFormat = 'docx' | 'html' | 'mhtml';

/**
 * Looks at a file's first bytes: office systems hand out HTML and new Word files under the name .doc, and the other way round.
 * @param name the file's name; only its ending counts, and only where the bytes do not tell
 * @throws ImportFailure for what cannot be imported, each kind with a message of its own
 */
export function formatOf(bytes: Uint8Array, name: string): SourceFormat {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (bytes.length === 0) throw new ImportFailure('empty');
  if (begins(bytes, [0x50, 0x4b])) return 'docx';
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new ImportFailure(isEncrypted(bytes) ? 'encrypted' : 'oldWord');
  const head = asciiOf(bytes.subarray(0, 4096));
  if (head.startsWith('%PDF')) throw new ImportFailure('pdf');
  if (head.startsWith('{\\rtf')) throw new ImportFailure('rtf');
  if (/^(?:[A-Za-z-]{2,40}:[^\n]{0,999}\n(?:[ \t][^\n]{0,999}\n){0,20}){0,20}MIME-Version:/i.test(head)) return 'mhtml';
  if (/<(?:!doctype\s+html|html|head|meta|body|title|div|p|table|span|h[1-6])[\s/>]/i.test(head)) return 'html';
  if (/^(?:x?html?|shtml)$/.test(ending)) return 'html';
  if (/^mht(?:ml)?$/.test(ending)) return 'mhtml';
  if (/^docx$/.test(ending)) throw new ImportFailure('damagedZip');
  throw new ImportFailure(/^(?:md|markdown)$/.test(ending) ? 'markdown' : 'unknownFormat');
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** Newer Word files with a password are kept in the old container, as a stream of this name (UTF-16). */
function isEncrypted(bytes: Uint8Array): boolean {
  return asciiOf(bytes.subarray(0, 1 << 20)).includes('EncryptedPackage');
}

/** Bytes as Latin letters, zeros left out: UTF-16 reads as what it says. */
function asciiOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes).replaceAll('\0', '');
}
