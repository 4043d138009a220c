import { clausesInForce, presetsInForce } from '../config/in-force.js';
import { presetNames } from '../config/resolve.js';
import { clauseRows, clausesAsMarkdown, clausesAsText } from '../reference/clause-table.js';
import { inertJson } from '../report/inert-json.js';
import { printable } from '../report/terminal-text.js';
import { type ConfigFlags, engineFor } from './engine-for.js';
import type { Io } from './io.js';

export interface ClausesFlags extends ConfigFlags {
  readonly format: 'text' | 'json' | 'markdown';
}

/**
 * `jiedu-lint clauses`: which rule checks which clause, and what is left to people. Of the presets that `--preset` or the config
 * names; where nothing names any, of all sources.
 */
export async function clauses(flags: ClausesFlags, io: Io): Promise<number> {
  const { configuration } = engineFor(flags, io);
  const { layers, known } = await configuration.standing();
  const { locale } = configuration;
  const named = layers.presets || layers.config;
  const some = named ? clausesInForce(presetsInForce(presetNames(layers), known), known) : known.clauses.clauses;
  const rows = clauseRows(some, known.clauses, (id) => known.rules.has(id), locale);
  if (flags.format === 'json') io.out(`${inertJson(rows, 2)}\n`);
  else if (flags.format === 'markdown') io.out(clausesAsMarkdown(rows, locale));
  else io.out(`${clausesAsText(rows, locale).split('\n').map(printable).join('\n')}`);
  return 0;
}
