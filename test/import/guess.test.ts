import { describe, expect, it } from 'vitest';
import { isOffice, signatureIn } from '../../src/import/offices.js';
import { namedPaper, sharesName } from '../../src/import/policy-name.js';
import { PROSE, page, read } from './imported.js';

describe('the paper that a title is about', () => {
  it.each([
    ['《云溪市停车管理办法》政策解读', '云溪市停车管理办法', true],
    ['关于《云溪市停车管理办法（试行）》的解读', '云溪市停车管理办法（试行）', true],
    ['市公安局有关负责人就《云溪市养犬管理规定》答记者问', '云溪市养犬管理规定', true],
    ['《青禾县饮水安全管理办法》解读方案', '青禾县饮水安全管理办法', true],
    ['《出口养殖场备案管理办法》公告的政策解读', '出口养殖场备案管理办法', true],
    ['关于执行《产业目录》有关事项的公告政策解读', '执行《产业目录》有关事项的公告', false],
    ['公告解读：关于调整食糖管理措施的公告', '关于调整食糖管理措施的公告', false],
  ])('%s', (title, name, sure) => {
    expect(namedPaper(title)).toEqual({ name, sure });
  });
  it('is none where the title names none', () => {
    expect(namedPaper('创业担保贷款热点问答')).toBeNull();
  });
  it('is the same with or without its office and its notice', () => {
    expect(sharesName('《云溪市停车管理办法》解读', '云溪市人民政府办公室关于印发云溪市停车管理办法的通知')).toBe(true);
    expect(sharesName('《云溪市停车管理办法》解读', '云溪市人民政府办公室关于印发云溪市养犬管理办法的通知')).toBe(
      false,
    );
  });
});

describe('signatures', () => {
  it('are offices with a day below or behind them', () => {
    expect(signatureIn(['正文。', '云溪市财政局　云溪市商务局', '2024年3月1日'])).toEqual({
      offices: ['云溪市财政局', '云溪市商务局'],
      day: '2024-03-01',
    });
    expect(signatureIn(['正文。', '云溪市民政局　二〇二一年十二月二十日'])).toEqual({
      offices: ['云溪市民政局'],
      day: '2021-12-20',
    });
  });
  it.each([
    [['云溪市健康委员会', '（爱国卫生运动委员会）（代章）']],
    [['云溪市健康委员会', '（爱国卫生运动委员会）', '（代章）']],
    [['云溪市健康委员会（代章）']],
    [['云溪市健康委员会 （爱国卫生运动委员会） (代章)']],
    [['云溪市健康委员会（印章）']],
  ])('may bear other names and remarks on seals: %j', (signed) => {
    expect(signatureIn(['正文。', ...signed, '2025年3月17日'])).toEqual({
      offices: ['云溪市健康委员会'],
      day: '2025-03-17',
    });
  });
  it('are no remarks alone', () => {
    expect(signatureIn(['云溪市健康委员会', '', '（代章）', '2025年3月17日'])).toBeNull();
    expect(signatureIn(['正文。', '（此件公开发布）', '2025年3月17日'])).toBeNull();
  });
  it('are not dates in the text', () => {
    expect(signatureIn(['自2024年3月1日起施行。', '二、全面做好落实', '2024年3月1日'])).toBeNull();
    expect(isOffice('关于开展工作的通知')).toBe(false);
  });
});

