import type { LookAlike } from '../language/look-alikes.js';
import type { FrontMatter } from './front-matter.js';
import type { MappedText } from './mapped-text.js';
import type { Origin } from './origin.js';
import type { Range } from './range.js';

/** What kind of paper a file is (`kind` in front matter). */
export type Kind = 'policy' | 'interpretation' | 'briefing' | 'interpretation-plan' | 'meeting-plan';

/** How a section announces itself. */
export type SectionStyle =
  | 'atx' // # 标题
  | 'setext' // underlined
  | 'bold' // **标题** alone on its line
  | 'numbered' // a plain paragraph 一、… （一）… 1.… 第一条
  | 'run-in' // a heading with its text on the same line: （一）适用范围。本办法适用于…
  | 'bracket' // 【标题】
  | 'question'; // 问：… or a heading that asks

/** One line of text as read: a paragraph, a heading, a list item's line, a table cell. */
export interface Unit {
  readonly type: 'heading' | 'text' | 'cell' | 'code';
  readonly text: MappedText;
  readonly range: Range;
  /** Visible offsets covered by bold type, ascending. */
  readonly bold: readonly Range[];
  /** Visible offsets of code in the line, ascending. */
  readonly code: readonly Range[];
  /** The line stands in a block of HTML. */
  readonly html?: true | undefined;
  /** The line stands in a footnote: `[^1]: …`. */
  readonly footnote?: true | undefined;
  /** Level of a Markdown heading, 1–6. */
  readonly level?: number | undefined;
  readonly headingStyle?: 'atx' | 'setext' | undefined;
  /** Depth of list nesting, 0 outside lists. */
  readonly listDepth: number;
  /** The marker of the list item the line opens, as `3.`; for ordered lists only. */
  readonly marker?: string | undefined;
  /** Which table (from 0) and row (0 is the header) a cell stands in. */
  readonly table?: { readonly index: number; readonly row: number; readonly column: number } | undefined;
}

export interface Section {
  readonly title: string;
  readonly titleRange: Range;
  readonly style: SectionStyle;
  /** Depth of nesting, from 1. The document's own title is not a section. */
  readonly level: number;
  /** The number in front of the title, as 一、 or （二） or 第三条, with its style; undefined where there is none. */
  readonly numbering?: Numbering | undefined;
  /** From the title to the end of the last line below it, subsections included. */
  readonly range: Range;
  readonly parent?: Section | undefined;
  readonly children: readonly Section[];
  /** The section's own text, subsections left out. */
  readonly body: readonly MappedText[];
}

export interface Numbering {
  readonly style: 'part' | 'roman' | 'chapter' | 'article' | 'han' | 'han-paren' | 'digit' | 'digit-paren' | 'circled';
  readonly value: number;
  /** As written, with its mark: 一、 */
  readonly label: string;
}

export interface Sentence {
  /** What a reader sees, without the closing mark. */
  readonly text: string;
  readonly mapped: MappedText;
  readonly range: Range;
  /** The innermost section the sentence stands in; undefined before the first one. */
  readonly section?: Section | undefined;
  /** True for a section's title. */
  readonly heading: boolean;
  /** The mark that closes it (。；？！) or an empty string. */
  readonly mark: string;
  /** Index of the unit (paragraph, cell) the sentence stands in. */
  readonly unit: number;
}

export interface Link {
  /** Where it leads, as written (decoded from Markdown escapes). */
  readonly to: string;
  readonly type: 'link' | 'image' | 'url' | 'html' | 'front-matter';
  /** The text a reader clicks; empty for bare addresses. */
  readonly text: string;
  /** The address itself where it stands in the text, else the whole link. */
  readonly range: Range;
  /** The front matter key that holds it, in English. */
  readonly key?: string;
  /** Nobody has checked what front matter says here: it may be what is meant, but nothing in the file leads there. */
  readonly guessed?: true;
}

/** A comment: of HTML in the body, of YAML in front matter. */
export interface Comment {
  readonly type: 'html' | 'yaml';
  /** What stands behind `<!--` or `#`, up to the closing mark or the line's end. */
  readonly text: string;
  /** The whole comment with its marks. */
  readonly range: Range;
}

/** 字数 and its parts, as an office word processor counts them. */
export interface WordCount {
  readonly total: number;
  /** CJK characters, each one. */
  readonly cjk: number;
  /** Full-width marks, each one. */
  readonly marks: number;
  /** Runs of other characters between spaces, each one. */
  readonly runs: number;
}

/** A file as rules read it. Made once by `parseDocument`, never changed. */
export interface Document {
  /** Path as the user named it, with `/`; for messages and links. */
  readonly path: string;
  /** The decoded text without BOM. */
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly frontMatter: FrontMatter;
  /** Keys of front matter that were guessed, and that nobody has checked. */
  readonly guessed: readonly string[];
  /** Null where the text is the file's own. */
  readonly origin: Origin | null;
  readonly kind: Kind | null;
  /** Why this kind, in the words of the locale-free reasons of `kind.ts`. */
  readonly kindReason: KindReason;
  readonly title: string;
  /** Where the title stands; the first line where there is none. */
  readonly titleRange: Range;
  readonly units: readonly Unit[];
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  readonly links: readonly Link[];
  /** In order; none of a front matter that cannot be read, none that is not closed. */
  readonly comments: readonly Comment[];
  /** Fragments that links may name: slugs of headings, ids in HTML. */
  readonly anchors: ReadonlySet<string>;
  readonly wordCount: WordCount;
  /** Characters that look like others and were read as these; nearly always none. */
  readonly lookAlikes: readonly LookAlike[];
  /** The mdast tree, made by remark-parse when first asked for. Throws where its parser was not loaded (`loadTreeParser`). */
  readonly tree: unknown;
}

export interface KindReason {
  /** `name`: that of the file which a text was made of; `column`: that of the site's column in which a page stood. */
  readonly from: 'front-matter' | 'config' | 'title' | 'name' | 'column' | 'text' | 'nothing';
  /** The words that decided: the key's value, the glob, the phrase. */
  readonly evidence: string;
}
