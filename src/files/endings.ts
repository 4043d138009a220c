/**
 * What names of files end in, by kind: texts that are read as they are; Word files and saved pages, of which a converter makes Markdown; files
 * that may well be documents, and cannot be read, and templates of Word: whoever names one is told what to do.
 */
const ENDINGS = {
  markdown: /\.(?:md|markdown)$/i,
  text: /\.txt$/i,
  word: /\.doc[xm]$/i,
  page: /\.(?:x?html?|shtml|mht(?:ml)?)$/i,
  unsupported: /\.(?:doc|dot[xm]?|wps|wpt|uo[ft]|rtf|odt|ott|fodt|pages|pdf|ofd|ceb)$/i,
};

export type FileKind = keyof typeof ENDINGS | 'other';

/** The kind of a file by its name alone. */
export function fileKindOf(path: string): FileKind {
  const kinds = Object.keys(ENDINGS) as (keyof typeof ENDINGS)[];
  return kinds.find((kind) => ENDINGS[kind].test(path)) ?? 'other';
}
