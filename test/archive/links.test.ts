import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { lintInMemory, type MemoryOptions } from '../lint/memory.js';

const named = (...ids: string[]) => rules.filter(({ id }) => ids.includes(id));
const LINKS = named('link/policy-link', 'link/interpretation-link', 'link/no-broken-link', 'link/target-matches');

const policy = (more = '', body = '') =>
  `---\nkind: policy\ntitle: 云溪市物业管理办法\nnumber: 云政发〔2024〕8号\nissuer: 云溪市人民政府\nissued: 2024-03-01\n${more}---\n\n第一条　为了规范物业管理，制定本办法。\n\n${body}`;
const interpretation = (more = '', body = '') =>
  `---\nkind: interpretation\ntitle: 《云溪市物业管理办法》解读\n${more}---\n\n一、背景\n\n为了规范物业管理。\n\n${body}`;

const both = (links: MemoryOptions & { policy?: string; interpretation?: string; body?: string }) =>
  lintInMemory(
    {
      '/archive/jd/a.md': interpretation(links.interpretation, links.body),
      '/archive/zc/b.md': policy(links.policy),
    },
    { rules: LINKS, ...links },
  );

describe('a title in front matter', () => {
  const NAME = '云溪市物业管理办法';
  const linked = (...titles: readonly string[]) =>
    lintInMemory(
      {
        '/archive/jd/a.md': interpretation('policy: 《云溪市物业管理办法》\n'),
        ...Object.fromEntries(
          titles.map((title, i) => {
            const own = policy(title === NAME ? 'interpretations: [../jd/a.md]\n' : '');
            return [`/archive/zc/${i}.md`, own.replace(`title: ${NAME}`, `title: ${title}`)];
          }),
        ),
      },
      { rules: named('link/no-broken-link', 'link/interpretation-link'), lint: ['/archive/jd/a.md'] },
    );

  it.each(['印发', '发布', '公布', '转发'])('is that of the paper which a notice brings (%s)', async (verb) => {
    const { findings } = await linked(`云溪市人民政府关于${verb}《云溪市物业管理办法》的通知`);
    expect(findings.join()).not.toContain('no-broken-link');
  });

  it('is not that of a paper which a notice only speaks of', async () => {
    const { findings } = await linked('关于贯彻《云溪市物业管理办法》的通知');
    expect(findings.join()).toContain('no-broken-link');
  });

  it('is first that of the paper which bears it', async () => {
    // It alone leads back.
    expect((await linked(`关于印发《${NAME}》的通知`, NAME)).findings).toEqual([]);
  });
});

describe('a policy that only the title of a text names', () => {
  const compared = async (...titles: readonly string[]) => {
    const policies = titles.map((title, i) => [
      `/archive/zc/${i}.md`,
      `---\nkind: policy\ntitle: ${title}\n---\n\n第一条 物业服务每户补贴500元。\n`,
    ]);
    const { findings } = await lintInMemory(
      {
        '/archive/jd/a.md': '# 《云溪市物业管理办法》政策解读\n\n物业服务每户补贴600元。\n',
        ...Object.fromEntries(policies),
      },
      { rules: named('content/figures-match-policy'), lint: ['/archive/jd/a.md'] },
    );
    return findings.length;
  };

  it.each<[string, number, string[]]>([
    ['where one bears the name', 1, ['云溪市物业管理办法']],
    ['where one notice brings it', 1, ['关于印发《云溪市物业管理办法》的通知']],
    [
      'where one bears the name and two notices bring it',
      1,
      ['关于印发《云溪市物业管理办法》的通知', '云溪市物业管理办法', '西区关于转发《云溪市物业管理办法》的通知'],
    ],
    ['not where two bear the name', 0, ['云溪市物业管理办法', '《云溪市物业管理办法》']],
    [
      'not where two notices bring one of that name',
      0,
      ['东区关于转发《云溪市物业管理办法》的通知', '西区关于转发《云溪市物业管理办法》的通知'],
    ],
  ])('is compared %s', async (_, count, titles) => {
    expect(await compared(...titles)).toBe(count);
  });
});

