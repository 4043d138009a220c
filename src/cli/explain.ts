import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../rules/index.js';
import type { Locale } from '../language/locale.js';
import { suggest } from '../language/suggest.js';
import { type Io, UserError } from './io.js';
import { say } from './words.js';

/**
 * `jiedu-lint explain RULE`: the rule's page, the same that stands in docs/rules.
 * @param packageRoot the folder that holds `docs`
 * @throws UserError for a name no rule has
 */
export function explain(name: string, locale: Locale, packageRoot: string, io: Io): number {
  const ids = rules.map(({ id }) => id);
  if (!ids.includes(name)) {
    const near = suggest(name, ids);
    throw new UserError(
      say('noRule', locale, { name }) +
        (near ? `${locale === 'en' ? '. ' : '。'}${say('didYouMean', locale, { name: near })}` : ''),
    );
  }
  const page = join(packageRoot, 'docs', 'rules', `${name}${locale === 'en' ? '.en' : ''}.md`);
  if (!existsSync(page)) throw new UserError(say('noPage', locale, { name }));
  io.out(`${readFileSync(page, 'utf8').trimEnd()}\n`);
  return 0;
}
