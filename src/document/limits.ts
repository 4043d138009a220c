/** How much of a file is read and shown. What goes beyond a limit is a finding that names it. */
export interface Limits {
  /** Bytes of a file. */
  readonly fileSize: number;
  /** UTF-16 units of the front matter, with its `---` lines. */
  readonly frontMatterSize: number;
  /** Levels of lists and maps in the front matter. */
  readonly frontMatterDepth: number;
  /** Levels of quotes and lists in Markdown. */
  readonly nesting: number;
  /** Links of a file, those of its front matter included. */
  readonly links: number;
  /** Findings of a file that are listed. */
  readonly findings: number;
}

/** What holds where a config does not say otherwise: far above what people write. */
export const LIMITS: Limits = {
  fileSize: 8 * 1024 * 1024,
  frontMatterSize: 64 * 1024,
  frontMatterDepth: 20,
  nesting: 50,
  links: 10_000,
  findings: 1000,
};

/** The most that each may be set to: parsers recurse, and memory ends. */
export const HIGHEST: Limits = {
  fileSize: 64 * 1024 * 1024,
  frontMatterSize: 1024 * 1024,
  frontMatterDepth: 100,
  nesting: 200,
  links: 200_000,
  findings: 200_000,
};