describe('both directions', () => {
  const there = 'policy: ../zc/b.md\n';
  const back = 'interpretations: [../jd/a.md]\n';

  it('are found where both are linked', async () => {
    expect((await both({ interpretation: there, policy: back })).findings).toEqual([]);
  });

  it('are checked on each side of a whole archive', async () => {
    const { findings } = await both({});
    expect(findings.filter((finding) => finding.includes('link/policy-link'))).toHaveLength(1);
    expect(findings.filter((finding) => finding.includes('link/interpretation-link'))).toHaveLength(1);
    expect((await both({ interpretation: there })).findings.map((finding) => finding.split(' ')[1])).toEqual([
      'link/interpretation-link',
    ]);
    expect((await both({ policy: back })).findings.map((finding) => finding.split(' ')[1])).toEqual([
      'link/policy-link',
    ]);
  });

  it('are checked where only the interpretation is linted', async () => {
    const lint = ['/archive/jd/a.md'];
    expect((await both({ lint, interpretation: there, policy: back })).findings).toEqual([]);
    const { findings, results } = await both({ lint, interpretation: there });
    expect(results.map(({ filePath }) => filePath)).toEqual(lint);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain('link/interpretation-link');
  });

  it('are checked where only the policy is linted', async () => {
    const lint = ['/archive/zc/b.md'];
    expect((await both({ lint, interpretation: there, policy: back })).findings).toEqual([]);
    expect((await both({ lint, interpretation: there })).findings.map((finding) => finding.split(' ')[1])).toEqual([
      'link/interpretation-link',
    ]);
  });

  it.each([
    ['a Markdown link', '', '原文：[云溪市物业管理办法](../zc/b.md)'],
    ['a bare address', '', '原文：https://www.example.gov.cn/zc/b.html'],
    ['a number in front matter', 'policy: 云政发[2024]8号\n', ''],
    ['a title in front matter', 'policy: 《云溪市物业管理办法》\n', ''],
    ['an HTML link', '', '<a href="../zc/b.md">政策原文</a>'],
  ])('may be %s', async (_, front, body) => {
    const archive = { root: '/archive', baseUrls: ['https://www.example.gov.cn'] };
    expect((await both({ interpretation: front, body, policy: back, archive })).findings).toEqual([]);
  });
});

describe('reading', () => {
  const files = {
    '/archive/jd/a.md': interpretation(
      'policy: ../zc/b.md\n',
      '[图](../img/a.png) [外](https://x.example/a) [表](b.xlsx)',
    ),
    '/archive/zc/b.md': policy('interpretations: [../jd/a.md]\n', '[别的](c.md)'),
    '/archive/zc/c.md': policy(),
    '/archive/zc/d.md': policy(),
    '/archive/img/a.png': '',
    '/archive/jd/b.xlsx': '',
  };

  it('takes up only what links need, each file once', async () => {
    const { asked, findings } = await lintInMemory(files, { rules: LINKS, lint: ['/archive/jd/a.md'] });
    expect(findings).toEqual([]);
    expect(asked.filter((what) => what.startsWith('read'))).toEqual(['read /archive/jd/a.md', 'read /archive/zc/b.md']);
    expect(asked.filter((what) => what.startsWith('search'))).toEqual([]);
  });

  it('searches the archive for a number or title only', async () => {
    const byNumber = { ...files, '/archive/jd/a.md': interpretation('policy: 云政发〔2024〕8号\n') };
    const { asked } = await lintInMemory(byNumber, { rules: LINKS, lint: ['/archive/jd/a.md'] });
    expect(asked.filter((what) => what.startsWith('search'))).toHaveLength(1);
    expect(asked.filter((what) => what.startsWith('search'))[0]).toContain('/archive ');
  });

  it('does not search where the run holds the paper', async () => {
    const byNumber = {
      '/archive/jd/a.md': interpretation('policy: 云政发〔2024〕8号\n'),
      '/archive/zc/b.md': policy(),
    };
    const { asked } = await lintInMemory(byNumber, { rules: LINKS });
    expect(asked).toEqual(['read /archive/jd/a.md', 'read /archive/zc/b.md']);
  });

  it('reads each linted file once, however many link to it', async () => {
    const { asked } = await lintInMemory(files, {
      rules: LINKS,
      lint: ['/archive/jd/a.md', '/archive/zc/b.md', '/archive/zc/c.md'],
    });
    const reads = asked.filter((what) => what.startsWith('read'));
    expect(reads).toEqual([...new Set(reads)]);
    expect(reads).not.toContain('read /archive/zc/d.md');
  });

  it('takes a target that cannot be read for one that is there', async () => {
    const broken = { ...files, '/archive/zc/b.md': { id: 'binary', data: {} } };
    const { results } = await lintInMemory(broken, { rules: named('link/no-broken-link'), lint: ['/archive/jd/a.md'] });
    expect(results[0]).toMatchObject({ errorCount: 0, fatalErrorCount: 0 });
  });
});

