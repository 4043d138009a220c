import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CommandLine } from './command-line.js';

const line = new CommandLine();
const NOTICE = '一、解读要求\n（一）解读材料应当写明适用范围。\n（二）每年评选优秀解读材料一次。\n';

describe('preset new', () => {
  it('writes a preset to be finished, which check then goes through', async () => {
    line.write('通知.txt', NOTICE);
    expect(await line.run(['preset', 'new', 'linjiang-2024', '--from', '通知.txt'])).toBe(0);
    expect(line.out).toContain('写好了 linjiang-2024.preset.yaml：2 条，其中 1 条按原文的用词推荐了规则');
    expect(line.read('linjiang-2024.preset.yaml')).toContain('- id: element/scope # 待核对：原文有“适用范围”');
    expect(await line.run(['preset', 'check', 'linjiang-2024.preset.yaml'])).toBe(1);
    expect(line.out).toMatch(/^linjiang-2024\.preset\.yaml:\d+:\d+ {2}demand 还没有写$/m);
    expect(line.out).toMatch(/\n2 条规定：1 条有规则检查，1 条留给人看；\d+ 处要改\n$/);
  });

  it('writes one from nothing, which a run can use at once', async () => {
    expect(await line.run(['preset', 'new', 'linjiang-2024'])).toBe(0);
    line.write('a.md', '---\nkind: interpretation\ntitle: 《办法》解读\n---\n\n一、背景\n\n为了规范物业管理。\n');
    expect(await line.run(['--preset', './linjiang-2024.preset.yaml', '-f', 'json', 'a.md'])).toBe(1);
    expect(line.found().join()).toContain('element/scope');
  });

  it('reads a notice in GB18030', async () => {
    const bytes = Buffer.from([
      0xd2, 0xbb, 0xa1, 0xa2, 0xbd, 0xe2, 0xb6, 0xc1, 0xd2, 0xaa, 0xc7, 0xf3, 0xa1, 0xa3, 0xbd, 0xe2, 0xb6, 0xc1, 0xb2,
      0xc4, 0xc1, 0xcf, 0xd0, 0xb4, 0xc3, 0xf7, 0xb1, 0xb3, 0xbe, 0xb0, 0xa1, 0xa3,
    ]);
    line.write('通知.txt', bytes as unknown as string);
    expect(await line.run(['preset', 'new', 'linjiang-2024', '--from', '通知.txt'])).toBe(0);
    expect(line.read('linjiang-2024.preset.yaml')).toContain('element/background-basis');
  });

  it.each([
    [['fujian-2015'], '已经有一套预设叫“fujian-2015”；请换一个名称'],
    [['临江'], '预设名“临江”只能用小写英文字母、数字和连字符'],
    [['../linjiang'], '只能用小写英文字母、数字和连字符'],
    [['linjiang-2024', '--from', '没有.txt'], '读不了通知“没有.txt”'],
  ])('writes nothing for %j', async (words, message) => {
    expect(await line.run(['preset', 'new', ...words])).toBe(2);
    expect(line.err).toContain(message);
    expect(() => line.read('linjiang-2024.preset.yaml')).toThrow();
  });

  it('overwrites nothing', async () => {
    line.write('linjiang-2024.preset.yaml', '有内容');
    expect(await line.run(['preset', 'new', 'linjiang-2024'])).toBe(2);
    expect(line.err).toBe('linjiang-2024.preset.yaml 已经存在，没有改动它；请换一个名称\n');
    expect(line.read('linjiang-2024.preset.yaml')).toBe('有内容');
  });
});

describe('a preset that ships as a file', () => {
  const TEXT = '---\nkind: interpretation\ntitle: 《办法》解读\n---\n\n一、背景\n\n家家户户都盼着装电梯。\n';

  it.each([
    ['on the command line', ['--preset', 'zhangjiakou-2023'], 'extends: base'],
    ['in a config', [], 'extends: zhangjiakou-2023'],
    ['in a preset of one’s own', [], 'extends: ./ours.preset.yaml'],
  ])(
    'is found by its name %s, and its rules of data cite its clause with the end of the notice',
    async (_, words, config) => {
      line.write('a.md', TEXT);
      line.write('jiedu-lint.config.yaml', config);
      line.write(
        'ours.preset.yaml',
        'name: ours\nsource: { name: 办法 }\nextends: zhangjiakou-2023\nclauses: [{ id: OU-1, article: 一, demand: 看, human: 看 }]\n',
      );
      expect(await line.run([...words, '-f', 'json', 'a.md'])).toBe(1);
      const [{ messages }] = JSON.parse(line.out);
      expect(messages).toContainEqual(
        expect.objectContaining({
          ruleId: 'zhangjiakou-2023/享受条件',
          severity: 1,
          clauses: ['ZJK-9.4'],
          message: expect.stringMatching(/。依据：张政办函〔2023〕86号二（九）（有效期至2023-12-31）。$/),
        }),
      );
    },
  );

  it('has its rules of data explained by the clause, and set like any other', async () => {
    expect(await line.run(['explain', 'zhangjiakou-2023/享受条件', '--preset', 'zhangjiakou-2023'])).toBe(0);
    expect(line.out).toContain('讲清享受这些举措的条件（看有没有“条件”“符合”“满足”等 16 个词）');
    expect(line.out).toContain('检查的文件：解读材料');
    line.write('a.md', TEXT);
    line.write('jiedu-lint.config.yaml', 'extends: zhangjiakou-2023\nrules: { zhangjiakou-2023/享受条件: off }\n');
    await line.run(['-f', 'json', 'a.md']);
    expect(line.found().join()).not.toContain('享受条件');
    const words = ['--preset', 'zhangjiakou-2023', '--rule', 'zhangjiakou-2023/享受条件: error', '-f', 'json', 'a.md'];
    await line.run(['--no-config-lookup', ...words]);
    expect(line.found().join()).toContain('享受条件');
  });
});

