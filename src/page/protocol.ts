/** What the page and its worker say to each other: plain data. Lines are from 1, columns in UTF-16 units from 1. */

import type { Place } from '../document/range.js';
import type { Locale, Localized } from '../language/locale.js';

/** A file as the page holds it. */
export interface PageFile {
  /** Tells it from others of the same name. */
  readonly id: number;
  readonly name: string;
  /** Empty where the browser could not read it, or it is too large to be read. */
  readonly bytes: Uint8Array;
  /** Why it was not read. */
  readonly unread?: 'tooLarge' | 'unreadable';
  /** The kind a person chose for it; absent where the tool is to tell. */
  readonly kind?: string;
  /** The `id` of the policy a person chose for it, or null for none; absent where the tool is to tell. */
  readonly policy?: number | null;
}

export interface CheckRequest {
  readonly type: 'check';
  readonly files: readonly PageFile[];
  readonly presets: readonly string[];
  readonly locale: Locale;
}

export interface ReviewRequest {
  readonly type: 'review';
  readonly bytes: Uint8Array;
  readonly comments: readonly PageComment[];
  /** When the review is made, as `2026-01-31T08:00:00Z`. */
  readonly date: string;
}

export type Request = CheckRequest | ReviewRequest | { readonly type: 'about' };

/** An answer to the request with the same `id`; `error` where the tool itself failed. */
export interface Answered {
  readonly id: number;
  readonly answer?: CheckAnswer | ReviewAnswer | AboutAnswer;
  readonly error?: string;
}

export interface Named {
  readonly id: string;
  readonly name: Localized;
}

/** What can be chosen. */
export interface AboutAnswer {
  readonly presets: readonly Named[];
  readonly kinds: readonly Named[];
}

export interface CheckAnswer {
  readonly files: readonly CheckedFile[];
}

export interface ReviewAnswer {
  readonly bytes: Uint8Array;
}

export type CheckedFile = CheckedDocument | UnreadFile;

/** A file nothing could be made of. */
export interface UnreadFile {
  readonly id: number;
  readonly name: string;
  readonly failure: string;
}

export interface CheckedDocument {
  readonly id: number;
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  /** True where nothing told the kind, so that it was checked as an interpretation. */
  readonly kindAssumed: boolean;
  /** Whether it was made of a Word file or a page; its lines are then no lines that its author knows. */
  readonly converted: 'docx' | 'page' | null;
  /** The lines shown, the first of them numbered `firstLine` in what messages say. */
  readonly lines: readonly string[];
  readonly firstLine: number;
  /** The policy it explains, if that is among the files. */
  readonly policy: number | null;
  readonly count: { readonly words: number; readonly most: number | null };
  readonly links: readonly ShownLink[];
  readonly elements: readonly ShownElement[];
  readonly findings: readonly ShownFinding[];
  /** Marks of secrecy in headers and footers, where no finding speaks of them. */
  readonly marks: readonly string[];
  /** What the conversion left out. */
  readonly notes: readonly string[];
}

export interface ShownLink {
  readonly to: string;
  readonly says: string;
  /** `file`: one of the files at hand; `unseen`: an address of the web, which the page does not open; `missing`. */
  readonly status: 'file' | 'unseen' | 'missing';
  readonly line: number;
}

export interface ShownElement {
  readonly id: string;
  readonly name: string;
  /** `idle`: this document does not owe it. */
  readonly mark: 'there' | 'missing' | 'doubt' | 'idle';
  /** The words that decided, personal data masked; empty where there are none. */
  readonly sentence: string;
  readonly place: Place | null;
  readonly clause: string;
  /** A part to be filled in, ready to be put into the draft. */
  readonly skeleton: string;
}

export interface ShownFinding {
  readonly rule: string;
  readonly isError: boolean;
  readonly what: string;
  readonly todo: string;
  readonly why: string;
  /** Null where it is about the document as a whole, or about what stands in no line shown. */
  readonly place: Place | null;
  /** True where it is about the record kept of the document (front matter), not about its text. */
  readonly isRecord: boolean;
  /** The element it is about. */
  readonly element: string | null;
  /** The line of the policy it is compared with. */
  readonly policyLine: number | null;
  /** The paragraph of the Word file, from 0, and the words there. */
  readonly paragraph: number | null;
  readonly words: { readonly before: string; readonly words: string; readonly behind: string } | null;
}

/** A comment to be put into the Word file. */
export type PageComment = Pick<ShownFinding, 'paragraph' | 'words'> & { readonly text: readonly string[] };
