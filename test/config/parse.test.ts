import { describe, expect, it } from 'vitest';
import { parseOwnPreset } from '../../src/config/own-preset.js';
import { parseConfig } from '../../src/config/parse.js';
import { known } from './known.js';

const parse = (text: string, file = '/档案/jiedu-lint.config.yaml') => parseConfig(text, file, known);
const problemsOf = (text: string) =>
  parse(text).problems.map(({ line, column, message }) => `${line}:${column} ${message.en}`);

describe('a good config', () => {
  it('is read with every list a list', () => {
    const { config, problems } = parse(`extends: [recommended, city]
rules:
  length/max-length: [error, { max: 2500 }]
  element/scope: 1
overrides:
  - files: 吹风会/**
    kind: 吹风会发布稿
    rules: { element/scope: "off" }
ignores: ["草稿/", "*.tmp.md"]
archive:
  root: 文件库
  baseUrl: https://www.example.gov.cn/zc/
  departments: { 市数字化发展局: 市数发局, 市政务服务局: [市审批局, 政务大厅] }
locale: en
paths: [文件库]
`);
    expect(problems).toEqual([]);
    expect(config).toEqual({
      path: '/档案/jiedu-lint.config.yaml',
      folder: '/档案',
      extends: ['recommended', 'city'],
      rules: new Map([
        ['length/max-length', { severity: 'error', options: { max: 2500 } }],
        ['element/scope', { severity: 'warn' }],
      ]),
      overrides: [
        {
          files: ['吹风会/**'],
          excludedFiles: [],
          kind: 'briefing',
          rules: new Map([['element/scope', { severity: 'off' }]]),
        },
      ],
      ignores: ['草稿/', '*.tmp.md'],
      archive: {
        root: '/档案/文件库',
        baseUrls: ['https://www.example.gov.cn/zc'],
        departments: { 市数字化发展局: ['市数发局'], 市政务服务局: ['市审批局', '政务大厅'] },
      },
      locale: 'en',
      paths: ['文件库'],
    });
  });

  it('extends recommended where it does not say, and nothing where it says so', () => {
    expect(parse('locale: en').config?.extends).toEqual(['recommended']);
    expect(parse('extends: []').config?.extends).toEqual([]);
  });

  it('may be empty, or hold keys without values', () => {
    expect(parse('').problems).toEqual([]);
    expect(parse('# nothing yet\n').problems).toEqual([]);
    expect(parse('ignores:\n# - drafts\nrules:\n').problems).toEqual([]);
  });

  it('may be JSON indented by tabs', () => {
    const { config, problems } = parse(
      '{\n\t"extends": "city",\n\t"rules": {\n\t\t"element/scope": ["warn", {"heading": true}]\n\t}\n}\n',
    );
    expect(problems).toEqual([]);
    expect(config?.rules.get('element/scope')).toEqual({ severity: 'warn', options: { heading: true } });
  });
});

