import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rules } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import { ELEMENT_IDS, ELEMENT_NAMES } from '../elements/catalogue.js';
import type { Configuration } from '../engine/configuration.js';
import { displayPath } from '../files/display.js';
import { slashed } from '../files/ignore.js';
import type { Locale } from '../language/locale.js';
import { suggest } from '../language/suggest.js';
import { addedRulePage } from '../reference/rule-page.js';
import { engineFor } from './engine-for.js';
import type { Flags } from './flags.js';
import { type Context, UserError } from './io.js';
import { say } from './words.js';

/**
 * `jiedu-lint explain RULE`: the rule's page, the same that stands in docs/rules; of a rule that the config in force brings along,
 * a page made of what the rule says of itself.
 * @throws UserError for a name no rule has, EngineError for mistakes in options and configs
 */
export async function explain(name: string, flags: Flags, io: Context): Promise<number> {
  const { configuration } = engineFor(flags, io);
  const known = idNamed(name);
  const prepared = configuration.prepare([resolve(io.cwd, 'x')]);
  // What ships can be looked up while the config that happens to lie here is broken, but not under one that was asked for.
  await (known && (flags.config ?? flags.preset ?? flags.rule) === undefined ? prepared.catch(() => {}) : prepared);
  if (known) return shipped(known, configuration.locale, io);
  const rule = configuration.rules.find(({ id }) => id === name);
  if (rule) {
    io.out(`${await ownPage(rule, configuration, io)}\n`);
    return 0;
  }
  const ids = configuration.rules.map(({ id }) => id);
  throw new UserError(say('noRule', configuration.locale, { name, near: suggest(name, ids) }));
}

/** The rule that ships under an id, or that finds the element of a Chinese name: 涉及范围 is element/scope. */
function idNamed(name: string): string | undefined {
  const element = ELEMENT_IDS.find((id) => ELEMENT_NAMES[id]['zh-CN'] === name);
  const id = element ? `element/${element}` : name;
  return rules.some((rule) => rule.id === id) ? id : undefined;
}

function shipped(name: string, locale: Locale, io: Context): number {
  const page = join(io.root, 'docs', 'rules', `${name}${locale === 'en' ? '.en' : ''}.md`);
  if (!existsSync(page)) throw new UserError(say('noPage', locale, { name }));
  io.out(`${readFileSync(page, 'utf8').trimEnd()}\n`);
  return 0;
}

async function ownPage(rule: Rule, configuration: Configuration, io: Context): Promise<string> {
  const { known, layers } = await configuration.standing();
  const plugin = known.plugins?.find((one) => rule.id.startsWith(`${one.name}/`));
  const origin = displayPath(io.cwd)(slashed(plugin?.path ?? layers.config?.path ?? ''));
  return addedRulePage(rule, configuration.configFor(slashed(resolve(io.cwd, 'x'))), origin, configuration.locale);
}
