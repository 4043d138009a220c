import { rules as allRules } from '../../rules/index.js';
import { type Key, KINDS } from '../document/vocabulary.js';
import type { Locale } from '../language/locale.js';
import { hintFor } from '../lint/draft.js';

/** What the vocabulary says of a key of front matter, as Markdown. */
export function keyText(key: Key, locale: Locale): string {
  const zh = locale === 'zh-CN';
  const [colon, comma] = zh ? ['：', '、'] : [': ', ', '];
  const line = (name: string, chinese: string, said: string) => (said ? [`${zh ? chinese : name}${colon}${said}`] : []);
  const kinds = KINDS.filter(({ kind }) => key.kinds?.includes(kind)).map(({ kind, chinese }) =>
    zh ? chinese[0] : kind,
  );
  const values = key.key === 'kind' ? KINDS.map(({ kind, chinese }) => `${kind} ${chinese[0]}`) : (key.values ?? []);
  const rules = allRules
    .filter(({ draft: { keys = [], policyKeys = [] } = {} }) => [...keys, ...policyKeys].includes(key.key))
    .map(({ id }) => `\`${id}\``);
  return [
    `**${zh ? `${key.chinese}（${key.key}）` : `${key.key} (${key.chinese})`}**`,
    ...line('Value', '写法', typeText(key, locale)),
    ...line('One of', '可写', key.type === 'enum' ? values.join(comma) : ''),
    ...line('Keys', '其中的项', (key.keys ?? []).map(({ key: name, chinese }) => `${chinese} ${name}`).join(comma)),
    ...line('In', '用于', kinds.join(comma)),
    ...line('Read by', '哪些规则看它', rules.join(comma)),
  ].join('\n\n');
}

function typeText(key: Key, locale: Locale): string {
  if (key.type === 'map' || key.type === 'enum') {
    const [one, several] = locale === 'zh-CN' ? ['一项', '几项的列表'] : ['one', 'a list'];
    return key.list === 'only' ? several : one;
  }
  return hintFor(key, locale);
}
