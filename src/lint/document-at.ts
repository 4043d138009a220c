import type { Document } from '../document/document.js';
import { admitted, parse } from './check-text.js';
import type { LintHost } from './host.js';
import type { LintOptions } from './options.js';

/** A file as a document, without its elements: detection is half the cost of reading it. Null where it cannot be read or is too much. */
export async function documentAt(
  path: string,
  host: Pick<LintHost, 'read'>,
  { configFor }: Pick<LintOptions, 'configFor'>,
): Promise<Document | null> {
  const config = configFor(path);
  const read = admitted(await host.read(path), config);
  if ('id' in read) return null;
  const document = parse(path, read.text, config, read.origin);
  return 'id' in document ? null : document;
}
