import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AuditReport } from '../audit/audit-report.js';
import { slashed } from '../files/ignore.js';
import { type Content, writeWhole } from '../files/write.js';
import type { Locale } from '../language/locale.js';
import { type Io, UserError } from './io.js';
import { say } from './words.js';

/** The reports of an audit, by the option that asks for each. */
export interface AuditFiles {
  readonly html?: string;
  readonly xlsx?: string;
  readonly csv?: string;
  readonly json?: string;
}

type Format = keyof AuditFiles;

/** Each form of report. Loaded when it is asked for. */
const FORMS: Readonly<Record<Format, (report: AuditReport) => Promise<Content>>> = {
  html: async (report) => (await import('../audit/page/page.js')).auditPageParts(report),
  xlsx: async (report) => {
    const { auditTables } = await import('../audit/tables.js');
    return (await import('./workbook.js')).workbookOf(auditTables(report), report.date);
  },
  csv: async (report) => (await import('../audit/csv.js')).auditCsv(report),
  json: async (report) => (await import('../audit/json.js')).auditJson(report),
};

/** A file to write. */
export interface AuditFile {
  readonly format: Format;
  /** Absolute. */
  readonly path: string;
}

/**
 * The files to write. Reports are written over; what may be somebody's document is not.
 * @param documents the files to be audited, absolute, with `/`
 * @throws UserError for a file that is asked for twice, that is a folder, or that is a document
 */
export function filesAsked(flags: AuditFiles, documents: readonly string[], locale: Locale, io: Io): AuditFile[] {
  const formats = Object.keys(FORMS) as Format[];
  const files = formats.flatMap((format) => {
    const file = flags[format];
    return file === undefined ? [] : [{ format, path: resolve(io.cwd, file) }];
  });
  for (const [index, { path, format }] of files.entries()) {
    if (files.findIndex((other) => other.path === path) < index)
      throw new UserError(say('reportTwice', locale, { file: flags[format] ?? path }));
    if (existsSync(path) && statSync(path).isDirectory())
      throw new UserError(say('reportIsFolder', locale, { file: flags[format] ?? path, option: `--${format}` }));
    const isDocument = /\.(?:md|markdown)$/i.test(path) && existsSync(path);
    if (isDocument || documents.includes(slashed(path)))
      throw new UserError(say('reportOverDocument', locale, { file: flags[format] ?? path, option: `--${format}` }));
  }
  return files;
}

/**
 * Writes the reports, each whole or not at all. One that cannot be written is told on standard error, and the others are written.
 * @returns those that were written
 */
export async function writeAudit(
  report: AuditReport,
  files: readonly AuditFile[],
  locale: Locale,
  io: Io,
): Promise<AuditFile[]> {
  const written: AuditFile[] = [];
  for (const file of files) {
    try {
      writeWhole(file.path, await FORMS[file.format](report));
      written.push(file);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      io.err(`${say('notWritten', locale, { path: file.path, code })}\n`);
    }
  }
  return written;
}
