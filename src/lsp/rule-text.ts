import type { ClauseTable } from '../../rules/clauses.js';
import type { Rule } from '../../rules/rule.js';
import type { Locale } from '../language/locale.js';
import type { LspHost } from './lsp-host.js';

/**
 * A rule's page, shortened, as Markdown: what it demands, the clauses in full, an example of how it is done.
 * @param clauses ids of those to show; all that ask for the rule where absent
 * @param withExample false where several rules are shown together
 */
export function ruleText(
  rule: Rule,
  table: ClauseTable,
  locale: Locale,
  world: LspHost,
  { clauses, withExample = true }: { readonly clauses?: readonly string[]; readonly withExample?: boolean } = {},
): string {
  const zh = locale === 'zh-CN';
  const page = world.page(rule.id, locale);
  const name = page ? `[${rule.id}](${world.uriOf(page.path)})` : `\`${rule.id}\``;
  const ids = clauses ?? table.forRule(rule.id).map(({ id }) => id);
  const cited = ids.flatMap((id) => clauseText(id, table, locale));
  const example = withExample && page ? exampleIn(page.text, locale) : '';
  return [
    `**${name}** ${rule.demand[locale]}${zh ? '。' : '.'}`,
    ...(cited.length > 0 ? [`${zh ? '依据：' : 'Required by:'}\n\n${cited.join('\n')}`] : []),
    ...(example ? [`${zh ? '这样写就可以：' : 'This passes:'}\n\n${example}`] : []),
  ].join('\n\n');
}

function clauseText(id: string, table: ClauseTable, locale: Locale): string[] {
  const clause = table.get(id);
  if (!clause) return [];
  const source = table.source(clause.source);
  const stop = locale === 'zh-CN' ? '：' : ': ';
  const title = source ? `${source.name}${source.number ? ` ${source.number}` : ''} ` : '';
  return [`- ${title}${clause.article[locale]}${stop}${clause.demand[locale]}`];
}

/** The page's first example of a document that meets the rule. */
function exampleIn(page: string, locale: Locale): string {
  const heading = locale === 'zh-CN' ? '## 正例' : '## Good examples';
  const at = page.indexOf(`\n${heading}`);
  const examples = at < 0 ? '' : page.slice(at);
  const opening = /\n(`{3,})markdown\n/.exec(examples);
  if (!opening) return '';
  const closing = `\n${opening[1]}\n`;
  const end = `${examples}\n`.indexOf(closing, opening.index + opening[0].length - 1);
  return end < 0 ? '' : examples.slice(opening.index, end + closing.length).trim();
}
