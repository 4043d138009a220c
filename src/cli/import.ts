import { isAbsolute, join, resolve } from 'node:path';
import { markOf } from '../../rules/secrecy-marks.js';
import { displayPath } from '../files/display.js';
import { importJobs } from '../import/import-jobs.js';
import { jobsFor } from '../import/jobs.js';
import { type ImportReport, reportText } from '../import/report-text.js';
import { converter } from '../import/thread.js';
import { sayFailure, sayImport } from '../import/words.js';
import { inertJson } from '../report/inert-json.js';
import { printable } from '../report/terminal-text.js';
import { engineFor } from './engine-for.js';
import type { Flags } from './flags.js';
import type { Context } from './io.js';
import { sayProblem } from './left-out.js';
import { refuseNoFolder } from './outputs.js';

/**
 * `jiedu-lint import FILES…`: Word files and saved pages to Markdown, and a report of what was guessed.
 * @returns 0 where all was imported, 2 where anything was not
 */
export async function importFiles(patterns: readonly string[], flags: Flags, io: Context): Promise<number> {
  const { configuration } = engineFor(flags, io);
  if (flags.outputDir !== undefined) refuseNoFolder(flags.outputDir, flags.locale ?? 'zh-CN', io);
  const { jobs, problems, own } = await jobsFor(patterns, io.cwd, flags.outputDir);
  await configuration.prepare(
    jobs.length > 0 ? jobs.map(({ folder, stem }) => join(folder, `${stem}.md`)) : [resolve(io.cwd, 'x')],
  );
  const { locale } = configuration;
  const show = displayPath(io.cwd);
  const failed: ImportReport['failed'][number][] = [];
  const fail = (source: string, reason: string, message: string, line = message) => {
    failed.push({ source, reason, message });
    io.err(`${printable(line)}\n`);
  };
  for (const { id, pattern } of problems) {
    const shown = isAbsolute(pattern) ? show(pattern) : pattern;
    const message =
      id === 'notFound' ? sayProblem({ id, pattern: shown }, locale) : sayImport(id, locale, { pattern: shown });
    fail(shown, id, message);
  }
  const { convert, end } = converter(io.threads);
  const { done, notDone } = await importJobs(jobs, {
    rootFor: (target) => configuration.settingsFor(target).root,
    ...{ locale, convert, update: flags.update === true, within: io.cwd },
  }).finally(end);
  for (const { source, target = '', reason, data } of notDone) {
    const message = sayFailure(reason, locale, { target: show(target), ...data });
    fail(show(source), reason, message, `${show(source)}  ${message}`);
  }
  const report: ImportReport = {
    imported: done.map(({ source, target, imported: { format, kind, notes, margins }, guesses, missing }) => ({
      ...{ source: show(source), target: show(target), format, kind },
      guesses: guesses.map(({ key, value, from, sure }) => ({ key, value, from: from[locale], written: sure })),
      ...{ missing, notes },
      marks: margins.flatMap((line) => markOf(line)?.text ?? []),
    })),
    ...{ failed, own: own.map(show) },
  };
  io.out(
    flags.format === 'json' ? `${inertJson(report)}\n` : `${reportText(report, locale).map(printable).join('\n')}\n`,
  );
  return failed.length > 0 ? 2 : 0;
}