describe('a mistake is named with its place and what was meant', () => {
  it.each([
    ['rulse: {}', '1:1 There is no key "rulse"; did you mean "rules"?'],
    ['locale: en\nplugin: []', '2:1 There is no key "plugin"; did you mean "plugins"?'],
    ['extends: recomended', '1:10 There is no preset "recomended"; did you mean "recommended"?'],
    [
      'extends:\n  - city\n  - paris',
      '3:5 There is no preset "paris"; it can be: recommended, city, round, short, mild, long',
    ],
    ['rules:\n  element/socpe: error', '2:3 There is no rule "element/socpe"; did you mean "element/scope"?'],
    ['rules:\n  max-length: error', '2:3 There is no rule "max-length"; did you mean "length/max-length"?'],
    ['rules:\n  nothing/like-it: error', '2:3 There is no rule "nothing/like-it"; docs/rules/README.md has the names'],
    ['rules:\n  element/scope: warning', '2:18 "rules.element/scope" cannot be warning; did you mean "warn"?'],
    ['rules:\n  element/scope: 3', '2:18 "rules.element/scope" cannot be 3; it can be: off, warn, error, 0, 1, 2'],
    ['rules:\n  element/scope: [errr, {}]', '2:19 "rules.element/scope[0]" cannot be errr; did you mean "error"?'],
    [
      'rules:\n  element/scope: [error, true]',
      '2:26 "rules.element/scope[1]" must be a map of keys, and is true or false',
    ],
    ['rules:\n  length/max-length: [error, { mx: 1 }]', '2:32 There is no key "mx"; did you mean "max"?'],
    ['rules:\n  length/max-length: [error, { max: many }]', '2:37 "max" must be a whole number, and is text'],
    ['rules:\n  length/max-length: [error, { max: 0 }]', '2:37 "max" must be at least 1'],
    ['rules:\n  length/max-length: [error, { max: 9 }, 3]', '2:22 "rules.length/max-length" must have at most 2 items'],
    ['rules:\n  length/max-length: [error, { count: al }]', '2:39 "count" cannot be al; did you mean "all"?'],
    ['rules:\n  element/scope:', '2:3 "rules.element/scope" cannot be null; it can be: off, warn, error, 0, 1, 2'],
    ['overrides:\n  - rules: {}', '2:5 "files" is missing; add it'],
    [
      'overrides:\n  - files: a.md\n    kind: briefings',
      '3:11 "overrides[0].kind" cannot be briefings; did you mean "briefing"?',
    ],
    [
      'overrides:\n  - files: a.md\n    rules: { a/b: warn }',
      '3:14 There is no rule "a/b"; docs/rules/README.md has the names',
    ],
    ['ignores: drafts', '1:10 "ignores" must be a list, and is text'],
    ['archive: { baseUrl: ftp://x }', '1:21 "archive.baseUrl" is ftp://x, which does not have the form ^https?://'],
    ['locale: zh', '1:9 "locale" cannot be zh; it can be: zh-CN, en'],
    ['- rules', '1:1 A config is made of keys with values, such as "extends: recommended"'],
  ])('%j', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it.each([
    'ignores: ["*a*a*a*a*a*b"]',
    'paths: ["*a*a*a*a*a*b"]',
    'ignores: ["**/a/**/b/**/c/**/d/**"]',
    'ignores: ["*a*a*/*a*a*/b*b*"]',
    'ignores: ["{a,b}{a,b}{a,b}{a,b}"]',
    `ignores: [x, "{${'a,'.repeat(50)}b}"]`,
    `ignores: ["${'a'.repeat(1001)}"]`,
    'overrides: [{ files: "*甲*甲*甲*甲*乙", rules: {} }]',
    'overrides: [{ files: a.md, excludedFiles: [a, "*a*a*a*a*b"], rules: {} }]',
  ])('refuses globs that would take too long: %s', (text) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(/has too many \* or \{\}/)]);
  });

  it.each([
    ['ignores: [a, "草稿\\\\*.md"]', '1:14', '草稿/*.md'],
    ["ignores: ['docs\\a.md']", '1:11', 'docs/a.md'],
    ["paths: ['docs\\2024']", '1:9', 'docs/2024'],
    ["overrides: [{ files: 'docs\\**\\*.md', rules: {} }]", '1:22', 'docs/**/*.md'],
    ["overrides: [{ files: a.md, excludedFiles: [b, 'docs\\{a,b}.md'], rules: {} }]", '1:47', 'docs/{a,b}.md'],
  ])('refuses globs whose folders are parted by backslashes, which match nothing: %s', (text, place, meant) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^\d+:\d+ .* parts? .* with \//)]);
    expect(problemsOf(text)[0]).toMatch(new RegExp(`^${place} `));
    expect(problemsOf(text)[0]).toContain(`"${meant}"`);
  });

  it.each(['通知\\[2023\\]*.md', 'a\\{b\\}.md', '说明\\(一\\).md', '\\!a.md', 'a/b.md'])(
    'takes globs whose backslashes take marks for themselves: %s',
    (glob) => expect(problemsOf(`ignores: ['${glob}']`)).toEqual([]),
  );

  it('tells every one', () => {
    expect(problemsOf('rules: { a/b: warn, element/scop: warn }\nextends: x')).toHaveLength(3);
    expect(problemsOf('lokale: en\npaths: 3')).toHaveLength(2);
  });

  it('counts lines that end in CRLF', () => {
    expect(problemsOf('locale: en\r\nrules:\r\n  a/b: warn\r\n')).toEqual([expect.stringMatching(/^3:3 /)]);
  });

  it('speaks Chinese', () => {
    expect(parse('rulse: {}').problems[0]?.message['zh-CN']).toBe('没有“rulse”这一项；是不是想写“rules”？');
  });
});

