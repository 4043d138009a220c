import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { parseOwnPreset } from '../../src/config/own-preset.js';
import { makeResolver } from '../../src/config/resolve.js';
import { known } from './known.js';

const GOOD = `name: yunxi-2024
source: { name: 云溪市政策解读办法, number: 云政办发〔2024〕9号, date: 2024-03-01 }
extends: [city, ./more.yaml]
clauses:
  - id: YX-3
    article: 第三条
    demand: 不超过2500字
    kinds: [吹风会发布稿]
    rules: [{ id: length/max-length, options: { max: 2500 }, severity: warn }]
  - { id: YX-7, article: 第七条, demand: 回访, human: 没有记录 }
`;

const OWN_RULE = `dataRules:
  - { id: yunxi-2024/咨询电话, require: [咨询电话, 服务热线] }
`;

const parse = (text: string) => parseOwnPreset(text, '/档案/预设.yaml', known);

describe('a preset of one’s own', () => {
  it('gives demands, clauses and the document behind them', () => {
    const { own, problems, files } = parse(GOOD);
    expect(problems).toEqual([]);
    expect(own?.preset).toMatchObject({
      name: 'yunxi-2024',
      extends: ['city', '/档案/more.yaml'],
      sources: ['yunxi-2024'],
      demands: [
        {
          rule: 'length/max-length',
          severity: 'warn',
          kinds: ['briefing'],
          options: { max: 2500 },
          clauses: ['YX-3'],
        },
      ],
    });
    expect(own?.clauses.map(({ id, kinds, human }) => [id, kinds, human?.en])).toEqual([
      ['YX-3', ['briefing'], undefined],
      ['YX-7', [], '没有记录'],
    ]);
    expect(files).toEqual([
      { path: '/档案/more.yaml', at: { file: '/档案/预设.yaml', line: 3, column: expect.any(Number) } },
    ]);
  });

  it.each([
    [
      '{ name: 云溪市政策解读办法, number: 云政办发〔2024〕9号 }',
      '《云溪市政策解读办法》（云政办发〔2024〕9号）第三条',
    ],
    ['{ name: 云溪市政策解读办法, number: 云政办发〔2024〕9号, cite: 云溪办法 }', '云溪办法第三条'],
    ['{ name: 关于印发《云溪市解读办法》的通知 }', '关于印发《云溪市解读办法》的通知第三条'],
  ])('is cited by document, number and article: %s', (source, cited) => {
    const { own } = parse(GOOD.replace(/source: .*/, `source: ${source}`));
    const table = own && known.clauses.with([own.source], own.clauses);
    const clause = table?.get('YX-3') ?? expect.fail();
    expect(table?.citation(clause, 'zh-CN')).toBe(cited);
  });

  it.each([
    ['until: 2025-12-31', '《云溪市政策解读办法》第三条（有效期至2025-12-31）', ', 第三条 (in force until 2025-12-31)'],
    ['replacedBy: 云政办发〔2025〕3号', '《云溪市政策解读办法》第三条（已由云政办发〔2025〕3号代替）', 'replaced by'],
    ['until: 2025-12-31, replacedBy: 《新办法》', '《云溪市政策解读办法》第三条（已由《新办法》代替）', 'replaced by'],
    ['inForceOn: 2024-06-01', '《云溪市政策解读办法》第三条', '《云溪市政策解读办法》, 第三条'],
  ])('is cited with the end of its document: %s', (force, chinese, english) => {
    const { own } = parse(GOOD.replace(/source: .*/, `source: { name: 云溪市政策解读办法, ${force} }`));
    const table = own && known.clauses.with([own.source], own.clauses);
    const clause = table?.get('YX-3') ?? expect.fail();
    expect(table?.citation(clause, 'zh-CN')).toBe(chinese);
    expect(table?.citation(clause, 'en')).toContain(english);
  });

  it('may bring rules of data, under its own name', () => {
    const { own, problems } = parse(
      `${GOOD.replace('rules: [{', 'rules: [{ id: yunxi-2024/咨询电话, severity: warn }, {')}${OWN_RULE}`,
    );
    expect(problems).toEqual([]);
    expect(own?.rules).toEqual([
      { id: 'yunxi-2024/咨询电话', require: ['咨询电话', '服务热线'], demand: '不超过2500字', kinds: ['briefing'] },
    ]);
    expect(own?.preset.demands[0]).toEqual({
      rule: 'yunxi-2024/咨询电话',
      severity: 'warn',
      kinds: ['briefing'],
      clauses: ['YX-3'],
    });
  });

  it('stands on `base` where it does not say', () => {
    expect(parse(GOOD.replace(/extends: .*\n/, '')).own?.preset.extends).toEqual(['base']);
    expect(parse(GOOD.replace(/extends: .*/, 'extends: []')).own?.preset.extends).toEqual([]);
  });
});

