import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AuditReport } from '../audit/audit-report.js';
import { type AuditForm, FORMS } from '../audit/forms.js';
import { inAddress } from '../audit/links.js';
import { isAudit } from '../audit/signature.js';
import { slashed } from '../files/ignore.js';
import type { Locale } from '../language/locale.js';
import type { Flags } from './flags.js';
import type { Io } from './io.js';
import { refuseOutputs, replacing, writeOrTell } from './outputs.js';

/** A file to write. */
export interface AuditFile {
  readonly form: AuditForm;
  /** Absolute. */
  readonly path: string;
}

/**
 * The files to write. Reports are written over; what may be somebody's document is not.
 * @param documents the files to be audited, absolute
 * @throws UserError for a file that is asked for twice, that is a folder, a link, a document, or that others wrote
 */
export function filesAsked(flags: Flags, documents: readonly string[], locale: Locale, io: Io): AuditFile[] {
  const files = (Object.keys(FORMS) as AuditForm[]).flatMap((form) => {
    const file = flags[form];
    return file === undefined
      ? []
      : [{ form, file, option: `--${form}`, path: resolve(io.cwd, file), ending: `.${form}` }];
  });
  refuseOutputs(files, { documents }, replacing(isAudit, flags, io), locale);
  return files;
}

/**
 * Writes the reports, each whole or not at all. One that cannot be written is told on standard error, and the others are written.
 * @param archive the folder that the report's paths are relative to, absolute
 * @returns those that were written
 */
export async function writeAudit(
  report: AuditReport,
  files: readonly AuditFile[],
  archive: string,
  flags: Flags,
  locale: Locale,
  io: Io,
): Promise<AuditFile[]> {
  const written: AuditFile[] = [];
  for (const file of files) {
    const content = await FORMS[file.form](report, baseFrom(file.path, archive));
    if (writeOrTell(file.path, content, replacing(isAudit, flags, io), locale, io)) written.push(file);
  }
  return written;
}

/** Where the files of an archive lie as seen from a report: what stands before their paths in an address. */
export function baseFrom(report: string, archive: string): string {
  const way = relative(dirname(report), archive);
  if (way === '') return '';
  // From one drive to another no way leads.
  const base = isAbsolute(way) ? pathToFileURL(way).href : inAddress(slashed(way));
  return base.endsWith('/') ? base : `${base}/`;
}
