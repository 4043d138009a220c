import { withoutPersonalData } from '../language/personal-data.js';

/**
 * A text or a path as audits show it: personal data in it is masked, whatever rules are in force. Dots and dashes part words here, as they do in
 * names of files: the rule on personal data takes them for parts of numbers, as a finding too many is worse there than a mask here.
 */
export function masked(text: string): string {
  const shown = withoutPersonalData(text);
  return DIGITS.test(shown) ? shown.replace(/[^._/-]+/g, withoutPersonalData) : shown;
}

const DIGITS = /[\d０-９]{4}/;

/** Paths as audits show them. Where masking makes one of two, the later ones are numbered. */
export class MaskedPaths {
  private readonly taken = new Map<string, number>();

  constructor(private readonly displayPath: (filePath: string) => string) {}

  /** To be asked once for each file. */
  show(filePath: string): string {
    const written = this.displayPath(filePath);
    const path = masked(written);
    if (path === written) return path;
    const count = (this.taken.get(path) ?? 0) + 1;
    this.taken.set(path, count);
    return count === 1 ? path : `${path}（${count}）`;
  }
}
