import { displayPath } from '../files/display.js';
import { UNREAD } from '../files/find.js';
import { slashed } from '../files/ignore.js';
import { sayNote } from '../import/words.js';
import { type ReadProblem, sayReadProblem } from '../lint/read-problems.js';
import { inertJson } from '../report/inert-json.js';
import { inspectionText } from '../report/inspection-text.js';
import { engineFor } from './engine-for.js';
import type { Flags } from './flags.js';
import { type Context, UserError } from './io.js';
import { sayProblem } from './left-out.js';
import { say } from './words.js';

/** `jiedu-lint inspect FILE…`: what the linter saw in each file, and why. */
export async function inspect(patterns: readonly string[], flags: Flags, io: Context): Promise<number> {
  if (patterns.length === 0) throw new UserError(say('needsFile', flags.locale ?? 'zh-CN'));
  const engine = engineFor(flags, io, { ignore: false });
  const { paths, problems } = await engine.find(patterns);
  const { locale } = engine.configuration;
  const shown = displayPath(io.cwd);
  const unread = (path: string, problem: ReadProblem) => io.err(`${shown(path)}  ${sayReadProblem(problem, locale)}\n`);
  for (const problem of problems) {
    if (UNREAD.has(problem.id) && problem.path) unread(slashed(problem.path), { id: problem.id, data: {} });
    else io.err(`${sayProblem(problem, locale)}\n`);
  }
  const seen = await engine.inspect(paths, flags.why === true);
  for (const { path, problem } of seen.unread) unread(path, problem);
  io.out(
    flags.format === 'json'
      ? `${inertJson(seen.inspections)}\n`
      : seen.inspections.map((it) => inspectionText(it, locale, shown, sayNote)).join('\n'),
  );
  return problems.length > 0 || seen.unread.length > 0 ? 2 : 0;
}
