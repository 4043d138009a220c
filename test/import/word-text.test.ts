import { describe, expect, it } from 'vitest';
import { field, left, lines, p, run } from './word.js';

const sup = '<w:vertAlign w:val="superscript"/>';
const sub = '<w:vertAlign w:val="subscript"/>';

describe('raised and lowered text', () => {
  it.each([
    ['a power', run('3×10') + run('5', sup) + run('吨'), '3×10⁵吨'],
    ['a negative power', run('10') + run('-3', sup), '10⁻³'],
    ['a unit', run('120m') + run('2', sup), '120m²'],
    ['an index', run('水位H') + run('0', sub), '水位H₀'],
    ['a formula of chemistry', run('CO') + run('2', sub) + run('排放'), 'CO₂排放'],
    ['letters', run('2') + run('n+1', sup), '2ⁿ⁺¹'],
    ['letters without a raised sign', run('2') + run('ab', sup), '2^ab'],
    ['a mark of a note', run('采砂') + run('［注1］', sup), '采砂［注1］'],
    ['two runs of one power', run('10') + run('1', sup) + run('2', sup), '10¹²'],
    ['none', run('10', '<w:vertAlign w:val="baseline"/>') + run('5'), '105'],
  ])('%s', async (_, runs, text) => {
    expect(await lines(p(runs))).toEqual([text]);
  });

  it('by a style', async () => {
    const styles = `<w:style w:type="character" w:styleId="S"><w:name w:val="上标"/><w:rPr>${sup}</w:rPr></w:style>`;
    expect(await lines(p(run('10') + run('4', '<w:rStyle w:val="S"/>')), { styles })).toEqual(['10⁴']);
  });
});

const m = (inside: string) => `<m:oMath>${inside}</m:oMath>`;
const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
const e = (name: string, inside: string) => `<m:${name}>${inside}</m:${name}>`;

describe('formulas', () => {
  it.each([
    ['a line', m(t('补贴额=(面积-10)×单价')), '补贴额=(面积-10)×单价'],
    ['a fraction', m(e('f', e('num', t('1')) + e('den', t('3')))), '1/3'],
    ['a fraction of sums', m(e('f', e('num', t('a+b')) + e('den', t('c+d')))), '(a+b)/(c+d)'],
    ['a power', m(e('sSup', e('e', t('10')) + e('sup', t('4')))), '10⁴'],
    ['a power of a sum', m(e('sSup', e('e', t('a+b')) + e('sup', t('2')))), '(a+b)²'],
    ['an index', m(e('sSub', e('e', t('Q')) + e('sub', t('0')))), 'Q₀'],
    ['a root', m(e('rad', e('deg', '') + e('e', t('x+1')))), '√(x+1)'],
    [
      'a sum',
      m(e('nary', `<m:naryPr><m:chr m:val="∑"/></m:naryPr>${e('sub', t('i=1'))}${e('sup', t('n'))}${e('e', t('S'))}`)),
      '∑\\_(i=1)^n S',
    ],
    ['brackets', m(e('d', e('e', t('a+b')))), '(a+b)'],
    ['rows', m(e('eqArr', e('e', t('x=1')) + e('e', t('y=2')))), 'x=1; y=2'],
    ['slanted letters', m(t('𝑆=𝜋𝑟')), 'S=πr'],
  ])('%s', async (_, formula, text) => {
    expect(await lines(p(run('按') + formula + run('计算。')))).toEqual([`按${text}计算。`]);
  });

  it('in a paragraph of their own', async () => {
    expect(await lines(p(`<m:oMathPara>${m(t('y=ax'))}</m:oMathPara>`))).toEqual(['y=ax']);
  });
});

describe('fields', () => {
  it.each([
    ['a page', field('PAGE', '3'), '3'],
    ['a date', field('DATE \\@ "yyyy年"', '2024年'), '2024年'],
    ['a reference', field('REF _Ref1 \\h', '附件1'), '附件1'],
    ['a merge field', field('MERGEFIELD 姓名', '«姓名»'), '«姓名»'],
    [
      'one field in the instruction of another',
      field(`IF </w:instrText></w:r>${field('MERGEFIELD 甲', '1')}<w:r><w:instrText>`, '是'),
      '是',
    ],
    ['one field in the result of another', field('REF a', '').replace(run(''), field('PAGE', '5')), '5'],
    ['a simple field', '<w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>', '7'],
    ['a number in a circle', field('eq \\o\\ac(○,3)'), '③'],
    ['a number beyond those in circles', field('eq \\o\\ac(○,21)'), '○21'],
    ['pinyin', field('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(hóng),泓)'), '泓'],
    ['a fraction', field('EQ \\f(1,3)'), '1/3'],
    ['a raised figure', `${run('10')}${field('EQ \\s\\up5(4)')}`, '10⁴'],
    ['a root', field('EQ \\r(3,x)'), '³√x'],
    ['a button', field('MACROBUTTON NoMacro 请填写单位'), '请填写单位'],
    ['a sign of a font', field('SYMBOL 254 \\f "Wingdings"'), '☑'],
    ['an entry of an index', field('XE "采砂"'), ''],
  ])('%s', async (_, inside, text) => {
    expect(await lines(p(run('甲') + inside + run('乙')))).toEqual([`甲${text}乙`]);
  });

  it('without a result are told of', async () => {
    expect(await left(p(run('共') + field('DOCPROPERTY 页数') + run('页')))).toEqual({ fields: ['DOCPROPERTY 页数'] });
  });

  it('that lead to the web are links', async () => {
    const [line] = await lines(p(field('HYPERLINK "https://www.yunxi.gov.cn/a"', '全文')));
    expect(line).toBe('[全文](https://www.yunxi.gov.cn/a)');
  });

  it('that are never ended take nothing with them', async () => {
    const begun =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    expect(await lines(p(begun + run('第一段。')) + p('第二段。'))).toEqual(['第一段。', '第二段。']);
  });
});