describe('guesses', () => {
  const written = async (article: string, head = '') => (await read(page(article, { head }))).document.frontMatter.data;

  it.each([
    '《云溪市停车实施办法》（云政办发〔2024〕3号，以下简称《办法》）',
    '《云溪市停车实施办法》（云政办发〔2024〕3号）（以下简称《办法》）',
    '《云溪市停车实施办法》（云政办发〔2024〕3号，下称《办法》）',
    '《云溪市停车实施办法》（云政办发〔2024〕3号，简称《办法》）',
    '《云溪市停车实施办法》(云政办发〔2024〕3号，以下简称《办法》)',
  ])('take the paper that is given a short name, where the title names none: %s', async (named) => {
    const before = '<p>根据《收费办法》（发改价〔2020〕1号），市里定了新规。</p>';
    const data = await written(`<h1>云溪市停车新规解读</h1>${before}<p>市政府印发了${named}，现解读如下。</p>${PROSE}`);
    expect(data.policy).toBe('云政办发〔2024〕3号');
  });

  it('take none where several papers are given one', async () => {
    const named = '《甲办法》（云政发〔2024〕3号，以下简称《甲》）和《乙办法》（云政发〔2024〕4号，以下简称《乙》）';
    expect((await written(`<h1>云溪市停车新规解读</h1><p>${named}已印发。</p>${PROSE}`)).policy).toBeNull();
  });

  it.each([
    ['云溪停车有了新规', '政策解读', 'interpretation'],
    ['云溪停车有了新规', '图解政策', 'interpretation'],
    ['云溪停车有了新规', '吹风会', 'briefing'],
    ['关于规范停车的通知', '政策解读', 'policy'],
    ['云溪停车有了新规', '通知公告', 'policy'],
  ])('take %s in the column %s for a paper of the kind %s', async (title, column, kind) => {
    const article = `<h1>${title}</h1><p>　　市民停车要在划定的地方，乱停的要罚款，请大家留意，互相转告。</p>`;
    expect((await written(article, `<meta name="ColumnName" content="${column}">`)).kind).toBe(kind);
  });

  it('take a subtitle that the head of the page has for a part of the title', async () => {
    const head =
      '<title>停车有了新规，这些车不罚-云溪市</title><meta name="ArticleTitle" content="停车有了新规，这些车不罚——市公安局解读">';
    const around = '<h2>停车有了新规，这些车不罚</h2><h3>——市公安局解读</h3>';
    const { document } = await read(page(`<div id="zoom">${PROSE}${PROSE}</div>`, { head, around }));
    expect(document.title).toBe('停车有了新规，这些车不罚——市公安局解读');
  });

  it('take an interpretation’s source for its author, but not a government’s site', async () => {
    const line = (source: string) =>
      `<h1>《云溪市停车管理办法》解读</h1><p>来源：${source}　发布时间：2024年3月5日</p>${PROSE}`;
    expect(await written(line('云溪市公安局'))).toMatchObject({ author: '云溪市公安局', published: '2024-03-05' });
    expect((await written(line('云溪日报'))).author).toBeUndefined();
    expect((await written(line('云溪市人民政府办公室'))).author).toBeNull();
  });

  it.each(['第21号', '第二十一号', '（第21号）'])(
    'take the name of a series and %s below for the number',
    async (number) => {
      const head = `<p align="center">云溪市人民政府令</p><p align="center">${number}</p><p align="center">云溪市停车管理办法</p>`;
      const data = await written(`${head}${PROSE}`);
      expect(data).toMatchObject({
        title: '云溪市停车管理办法',
        number: `云溪市人民政府令${number.replace(/[（）]/g, '')}`,
      });
    },
  );

  it.each([
    ['its last line', `<p>2025年4月3日</p>`, '2025-04-03'],
    ['a line with more below it', `<p>2025年4月3日</p><p>联系处室：综合处，请拨打热线。</p>`, null],
  ])('take for the day of a policy %s', async (_, end, day) => {
    const policy = `<h1>云溪市停车管理办法</h1>${PROSE}${end}`;
    expect((await written(policy)).issued).toBe(day);
  });

  it('take no higher law for the policy explained', async () => {
    const data = await written(
      `<h1>停车热点问题解读</h1><p>根据《道路交通安全法实施条例》（国务院令第405号）和《停车规范》（云公发〔2020〕1号）解读如下，请了解。</p>${PROSE}`,
    );
    expect(data.policy).toBeNull();
  });

  it('write values that YAML would read otherwise in quotation marks', async () => {
    const title = '“一件事”: 高效办成 # 解读';
    const data = await written(`<h1>${title}</h1>${PROSE}`);
    expect(data.title).toBe(title);
  });

  it('find interpretations among the links of a policy’s page', async () => {
    const data = await written(
      `<h1>云溪市人民政府关于印发云溪市停车管理办法的通知</h1>${PROSE}<div class="xgjd"><a href="http://www.yunxi.gov.cn/jd.html">《云溪市停车管理办法》政策解读</a></div>`,
    );
    expect(data.interpretations).toEqual(['http://www.yunxi.gov.cn/jd.html']);
  });
});