describe('a link that does not say whither it leads', () => {
  const told = async (body: string) => {
    const { findings } = await lintInMemory(
      { '/archive/a.md': policy('', body) },
      { rules: named('link/interpretation-link') },
    );
    return findings.map((finding) => finding.split(' ').at(-1));
  };
  const LINK = '[每月能领多少](https://www.yunxi.example/a/1.html)';

  it.each([
    `相关解读：${LINK}`,
    `## 解读材料\n\n- ${LINK}`,
    `**政策解读**\n\n${LINK}`,
    `政策问答\n\n${LINK}`,
    `| 政策解读 | ${LINK} |\n| --- | --- |`,
    '<p>一图读懂：<a href="https://www.yunxi.example/a/1.html">点此查看</a></p>',
  ])('is read by what stands before it: %s', async (body) => {
    expect(await told(body)).toEqual([]);
  });

  it.each([`附件：${LINK}`, `解读单位：${LINK}`, LINK, `政策解读另行发布。附件${LINK}`])(
    'is none: %s',
    async (body) => {
      expect(await told(body)).toEqual(['missing']);
    },
  );

  it('may lead to the policy', async () => {
    const run = (label: string) =>
      lintInMemory({ '/archive/a.md': interpretation('', `${label}${LINK}`) }, { rules: named('link/policy-link') });
    expect((await run('政策原文：')).findings).toEqual([]);
    expect((await run('联系方式：')).findings).not.toEqual([]);
  });
});

describe('broken links', () => {
  const RULES = named('link/no-broken-link');

  it.each([
    ['[a](none.md)', 'missingFile'],
    ['![a](none.png)', 'missingImage'],
    ['[a](../../../etc/passwd)', 'outside'],
    ['[a](#没有)', 'missingAnchor'],
    ['[a](b.md#没有)', 'missingAnchor'],
    ['[a](#收费-3)\n\n## 收费\n\n## 收费', 'missingAnchor'],
    ['[a](#收费标准-)\n\n## 收费 {#fees}', 'missingAnchor'],
    ['[a]()', 'empty'],
    ['https://www.example.gov.cn/none.html', 'missingFile'],
  ])('%s', async (body, messageId) => {
    const files = { '/archive/jd/a.md': interpretation('', body), '/archive/jd/b.md': interpretation() };
    const archive = { root: '/archive', baseUrls: ['https://www.example.gov.cn'] };
    const { findings } = await lintInMemory(files, { rules: RULES, archive });
    expect(findings.map((finding) => finding.split(' ').slice(1).join(' '))).toEqual([
      `link/no-broken-link ${messageId}`,
    ]);
  });

  it.each([
    '[a](b.md#一背景)',
    '[a](#第一章-总则)\n\n## 第一章　总则',
    '[a](#第一章总则)\n\n## 第一章　总则',
    '[a](#停车-清运)\n\n## 停车 & 清运',
    '[a](#fees)\n\n## 收费 {#fees .wide}',
    '[a](#收费)\n\n## 收费 {: #fees }',
    '[a](#收费-1)\n\n## 收费\n\n## 收费',
    '[a](#一背景)',
    '[a](b.html)',
    '[a](b)',
    '[a](../jd/)',
    'https://other.example/a',
    '[a](mailto:a@b.c)',
    '[a](b.md#top)',
    '[甲](%62.md)',
  ])('%s is none', async (body) => {
    const files = {
      '/archive/jd/a.md': interpretation('', `## 一、背景\n\n文。\n\n${body}`),
      '/archive/jd/b.md': interpretation('', '## 一、背景\n\n文。'),
      '/archive/jd': '',
    };
    const { findings } = await lintInMemory(files, { rules: RULES, lint: ['/archive/jd/a.md'] });
    expect(findings).toEqual([]);
  });
});

describe('one number twice', () => {
  const RULES = named('meta/doc-number');

  it('is an error of both files, brackets and width of digits aside', async () => {
    const { findings } = await lintInMemory(
      {
        '/archive/a.md': policy(),
        '/archive/b.md': policy().replace('〔2024〕8号', '〔2024〕08号'),
        '/archive/c.md': policy().replace('8号', '9号'),
      },
      { rules: RULES },
    );
    const duplicates = findings.filter((finding) => finding.includes('uplicate'));
    expect(duplicates.map((finding) => finding.split(':')[0])).toEqual(['/archive/a.md', '/archive/b.md']);
  });

  it('is none for an interpretation that names its policy', async () => {
    const { findings } = await lintInMemory(
      { '/archive/a.md': policy(), '/archive/b.md': interpretation('policy: 云政发〔2024〕8号\n') },
      { rules: RULES },
    );
    expect(findings).toEqual([]);
  });
});
