import type { AuditedDocument } from './audit-report.js';
import type { EarlierDocument } from './earlier.js';

/**
 * Documents that have another path than at the earlier audit: among those that only one of the two has, the pairs of one kind and title that
 * are alike in name, or alone in either audit.
 * @returns the document of now for each earlier path
 */
export function movedDocuments(
  now: readonly AuditedDocument[],
  earlier: readonly EarlierDocument[],
): ReadonlyMap<string, AuditedDocument> {
  const [paths, earlierPaths] = [now, earlier].map((some) => new Set(some.map(({ path }) => path)));
  let [came, lost]: [AuditedDocument[], EarlierDocument[]] = [
    now.filter(({ path, readable }) => readable && !earlierPaths?.has(path)),
    earlier.filter(({ path, readable }) => readable && !paths?.has(path)),
  ];
  const moved = new Map<string, AuditedDocument>();
  for (const keyOf of [byName, byTitle]) {
    const [left, right] = [alone(lost, keyOf), alone(came, keyOf)];
    for (const [key, from] of left) {
      const to = right.get(key);
      if (to) moved.set(from.path, to);
    }
    const taken = new Set(moved.values());
    came = came.filter((document) => !taken.has(document));
    lost = lost.filter(({ path }) => !moved.has(path));
  }
  return moved;
}

type Named = Pick<AuditedDocument, 'path' | 'title' | 'kind'>;

function byName({ path, title, kind }: Named): string {
  return JSON.stringify([path.slice(path.lastIndexOf('/') + 1), title, kind]);
}

/** Without a title nothing but its name tells a document. */
function byTitle({ title, kind }: Named): string | null {
  return title === '' ? null : JSON.stringify([title, kind]);
}

/** Documents by a key that none other has. */
function alone<Document>(some: readonly Document[], keyOf: (document: Document) => string | null) {
  const found = new Map<string, Document | null>();
  for (const document of some) {
    const key = keyOf(document);
    if (key !== null) found.set(key, found.has(key) ? null : document);
  }
  return new Map([...found].filter((pair): pair is [string, Document] => pair[1] !== null));
}