describe('preset check', () => {
  const SHIPPED = readFileSync(new URL('../../presets/hohhot-2023.preset.yaml', import.meta.url), 'utf8');

  it('passes one that ships', async () => {
    line.write('hohhot-2023.preset.yaml', SHIPPED);
    expect(await line.run(['preset', 'check', 'hohhot-2023.preset.yaml'])).toBe(0);
    expect(line.out).toMatch(/^\d+ 条规定：\d+ 条有规则检查，\d+ 条留给人看；0 处要改\n$/);
  });

  it('says what was meant, in English too', async () => {
    line.write('our.yaml', SHIPPED.replaceAll('hohhot-2023', 'ours').replace('element/scope', 'element/scpoe'));
    expect(await line.run(['preset', 'check', 'our.yaml', '--locale', 'en'])).toBe(1);
    expect(line.out).toContain('There is no rule "element/scpoe"; did you mean "element/scope"?');
    expect(line.out).toContain('It cannot be used as it is; 1 problems');
  });

  it.each([
    ['is not there', undefined, /没有这个配置文件/],
    ['is no YAML', 'name: [', /坏|写|缺|括号|YAML/],
  ])('fails where the file %s', async (_, text, message) => {
    if (text !== undefined) line.write('our.yaml', text);
    expect(await line.run(['preset', 'check', 'our.yaml'])).toBe(2);
    expect(line.out + line.err).toMatch(message);
  });

  it('knows its actions', async () => {
    expect(await line.run(['preset', 'chekc', 'our.yaml'])).toBe(2);
    expect(line.err).toContain('是不是 check？');
  });
});

describe('clauses --compare', () => {
  it('says what one asks and the other does not', async () => {
    expect(await line.run(['clauses', '--compare', 'fujian-2015', 'hohhot-2023'])).toBe(0);
    const [first, second, differs, same, left] = line.out.split('\n\n');
    expect(first).toMatch(/^只有 fujian-2015 要求\n/);
    expect(first).toContain('process/drafter-interprets  FJ-2.1 （解读材料，lead: true）');
    expect(first).toContain('  */办事指引  FJ-1.5 （解读材料，警告）');
    expect(second).toContain('涉及范围 element/scope  HH-8.3 （解读材料）');
    expect(differs).toContain(
      '  process/publish-together\n    fujian-2015: FJ-2.3 （解读材料，workingDays: 5）\n    hohhot-2023: HH-8.1',
    );
    expect(same).toContain('背景依据 element/background-basis');
    expect(left).toContain('hohhot-2023 HH-6  公开征求意见稿的同时解读草案');
  });

  it('takes rules of data that two presets bring under one name for one', async () => {
    expect(await line.run(['clauses', '--compare', 'fujian-2015', 'shanghai-2023-5'])).toBe(0);
    expect(line.out.split('\n\n')[3]).toContain('  */办事指引  FJ-1.5 （解读材料，警告） = SH-17.4 （解读材料，警告）');
  });

  it('says so as data, and as Markdown', async () => {
    line.write(
      'our.preset.yaml',
      'name: ours\nsource: { name: 办法 }\nclauses:\n  - { id: OU-1, article: 一, demand: 写范围, kinds: [解读材料], rules: [{ id: element/scope }] }\n',
    );
    expect(
      await line.run(['clauses', '--compare', './our.preset.yaml', 'hohhot-2023', '-f', 'json', '--locale', 'en']),
    ).toBe(0);
    const { first, rules, human } = JSON.parse(line.out);
    expect(first).toBe('ours');
    expect(rules).toContainEqual({
      rule: 'element/scope',
      element: 'Scope',
      status: 'same',
      first: [{ kinds: ['interpretation'], severity: 'error', options: {}, clauses: ['OU-1'] }],
      second: [{ kinds: ['interpretation'], severity: 'error', options: {}, clauses: ['HH-8.3'] }],
    });
    expect(human.first).toEqual([]);
    expect(await line.run(['clauses', '--compare', 'base', 'hohhot-2023', '-f', 'markdown'])).toBe(0);
    expect(line.out).toContain('| 规则 | base | hohhot-2023 |');
    expect(line.out).toContain('| 涉及范围 element/scope | – | HH-8.3 （解读材料） |');
  });

  it.each([
    [['fujian-2015'], '--compare 后面要写两套预设'],
    [['fujian-2015', 'hohhot-2023', 'base'], '--compare 后面要写两套预设'],
    [['fujian-2015', 'hohot-2023'], '是不是想写“hohhot-2023”？'],
  ])('needs two: %j', async (names, message) => {
    expect(await line.run(['clauses', '--compare', ...names])).toBe(2);
    expect(line.err).toContain(message);
  });
});
