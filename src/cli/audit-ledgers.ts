import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { AuditReport } from '../audit/audit-report.js';
import type { LedgerRow, Ledgers } from '../audit/ledger.js';
import { ledgerRows } from '../audit/ledger-rows.js';
import { displayPath } from '../files/display.js';
import { gitRootOf } from '../files/ignore.js';
import { leadsOut, lookInto } from '../files/links.js';
import { readBytes } from '../files/read.js';
import type { Locale } from '../language/locale.js';
import { printable } from '../report/terminal-text.js';
import { baseFrom } from './audit-files.js';
import { type Io, UserError } from './io.js';
import { replacing, writeOrTell } from './outputs.js';
import { say } from './words.js';

/** Ledgers that came back. */
export interface ReadLedgers extends Ledgers {
  /** The files they were read from, absolute. */
  readonly files: readonly string[];
  /** True where a spreadsheet could not be read, or is no ledger; it has been told. */
  readonly failed: boolean;
}

/**
 * Reads the departments' ledgers in a folder. A spreadsheet that is none is told on standard error, and the others are read.
 * @throws UserError where there is no such folder, or no spreadsheet in it
 */
export async function readLedgers(folder: string, locale: Locale, io: Io): Promise<ReadLedgers> {
  const path = resolve(io.cwd, folder);
  if (!lookInto(path)?.isDirectory()) throw new UserError(say('noFolder', locale, { folder }));
  // Programs that have a spreadsheet open put a file beside it.
  const found = readdirSync(path).filter((name) => !/^(?:~\$|\.)/.test(name));
  const names = found.filter((name) => /\.xlsx$/i.test(name));
  const others = found.filter((name) => OTHER_SPREADSHEET.test(name)).sort();
  const shown = (name: string) => displayPath(io.cwd)(join(path, name));
  for (const name of others) io.err(`${printable(say('ledgerOther', locale, { file: shown(name) }))}\n`);
  if (names.length === 0) throw new UserError(say('ledgerNone', locale, { folder }));
  const archive = gitRootOf(path) ?? path;
  const read: { file: string; rows: LedgerRow[] }[] = [];
  for (const name of names.sort()) {
    const file = join(path, name);
    const rows = leadsOut(file, archive) ? null : await rowsIn(file);
    if (rows) read.push({ file, rows });
    else io.err(`${printable(say('ledgerUnread', locale, { file: shown(name) }))}\n`);
  }
  return {
    files: read.map(({ file }) => file),
    departments: read.map(({ file }) => departmentOf(file)),
    rows: read.flatMap(({ rows }) => rows),
    failed: read.length < names.length + others.length,
  };
}

/** Spreadsheets that are not read. */
const OTHER_SPREADSHEET = /\.(?:xlsm|xls|et|ods|csv)$/i;

/** The rows of the ledger in a file; null where it holds none. */
async function rowsIn(file: string): Promise<LedgerRow[] | null> {
  const bytes = readBytes(file);
  if ('id' in bytes) return null;
  const { readSpreadsheet } = await import('../import/spreadsheet.js');
  const spreadsheet = await readSpreadsheet(bytes);
  if (!spreadsheet) return null;
  const { sheets, dayOffset } = spreadsheet;
  const ledgers = sheets
    .map(({ rows }) => ledgerRows(rows, departmentOf(file), dayOffset))
    .filter((rows) => rows !== null);
  return ledgers.length > 0 ? ledgers.flat() : null;
}

function departmentOf(file: string): string {
  return basename(file).replace(/\.xlsx$/i, '');
}

/** Where the departments' ledgers go, and what was read before. */
export interface LedgerTarget {
  /** As it was named. */
  readonly folder: string;
  /** The ledgers that were read back: what people filled in there is in the new ones, so that they may be replaced. */
  readonly read: ReadLedgers | undefined;
  /** The folder that the report's paths are relative to, absolute. */
  readonly archive: string;
  /** Write over what people filled in, too. */
  readonly force?: boolean | undefined;
}

/**
 * Writes a ledger for each department that has something to put right. What people filled in is never written over unread.
 * @returns the files that were written, absolute, and whether all were; what was not has been told
 */
export async function writeLedgers(
  report: AuditReport,
  { folder, read, archive, force = false }: LedgerTarget,
  locale: Locale,
  io: Io,
): Promise<{ readonly written: readonly string[]; readonly failed: boolean }> {
  const [{ departmentLedgers }, { workbookOf }] = await Promise.all([
    import('../audit/ledger-tables.js'),
    import('../audit/workbook.js'),
  ]);
  const path = resolve(io.cwd, folder);
  const ledgers = departmentLedgers(report, baseFrom(join(path, 'x.xlsx'), archive), read);
  const written: string[] = [];
  for (const { file: name, table } of ledgers) {
    const file = join(path, `${name}.xlsx`);
    if (existsSync(file) && !force && !read?.files.includes(file) && (await holdsWork(file))) {
      io.err(`${printable(say('ledgerFilled', locale, { file: displayPath(io.cwd)(file), folder }))}\n`);
      continue;
    }
    // What is there was looked into: a link it may still not be.
    const how = replacing(() => true, {}, io);
    if (writeOrTell(file, await workbookOf([table], report.date), how, locale, io)) written.push(file);
  }
  return { written, failed: written.length < ledgers.length };
}

/** Whether a file is anything but a ledger as it was handed out. */
async function holdsWork(file: string): Promise<boolean> {
  const rows = await rowsIn(file);
  return !rows || rows.some(({ responsible, due, said }) => responsible !== '' || due !== '' || said !== '');
}
