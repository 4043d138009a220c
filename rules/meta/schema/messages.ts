import type { MessageTemplate } from '../../rule.js';

/** What can be wrong with the block of front matter as a whole, by the ids of its problems. */
// biome-ignore format: a row a language
export const BLOCK_MESSAGES: Readonly<Record<string, MessageTemplate>> = {
  language: say('文首元数据标了别的语言“{language}”，不会执行，也没有读取',
    'The front matter asks for another language, "{language}"; it was neither run nor read',
    '请只用三个短横线 --- 开头，里面写 YAML', 'Begin it with --- alone and write YAML'),
  unclosed: say('文首元数据没有结束', 'The front matter is not closed',
    '请在元数据最后另起一行写 ---', 'Write --- on a line of its own below it'),
  closing: say('文首元数据的结束行写成了“{line}”', 'The line that closes the front matter reads "{line}"',
    '结束行只写三个短横线 ---', 'Write --- alone on that line'),
  notFirst: say('文首元数据没有从第一行的 --- 开始，没有读取',
    'The front matter does not begin with --- on the first line, so it was not read',
    '请让三个短横线 --- 独占第一行，前面不留空行',
    'Write --- alone on the first line, with no blank lines before it'),
  tooLarge: say('文首元数据有 {size} 个字符，超过上限 {limit}，没有读取',
    'The front matter has {size} characters, more than the limit of {limit}, and was not read',
    '请把正文移到元数据之后；确实需要的，在配置的 limits.frontMatterSize 里调高',
    'Move the text below the front matter, or raise limits.frontMatterSize in the config'),
  tooDeep: say('文首元数据嵌套超过 {limit} 层，没有读取',
    'The front matter is nested more than {limit} deep and was not read',
    '请减少嵌套；确实需要的，在配置的 limits.frontMatterDepth 里调高',
    'Nest it less, or raise limits.frontMatterDepth in the config'),
  syntax: say('文首元数据从这里起不合 YAML 写法（{code}），没有读取',
    'From here on the front matter is not YAML ({code}), so it was not read',
    '请检查缩进、冒号后的空格、引号和括号是否成对，以及有没有重复的键',
    'Check indentation, the blank behind colons, pairs of quotes and brackets, and repeated keys'),
  fullWidthColon: say('“{key}”后面用了全角冒号，文首元数据没有读取',
    'There is a full-width colon behind "{key}", so the front matter was not read',
    '请改成半角冒号加一个空格', 'Write a plain colon and a blank'),
  noBlank: say('“{key}”的冒号后面没有空格，文首元数据没有读取',
    'There is no blank behind the colon of "{key}", so the front matter was not read',
    '请在冒号后面加一个半角空格', 'Put a plain blank there'),
  alias: say('文首元数据用了 YAML 的锚点或别名，没有读取',
    'The front matter uses YAML anchors or aliases and was not read',
    '请把内容直接写出来；以 & 或 * 开头的文字请加引号',
    'Write the value out; quote a text that begins with & or *'),
  tag: say('文首元数据用了 YAML 标签，没有读取', 'The front matter uses YAML tags and was not read',
    '请去掉以 ! 开头的标签；以 ! 开头的文字请加引号', 'Remove the tag; quote a text that begins with !'),
  notMapping: say('文首元数据不是“键: 值”的写法', 'The front matter is not written as "key: value"',
    '请每行写一项，例如“标题: 关于……的解读”', 'Write one item a line, for instance "title: …"'),
  repeatedKey: say('“{key}”写了两次（中英文写法算同一项）',
    '"{key}" stands twice (English and Chinese names are one key)',
    '请只留一处', 'Keep one of them'),
};

/** What can be wrong with a key or a value, by the kinds of problem of the schema. */
// biome-ignore format: a row a language
export const VALUE_MESSAGES: Readonly<Record<string, MessageTemplate>> = {
  missingKey: say('文首元数据缺少 {key}（{chinese}）', 'The front matter lacks {key} ({chinese})',
    '请补上一行“{chinese}: ……”', 'Add a line "{key}: …"'),
  emptyValue: say('文首元数据的“{key}”是空的', 'In the front matter "{key}" is empty', '请填写', 'Fill it in'),
  unknownKey: say('文首元数据里没有“{key}”这一项', 'There is no key "{key}" in the front matter', '{hint}', '{hint}'),
  misplacedKey: say('“{key}”不是这类文件的元数据', '"{key}" is no key of this kind of document',
    '请删去，或核对 kind（类型）写得对不对', 'Remove it, or check whether `kind` is right'),
  wrongType: say('“{key}”的写法不对', 'The value of "{key}" is of the wrong type',
    '应当写成{expected}', 'Write {expected}'),
  notOneOf: say('“{key}”不能写“{value}”', '"{key}" cannot be "{value}"', '{hint}', '{hint}'),
  wrongForm: say('“{key}”的值不合要求', 'The value of "{key}" is not allowed', '请核对', 'Check it'),
};

function say(what: string, whatEn: string, todo: string, todoEn: string): MessageTemplate {
  return { what: { 'zh-CN': what, en: whatEn }, todo: { 'zh-CN': todo, en: todoEn } };
}