describe('what is not plain YAML', () => {
  it.each([
    ['a: &x 1\nb: *x', /^1:7 YAML anchors/],
    ['ignores: [*.md]', /YAML anchors/],
    ['locale: !!str en', /YAML tags/],
    ['ignores:\n  - !drafts', /^2:.* YAML tags/],
    ['locale: en\nlocale: en', /^2:1 The same key/],
    ['rules:\n\telement/scope: warn', /^2:1 A tab/],
    ['extends: "city', /A quote or bracket is missing/],
    ['a: b: c', /^1:4 Two keys in one line/],
    ['locale: en\n---\nlocale: en', /several documents/],
    ['rules：error', /^1:6 "rules" is followed by a full-width colon/],
    ['rules:\n  element/scope：error', /^2:16 "element\/scope" is followed by a full-width colon/],
    ['['.repeat(5000), /Nested more than/],
    [`ignores: [${'"a",'.repeat(80_000)}]`, /too large/],
  ])('%j', (text, problem) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(problem)]);
  });

  it('keeps keys of the prototype apart', () => {
    expect(problemsOf('__proto__: {}')).toEqual([expect.stringMatching(/no key "__proto__"/)]);
    expect(problemsOf('rules: { __proto__: warn, constructor: warn }')).toHaveLength(2);
  });
});

describe('what is wrong in a JSON config is said of JSON', () => {
  const inJson = (text: string) =>
    parse(text, '/档案/jiedu-lint.config.json').problems.map(
      ({ line, column, message }) => `${line}:${column} ${message.en} ${message['zh-CN']}`,
    );

  it.each([
    ['{\n  "extends": "city"\n  "rules": {}\n}', /^3:3 This is not JSON.* 这里不合 JSON/],
    ['{"extends": "city"} {}', /^1:21 This is not JSON/],
    ['{"extends": "\\x"}', /^1:1\d This is not JSON/],
    ['{"extends": "city"}}', /^1:20 This is not JSON/],
    ['{"locale": "en": "x"}', /^1:\d+ This is not JSON/],
    ['{\n  "ignores": [*.md]\n}', /^2:15 .*double quotes.*双引号/],
    ['{"ignores": [!drafts]}', /^1:\d+ .*double quotes/],
    ['{"locale": &a "en"}', /^1:\d+ .*double quotes/],
    ['{ // 注释\n  "locale": "en"\n}', /^1:3 JSON has no comments.*注释/],
    ['{\n  "locale": "en", // 注释\n  "rules": {}\n}', /^2:19 JSON has no comments/],
    ['{\n  "locale": "en" // 注释\n}', /^2:18 JSON has no comments/],
    ['/* 注释 */\n{ "locale": "en" }', /^1:1 JSON has no comments/],
    ['{ "locale": "en" /* 注释 */ }', /^1:18 JSON has no comments/],
    ['{"locale"："en"}', /^1:10 .*full-width.*中文/],
    ['{"locale": "en"，"rules": {}}', /^1:16 .*full-width.*中文/],
    ['{“locale”: "en"}', /^1:2 .*full-width.*中文/],
    ['{\n  "rules": {\n', /A quote or bracket is missing/],
    ['{"locale": "en}', /A quote or bracket is missing/],
    ['{"locale": "en", "locale": "en"}', /^1:18 The same key/],
    ['["city"]', /^1:1 A config is made of keys with values/],
    ['{"lokale": "en"}', /^1:2 There is no key "lokale"; did you mean "locale"/],
  ])('%j', (text, problem) => {
    expect(inJson(text)).toEqual([expect.stringMatching(problem)]);
    expect(inJson(text)[0]).not.toMatch(/YAML|indent|缩进|undefined/);
  });

  it('and of presets that are JSON', () => {
    const { problems } = parseOwnPreset('{ "name": "own" "source": {}, "clauses": [] }', '/档案/own.json', known);
    expect(problems[0]?.message.en).toContain('not JSON');
  });
});
