import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from './imported.js';

const FOLDER = join(import.meta.dirname, '../../fixtures/import');

async function fixture(name: string) {
  const { document, text, result } = await read(readFileSync(join(FOLDER, name)), name);
  const headings = document.sections.map(({ title, level }) => `${level} ${title}`);
  const cells = document.units.filter(({ type }) => type === 'cell').map((unit) => unit.text.text);
  const links = document.links.filter(({ type }) => type === 'link').map(({ to }) => to);
  return { data: document.frontMatter.data, headings, cells, links, text, result };
}

describe('a Word file', () => {
  it('numbered by the program keeps its numbers', async () => {
    const { headings, data, cells, text } = await fixture('创业担保贷款-auto.docx');
    expect(headings.slice(0, 4)).toEqual([
      '1 一、贷款对象',
      '2 （一）个人借款人',
      '2 （二）小微企业',
      '1 二、贷款额度',
    ]);
    expect(data).toMatchObject({
      kind: 'policy',
      number: '青人社发〔2023〕18号',
      issuer: ['青禾县人力资源和社会保障局', '青禾县财政局'],
      issued: '2023-09-15',
    });
    expect(cells).toEqual(['对象', '额度上限', '个人', '30万元', '合伙创业可上浮', '小微企业', '400万元', '不上浮']);
    expect(text).toContain('[^1]: 本通知所称就业困难人员，按照省有关规定认定。');
  });

  it('with a head in red', async () => {
    const { data } = await fixture('住宅维修资金-red.docx');
    expect(data).toEqual({
      kind: 'policy',
      title: '临江市住房和城乡建设局关于印发《临江市住宅专项维修资金使用细则（试行）》的通知',
      number: '临住建规字〔2021〕2号',
      issuer: '临江市住房和城乡建设局',
      category: '规范性文件',
      disclosure: '主动公开',
      issued: '2021-06-18',
    });
  });

  it('whose styles are named in Chinese', async () => {
    const { headings, links, data } = await fixture('养老补贴解读-named.docx');
    expect(headings).toEqual([
      '1 一、背景依据',
      '1 二、目标任务',
      '1 三、主要内容',
      '2 （一）补贴对象',
      '2 （二）补贴标准',
      '1 四、关键词解释',
    ]);
    expect(links).toEqual([data.policy]);
  });
});

describe('a saved page', () => {
  it('of a content system', async () => {
    const { data, headings, text } = await fixture('养老服务办法-trs.html');
    expect(data).toEqual({
      kind: 'policy',
      title: '云溪市人民政府办公室关于印发云溪市居家养老服务补贴办法的通知',
      number: '云政办规〔2024〕3号',
      issuer: '云溪市人民政府办公室',
      category: '规范性文件',
      disclosure: '主动公开',
      issued: '2024-03-01',
      published: '2024-03-05',
      channels: ['云溪市人民政府网站'],
    });
    expect(headings[0]).toBe('1 第一章 总则');
    expect(text).not.toMatch(/当前位置|分享到|相关阅读|ICP备|脚本/);
  });

  it('in GBK that calls itself GB2312, with an information box', async () => {
    const { data, text } = await fixture('养老补贴解读-infobox.html');
    expect(data).toMatchObject({ kind: 'interpretation', author: '云溪市民政局', published: '2024-03-06' });
    expect(text).not.toMatch(/索引号|版权所有|网站首页/);
  });

  it('in Big5 and Traditional characters', async () => {
    const { data } = await fixture('犬只管理规定-traditional.html');
    expect(data).toMatchObject({ kind: 'policy', title: '臨江市養犬管理規定', issued: '2022-11-30' });
  });

  it('laid out in tables within tables', async () => {
    const { data, headings, text } = await fixture('营商环境吹风会-nested-tables.html');
    expect(data).toMatchObject({ kind: 'briefing', published: '2024-05-08', author: '云溪市发展和改革委员会' });
    expect(headings).toContain('1 三、下一步安排');
    expect(text).not.toMatch(/返回顶部|您现在的位置|Copyright/);
  });
});