describe('a mistake in it is named with its place and what was meant', () => {
  it.each([
    ['name: yunxi-2024', 'name: 云溪', /^1:7 The preset's name "云溪" may hold small letters/],
    ['name: yunxi-2024', 'name: city', /^1:7 There is a preset "city" already/],
    ['name: yunxi-2024', 'nmae: x', /^1:1 There is no key "nmae"; did you mean "name"\?$/m],
    ['2024-03-01', '2024年3月1日', /^2:.* The date "2024年3月1日" is to be written like 2024-03-01$/],
    ['[city, ', '[citty, ', /^3:11 There is no preset "citty"; did you mean "city"\?$/],
    ['id: YX-3', 'id: C-1', /^5:9 The clause id "C-1" is taken by C, 1; choose another$/],
    ['id: YX-7', 'id: YX-3', /^10:11 The clause id "YX-3" stands here twice/],
    ['demand: 不超过2500字', 'demnad: x', /^7:5 There is no key "demnad"; did you mean "demand"\?$/m],
    ['[吹风会发布稿]', '[吹风会发布搞]', /^8:13 .* cannot be 吹风会发布搞; did you mean "吹风会发布稿"\?$/],
    ['length/max-length', 'length/max-lenght', /^9:19 There is no rule .* did you mean "length\/max-length"\?$/],
    ['{ max: 2500 }', '{ mx: 2500 }', /^9:49 There is no key "mx"; did you mean "max"\?$/],
    ['{ max: 2500 }', '{ max: 很多 }', /^9:54 "max" must be a whole number, and is text$/],
    ['severity: warn', 'severity: warning', /^9:.* cannot be warning; did you mean "warn"\?$/],
    ['[吹风会发布稿]', '[解读材料]', /^9:19 Rule "length\/max-length" checks briefing only/],
    [', human: 没有记录', '', /^10:11 Clause "YX-7" names neither rules nor the reason/],
    ['2024-03-01', '2024-03-01, until: 年底', /^2:.* The date "年底" is to be written like 2024-03-01$/],
    ['clauses:', `${OWN_RULE}clauses:`, /^5:11 No clause asks for the rule "yunxi-2024\/咨询电话"/],
    ['clauses:', `${OWN_RULE.replace('yunxi-2024', 'local')}clauses:`, /^5:11 .* must go by .*: yunxi-2024\/咨询电话$/],
    [
      'clauses:',
      `${OWN_RULE.replace('require', 'reqiure')}clauses:`,
      /^5:.* no key "reqiure"; did you mean "require"\?$/,
    ],
    ['length/max-length', 'yunxi-2024/咨询', /^9:19 There is no rule "yunxi-2024\/咨询"/],
  ])('%j → %j', (right, wrong, problem) => {
    const { own, problems } = parse(GOOD.replace(right, wrong));
    expect(own).toBeNull();
    expect(problems.map(({ line, column, message }) => `${line}:${column} ${message.en}`).join('\n')).toMatch(problem);
  });
});

describe('presets named by their files', () => {
  let root: string;
  const write = (name: string, text: string) => writeFileSync(path.join(root, name), text);
  const load = () => loadConfig(path.join(root, 'jiedu-lint.config.yaml'), known);

  beforeAll(() => {
    root = mkdtempSync(path.join(tmpdir(), 'jiedu-lint-'));
    mkdirSync(path.join(root, 'presets'));
    write('presets/ours.yaml', GOOD.replace('[city, ./more.yaml]', './more.yaml'));
    write(
      'presets/more.yaml',
      GOOD.replace(/YX/g, 'MO')
        .replace('yunxi-2024', 'more')
        .replace(/extends: .*/, 'extends: []')
        .replace('2500 }', '2600 }'),
    );
    write('presets/clash.yaml', GOOD.replace('yunxi-2024', 'clash').replace(/extends: .*\n/, ''));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('are read with those they extend, relative to their own folder', async () => {
    write('jiedu-lint.config.yaml', 'extends: [recommended, ./presets/ours.yaml]');
    const { config, known: extended, problems } = await load();
    expect(problems).toEqual([]);
    const [setting] =
      (await makeResolver({ config }, extended)).forFile(`${root}/x.md`).rules.get('length/max-length') ?? [];
    expect(setting).toMatchObject({
      severity: 'error',
      options: { max: 2500 },
      clauses: ['MO-3', 'YX-3', 'C-1'],
      from: ['preset recommended'],
      optionsFrom: { max: { from: ['preset yunxi-2024'], clauses: ['YX-3'] } },
    });
  });

  it('are missed at the place that names them', async () => {
    write('jiedu-lint.config.yaml', 'extends:\n  - recommended\n  - ./presets/none.yaml');
    const { config, problems } = await load();
    expect(config).toBeNull();
    expect(problems.map(({ file, line, column, message }) => [path.basename(file), line, column, message.en])).toEqual([
      ['jiedu-lint.config.yaml', 3, 5, expect.stringMatching(/none\.yaml: There is no such config file/)],
    ]);
  });

  it('find those that ship as files by their names, also from one another, and under no other preset’s', async () => {
    const shipped = new Map([
      [
        'more',
        GOOD.replace(/YX/g, 'SH')
          .replace('yunxi-2024', 'more')
          .replace(/extends: .*/, 'extends: []'),
      ],
    ]);
    write('presets/on-top.yaml', GOOD.replace('[city, ./more.yaml]', 'more'));
    write('jiedu-lint.config.yaml', 'extends: ./presets/on-top.yaml');
    const loaded = await loadConfig(path.join(root, 'jiedu-lint.config.yaml'), { ...known, shipped });
    expect(loaded.problems).toEqual([]);
    expect(loaded.known.clauses.forRule('length/max-length').map(({ id }) => id)).toEqual(['SH-3', 'YX-3', 'C-1']);
    write('jiedu-lint.config.yaml', 'extends: mroe');
    const wrong = await loadConfig(path.join(root, 'jiedu-lint.config.yaml'), { ...known, shipped });
    expect(wrong.problems.map(({ message }) => message.en)).toEqual([
      'There is no preset "mroe"; did you mean "more"?',
    ]);
    write('jiedu-lint.config.yaml', 'extends: ./presets/more.yaml');
    const taken = await loadConfig(path.join(root, 'jiedu-lint.config.yaml'), { ...known, shipped });
    expect(taken.problems.map(({ message }) => message.en)).toEqual([
      'There is a preset "more" already; choose another name',
    ]);
  });

  it('bring rules and clauses that the config may name', async () => {
    write(
      'presets/words.yaml',
      `name: words\nsource: { name: 办法 }\nextends: []\ndataRules: [{ id: words/slogans, forbid: 赋能 }]\nclauses: [{ id: WO-1, article: 一, demand: 不写套话, rules: [{ id: words/slogans }] }]\n`,
    );
    const rest = 'dataRules: [{ id: local/more, forbid: 抓手, clauses: WO-1 }]\nrules: { words/slogans: warn }\n';
    write('jiedu-lint.config.yaml', `extends: ./presets/words.yaml\n${rest}`);
    const { config, known: extended, problems } = await load();
    expect(problems).toEqual([]);
    const { rules } = (await makeResolver({ config }, extended)).forFile(`${root}/x.md`);
    expect(rules.get('words/slogans')?.map(({ severity, clauses }) => [severity, clauses])).toEqual([
      ['warn', ['WO-1']],
    ]);
    expect(rules.get('local/more')?.map(({ clauses }) => clauses)).toEqual([['WO-1']]);
    write('jiedu-lint.config.yaml', `extends: []\n${rest}`);
    expect((await load()).problems.map(({ line, message }) => `${line} ${message.en.slice(0, 40)}`)).toEqual([
      expect.stringMatching(/^2 There is no clause "WO-1"/),
      expect.stringMatching(/^3 There is no rule "words\/slogans"/),
    ]);
  });

  it('may not use each other’s clause ids', async () => {
    write('jiedu-lint.config.yaml', 'extends: [./presets/ours.yaml, ./presets/clash.yaml]');
    const { problems } = await load();
    expect(problems.map(({ file, message }) => [path.basename(file), message.en])).toEqual([
      ['clash.yaml', expect.stringMatching(/"YX-3" is taken by 《云溪市政策解读办法》（云政办发〔2024〕9号）, 第三条/)],
      ['clash.yaml', expect.stringMatching(/"YX-7" is taken/)],
    ]);
  });
});
