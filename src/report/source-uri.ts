/**
 * A path as a URI reference: relative paths stay relative, absolute ones become `file:` addresses. All but unreserved
 * characters are percent-encoded, Chinese ones as UTF-8.
 * @param path as `ReportContext.sourcePath` gives it, with `/`
 */
export function sourceUri(path: string): string {
  const encoded = path.split('/').map(encodeSegment).join('/');
  if (path.startsWith('//')) return `file:${encoded}`;
  if (path.startsWith('/')) return `file://${encoded}`;
  return /^[a-z]:\//i.test(path) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}

/** Whether a path, as `ReportContext.sourcePath` gives it, has a root of its own. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:\/|[a-z]:\/)/i.test(path);
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'));
}
