import { comparePresets } from '../config/compare-presets.js';
import { clausesInForce, presetsInForce } from '../config/in-force.js';
import { presetNames } from '../config/resolve.js';
import { clauseRows, clausesAsMarkdown, clausesAsText } from '../reference/clause-table.js';
import { comparisonAsData, comparisonAsMarkdown, comparisonAsText } from '../reference/comparison-table.js';
import { inertJson } from '../report/inert-json.js';
import { printable } from '../report/terminal-text.js';
import { engineFor } from './engine-for.js';
import type { Flags } from './flags.js';
import { type Context, type Io, UserError } from './io.js';
import { say } from './words.js';

/**
 * `jiedu-lint clauses`: which rule checks which clause, and what is left to people. Of the presets that `--preset` or the config
 * names; where nothing names any, of all sources.
 */
export async function clauses(flags: Flags, io: Context): Promise<number> {
  if (flags.compare) return compare(flags.compare, flags, io);
  const { configuration } = engineFor(flags, io);
  const { layers, known } = await configuration.standing();
  const { locale } = configuration;
  const named = layers.presets || layers.config;
  const some = named ? clausesInForce(presetsInForce(presetNames(layers), known), known) : known.clauses.clauses;
  const rows = clauseRows(some, known.clauses, (id) => known.rules.has(id), locale);
  return write(rows, clausesAsMarkdown(rows, locale), clausesAsText(rows, locale), flags, io);
}

/**
 * `jiedu-lint clauses --compare A B`: what one preset asks and the other does not.
 * @throws UserError where there are not two of them, or one is not known
 */
async function compare(written: readonly string[], flags: Flags, io: Context): Promise<number> {
  const { configuration } = engineFor({ ...flags, preset: written }, io);
  const { layers, known } = await configuration.standing();
  const { locale } = configuration;
  const [first, second, ...more] = layers.presets ?? [];
  if (first === undefined || second === undefined || more.length > 0) throw new UserError(say('twoPresets', locale));
  const names = [first, second].map((name) => known.presets.get(name)?.name ?? name) as [string, string];
  const comparison = { names, ...comparePresets(first, second, known) };
  const data = comparisonAsData(comparison, locale);
  return write(data, comparisonAsMarkdown(comparison, locale), comparisonAsText(comparison, locale), flags, io);
}

/** Writes what was asked for in the form that was asked for. */
function write(data: object, markdown: string, text: string, { format }: Flags, io: Io): number {
  if (format === 'json') io.out(`${inertJson(data, 2)}\n`);
  else io.out(format === 'markdown' ? markdown : text.split('\n').map(printable).join('\n'));
  return 0;
}
