import { clausesInForce, presetsInForce } from '../config/in-force.js';
import { presetNames } from '../config/resolve.js';
import { inertJson } from '../report/inert-json.js';
import { printable } from '../report/terminal-text.js';
import { clauseRows, clausesAsMarkdown, clausesAsText } from './clause-table.js';
import type { Io } from './io.js';
import { Session, type SessionOptions } from './session.js';

export interface ClausesFlags extends SessionOptions {
  readonly format: 'text' | 'json' | 'markdown';
}

/**
 * `jiedu-lint clauses`: which rule checks which clause, and what is left to people. Of the presets that `--preset` or the config
 * names; where nothing names any, of all sources.
 */
export async function clauses(flags: ClausesFlags, io: Io): Promise<number> {
  const session = new Session(io, flags);
  const { layers, known } = await session.standing();
  const { locale } = session;
  const named = layers.presets || layers.config;
  const some = named ? clausesInForce(presetsInForce(presetNames(layers), known), known) : known.clauses.clauses;
  const rows = clauseRows(some, known.clauses, (id) => known.rules.has(id), locale);
  if (flags.format === 'json') io.out(`${inertJson(rows, 2)}\n`);
  else if (flags.format === 'markdown') io.out(clausesAsMarkdown(rows, locale));
  else io.out(`${clausesAsText(rows, locale).split('\n').map(printable).join('\n')}`);
  return 0;
}