describe('boxes to tick and signs', () => {
  const formBox = (value: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${value}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const control = (checked: string, content: string) =>
    `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  it.each([
    ['a ticked form field', formBox('<w:default w:val="0"/><w:checked/>'), '☑'],
    ['an empty form field', formBox('<w:default w:val="0"/>'), '☐'],
    ['a form field ticked by default', formBox('<w:default w:val="1"/>'), '☑'],
    ['a control with its sign', control('1', run('☒')), '☒'],
    ['a control without a sign', control('0', ''), '☐'],
    ['a sign of Wingdings', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '☑'],
    ['a letter in Wingdings 2', run('R', '<w:rFonts w:ascii="Wingdings 2"/>'), '☑'],
    ['an empty box in Wingdings', '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', '☐'],
    ['a sign of Symbol', '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', '≥'],
    ['a sign by its code alone', run('&#xF0FE;'), '☑'],
  ])('%s', async (_, box, sign) => {
    expect(await lines(p(box + run('主动公开')))).toEqual([`${sign}主动公开`]);
  });

  it('that have no character are told of', async () => {
    expect(await left(p('<w:r><w:sym w:font="Wingdings" w:char="F0FF"/></w:r>'))).toEqual({
      symbols: ['Wingdings F0FF'],
    });
  });
});

describe('text that Word shows in other ways', () => {
  it.each([
    [
      'ruby',
      '<w:r><w:ruby><w:rt><w:r><w:t>hóng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>泓</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      '泓',
    ],
    ['a hyphen that does not break', '<w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>15</w:t></w:r>', '12-15'],
    ['capitals', run('pm2.5', '<w:caps/>'), 'PM2.5'],
    ['what was inserted', `<w:ins w:id="1">${run('新增')}</w:ins>`, '新增'],
    ['what was moved here', `<w:moveTo w:id="1">${run('移来')}</w:moveTo>`, '移来'],
    ['a smart tag', `<w:smartTag w:element="date">${run('3月1日')}</w:smartTag>`, '3月1日'],
    ['an unknown element around runs', `<w:unknown>${run('也在')}</w:unknown>`, '也在'],
  ])('%s', async (_, inside, text) => {
    expect(await lines(p(run('甲') + inside + run('乙')))).toEqual([`甲${text}乙`]);
  });
});

describe('hidden text', () => {
  const styles =
    '<w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="P"/></w:style>';
  it.each([
    ['by the run', p(`${run('内部掌握')}`, '').replace('<w:r>', '<w:r><w:rPr><w:vanish/></w:rPr>')],
    ['by the style of a run', p(run('内部掌握', '<w:rStyle w:val="C"/>'))],
    ['by the style of a paragraph', p(run('内部掌握'), '<w:pStyle w:val="P"/>')],
    ['by a style that another is based on', p(run('内部掌握'), '<w:pStyle w:val="Q"/>')],
    ['in a table', `<w:tbl><w:tr><w:tc>${p(run('内部掌握', '<w:vanish/>'))}</w:tc></w:tr></w:tbl>`],
    ['in a hidden row', `<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${p('内部掌握')}</w:tc></w:tr></w:tbl>`],
  ])('%s is told of, and not shown', async (_, paragraph) => {
    expect(await lines(p('正文。') + paragraph + p('又一段。'), { styles })).toEqual(['正文。', '又一段。']);
    expect(await left(paragraph + p('又一段。'), { styles })).toEqual({ hidden: ['内部掌握'] });
  });

  it('that is shown again is shown', async () => {
    expect(await lines(p(run('写明', '<w:rStyle w:val="C"/><w:vanish w:val="0"/>')), { styles })).toEqual(['写明']);
  });
});
