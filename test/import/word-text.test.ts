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

  const up = (half: number) => `<w:position w:val="${half}"/>`;
  it.each([
    ['moved up', run('120m') + run('2', up(6)), '120m²'],
    ['moved down', run('CO') + run('2', up(-6)) + run('排放'), 'CO₂排放'],
    ['moved up in two runs', run('10') + run('1', up(8)) + run('2', up(8)), '10¹²'],
    ['moved up as little as counts', run('m') + run('3', up(4)), 'm³'],
    ['moved up by less', run('m') + run('3', up(3)), 'm3'],
    ['moved up from lowered text', run('x', up(-3)) + run('2', up(3)) + run('起', up(-3)), 'x²起'],
    ['as high as all of its line', run('共', up(6)) + run('2', up(6)) + run('处', up(6)), '共2处'],
    ['words', run('附注') + run('见后', up(6)), '附注见后'],
    ['a line that begins raised', run('2', up(6)) + run('处'), '2处'],
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
    ['characters one above the other', field('eq \\o(\\s\\up 7(财政),\\s\\do 3(厅局))'), '财政厅局'],
    ['a fraction', field('EQ \\f(1,3)'), '1/3'],
    ['a raised figure', `${run('10')}${field('EQ \\s\\up5(4)')}`, '10⁴'],
    ['a root', field('EQ \\r(3,x)'), '³√x'],
    ['a button', field('MACROBUTTON 打印 请打印'), '请打印'],
    ['a button to type over', field('MACROBUTTON NoMacro 请填写单位'), '【待填：请填写单位】'],
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

  const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
  const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
  const say = (words: string) => `<w:r><w:instrText>${words}</w:instrText></w:r>`;
  it.each([
    ['contents', begin + say('TOC') + separate],
    ['a reference without a result', begin + say('REF a')],
    ['nothing at all', begin],
    ['one within another that is', begin + say('REF a') + separate + begin + say('EQ \\x()') + separate],
    ['two, one within the other', begin + say('IF ') + begin + say('REF a')],
  ])('that are never ended take nothing with them: %s', async (_, begun) => {
    expect(await lines(p(begun + run('第一段。')) + p('第二段。'))).toEqual(['第一段。', '第二段。']);
  });

  it('that are never ended leave those that are', async () => {
    expect(
      await lines(p(run('共') + begin + say('REF a')) + p(run('见') + field('REF b', '附件') + run('。'))),
    ).toEqual(['共', '见附件。']);
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
    '<w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="P"/></w:style><w:style w:type="paragraph" w:styleId="Y"><w:rPr><w:sz w:val="2"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="W"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:pPr><w:shd w:val="clear" w:fill="1F4E79"/></w:pPr></w:style><w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr></w:tblStylePr></w:style><w:style w:type="table" w:styleId="G"><w:tblPr/></w:style>';
  it.each([
    ['by the run', p(`${run('内部掌握')}`, '').replace('<w:r>', '<w:r><w:rPr><w:vanish/></w:rPr>')],
    ['by the style of a run', p(run('内部掌握', '<w:rStyle w:val="C"/>'))],
    ['by the style of a paragraph', p(run('内部掌握'), '<w:pStyle w:val="P"/>')],
    ['by a style that another is based on', p(run('内部掌握'), '<w:pStyle w:val="Q"/>')],
    [
      'with a text box in it',
      p(
        `<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:textbox><w:txbxContent>${p('内部掌握')}</w:txbxContent></v:textbox></w:pict></w:r>`,
      ),
    ],
    ['in a table', `<w:tbl><w:tr><w:tc>${p(run('内部掌握', '<w:vanish/>'))}</w:tc></w:tr></w:tbl>`],
    ['in white on the white page', p(run('内部掌握', '<w:color w:val="FFFFFF" w:themeColor="background1"/>'))],
    ['in the palest grey that counts as white', p(run('内部掌握', '<w:color w:val="F0F0F0"/>'))],
    ['of one point', p(run('内部掌握', '<w:sz w:val="2"/>'))],
    ['of half a point', p(run('内部掌握', '<w:sz w:val="1"/><w:szCs w:val="21"/>'))],
    ['of less than two points', p(run('内部掌握', '<w:color w:val="000000"/><w:sz w:val="3"/>'))],
    ['of one point by a style', p(run('内部掌握'), '<w:pStyle w:val="Y"/>')],
    ['of one point in a link', p(`<w:hyperlink w:anchor="a">${run('内部掌握', '<w:sz w:val="2"/>')}</w:hyperlink>`)],
    ['in white by a style', p(run('内部掌握'), '<w:pStyle w:val="W"/>')],
    [
      'in white on a white ground',
      p(run('内部掌握', '<w:color w:val="ffffff"/><w:shd w:val="clear" w:fill="FFFFFF"/>')),
    ],
    ['in white on no ground', p(run('内部掌握', '<w:color w:val="FFFFFF"/><w:highlight w:val="none"/>'))],
    [
      'in white as WPS writes it',
      p(
        run(
          '内部掌握',
          '<w:color w:val="FFFFFF"/><w14:textFill><w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill></w14:textFill>',
        ),
      ),
    ],
    [
      'in white in a table without colours',
      `<w:tbl><w:tblPr><w:tblStyle w:val="G"/></w:tblPr><w:tr><w:tc>${p(run('内部掌握', '<w:color w:val="FFFFFF"/>'))}</w:tc></w:tr></w:tbl>`,
    ],
    ['in a hidden row', `<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${p('内部掌握')}</w:tc></w:tr></w:tbl>`],
  ])('%s is told of, and not shown', async (_, paragraph) => {
    expect(await lines(p('正文。') + paragraph + p('又一段。'), { styles })).toEqual(['正文。', '又一段。']);
    expect(await left(paragraph + p('又一段。'), { styles })).toEqual({ hidden: ['内部掌握'] });
  });

  const white = '<w:color w:val="FFFFFF"/>';
  const cell = (inside: string, tcPr = '', tblPr = '') =>
    `<w:tbl><w:tblPr>${tblPr}</w:tblPr><w:tr><w:tc><w:tcPr>${tcPr}</w:tcPr>${inside}</w:tc></w:tr></w:tbl>`;
  const blue = '<w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/>';
  const behind = `<w:r><w:drawing><wp:anchor behindDoc="1"><wp:docPr id="1" name="底图"/></wp:anchor></w:drawing></w:r>`;
  it.each([
    ['on a coloured ground of its own', p(run('写明', white + blue))],
    ['that is marked in a colour', p(run('写明', `${white}<w:highlight w:val="black"/>`))],
    ['in a coloured paragraph', p(run('写明', white), blue)],
    ['in a paragraph coloured by its style', p(run('写明', white), '<w:pStyle w:val="B"/>')],
    ['in a coloured cell', cell(p(run('写明', white)), blue)],
    ['in a table whose style colours rows', cell(p(run('写明', white)), '', '<w:tblStyle w:val="T"/>')],
    [
      'in a text box',
      p(`<w:r><w:pict><v:textbox><w:txbxContent>${p(run('写明', white))}</w:txbxContent></v:textbox></w:pict></w:r>`),
    ],
    ['before a picture', p(behind + run('写明', white))],
    ['by its style, but not in the run', p(run('写明', '<w:color w:val="auto"/>'), '<w:pStyle w:val="W"/>')],
    [
      'but filled with a colour',
      p(
        run(
          '写明',
          `${white}<w14:textFill><w14:solidFill><w14:srgbClr w14:val="C00000"/></w14:solidFill></w14:textFill>`,
        ),
      ),
    ],
    ['nearly, of two points', p(run('写明', '<w:sz w:val="4"/>'))],
    ['nearly, of its own size over that of a style', p(run('写明', '<w:sz w:val="21"/>'), '<w:pStyle w:val="Y"/>')],
    ['nearly, a grey that can be seen', p(run('写明', '<w:color w:val="EFEFEF"/>'))],
  ])('white text %s is shown', async (_, paragraph) => {
    expect(await lines(p('正文。') + paragraph, { styles })).toEqual(['正文。', '写明']);
  });

  it('in white takes the number of its paragraph, as Word counts it', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const one = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const body = p('采砂点多', one) + p(run('内部掌握', white), one) + p('监管不严', one);
    expect(await lines(body, { numbering })).toEqual(['一、采砂点多', '三、监管不严']);
  });

  it('that is shown again is shown', async () => {
    expect(await lines(p(run('写明', '<w:rStyle w:val="C"/><w:vanish w:val="0"/>')), { styles })).toEqual(['写明']);
  });
});

describe('what a file says of all its text', () => {
  const defaults = (looks: string) =>
    `<w:docDefaults><w:rPrDefault><w:rPr>${looks}</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="N"/><w:rPr><w:b w:val="0"/><w:vanish w:val="0"/><w:vertAlign w:val="baseline"/></w:rPr></w:style><w:style w:type="character" w:styleId="C"><w:name w:val="字"/></w:style>`;
  const plain = '<w:pStyle w:val="Q"/>';
  it.each([
    ['it is bold', '<w:b/>', p('显著'), '**显著**'],
    ['it is bold, but not in a style', '<w:b/>', p('显著', plain), '显著'],
    ['a style of a run says nothing of it', '<w:b/>', p(run('显著', '<w:rStyle w:val="C"/>'), plain), '显著'],
    ['it is raised', sup, p(run('m', '<w:vertAlign w:val="baseline"/>') + run('2')), 'm²'],
    ['it is hidden, but not in a style', '<w:vanish/>', p('写明', plain), '写明'],
    ['it is hidden, but not in a run', '<w:vanish/>', p(run('写明', '<w:vanish w:val="0"/>')), '写明'],
  ])('%s', async (_, looks, paragraph, text) => {
    expect((await lines(p('先说。', plain) + paragraph, { styles: defaults(looks) })).at(-1)).toBe(text);
  });

  it('hides what nothing shows', async () => {
    expect(await left(p('看见。', plain) + p('内部掌握'), { styles: defaults('<w:vanish/>') })).toEqual({
      hidden: expect.arrayContaining(['内部掌握']),
    });
  });

  it('holds where the file has no style of its own', async () => {
    const styles =
      '<w:docDefaults><w:pPrDefault><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:pPrDefault></w:docDefaults>';
    expect(await lines(p('制定背景'), { styles })).toEqual(['## 制定背景']);
  });
});

describe('breaks', () => {
  const br = (type: string) => `<w:r><w:br${type && ` w:type="${type}"`}/></w:r>`;
  it.each([
    ['of lines', ''],
    ['of pages', 'page'],
    ['of columns', 'column'],
  ])('%s part what stands on either side', async (_, type) => {
    expect(await lines(p(run('自印发之日起施行。') + br(type) + run('附件1')))).toEqual([
      '自印发之日起施行。',
      '附件1',
    ]);
    expect(await lines(p(br(type) + run('附件1')) + p(br(type)) + p(run('正文。') + br(type)))).toEqual([
      '附件1',
      '正文。',
    ]);
  });
});

describe('a break of pages before a numbered heading', () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  it.each(['page', 'column'])('leaves the number with it: %s', async (type) => {
    const looks = '<w:outlineLvl w:val="1"/><w:numPr><w:numId w:val="1"/></w:numPr>';
    const heading = p(`<w:r><w:br w:type="${type}"/></w:r>${run('制定背景')}`, looks);
    expect(await lines(heading + p('采砂点多。'), { numbering })).toEqual(['## 一、制定背景', '采砂点多。']);
  });
});

describe('parts that another file holds', () => {
  it('are told of', async () => {
    const body = p('<w:subDoc r:id="rIdS"/>');
    expect(await left(body, {}, [['rIdS', 'subDocument', 'https://yunxi.gov.cn/2.docx']])).toEqual({
      parts: ['https://yunxi.gov.cn/2.docx'],
    });
  });
});
