import { describe, expect, it } from 'vitest';
import { imported, PROSE, page } from './imported.js';

const HEAD = '<h1>关于河道采砂管理办法的解读</h1>';
const SECRET = '内部掌握的限额为60万元';

/** Whether the secret is read, and whether it is told of as hidden. */
async function found(html: string, head = ''): Promise<[boolean, boolean]> {
  const { body, notes } = await imported(page(`${HEAD}${PROSE}${html}`, { head }));
  const hidden = notes.find(({ id }) => id === 'hidden');
  return [body.includes('内部掌握'), hidden?.examples.join().includes('内部掌握') ?? false];
}

describe('text that a page shows to nobody is told of, and not read', () => {
  it.each([
    ['white by name', `<p style="color:white">${SECRET}</p>`],
    ['white by a number', `<p>补助标准见附件。<span style="color: #FFF">${SECRET}</span></p>`],
    ['nearly white', `<p>补助标准见附件。<span style="COLOR: rgb(250, 250, 252)">${SECRET}</span></p>`],
    ['white as old editors write it', `<p>补助标准见附件。<font color="#ffffff">${SECRET}</font></p>`],
    ['white in a cell', `<table><tr><td>标准</td><td><font color=white>${SECRET}</font></td></tr></table>`],
    ['white in several runs', `<p>见附件。<span style="color:#fff"><b>内部掌握</b>的<i>限额</i></span></p>`],
    [
      'white in an article of an unknown class',
      `<div class="TRS_Editor">${PROSE.repeat(3)}<p style="color:white">${SECRET}</p></div>`,
    ],
    ['white on white', `<div style="background:#fff"><p style="color:#fefefe">${SECRET}</p></div>`],
    ['red on red', `<p style="color:red;background-color:red">${SECRET}</p>`],
    ['grey on the same grey', `<p bgcolor="#cccccc"><font color="#ccc">${SECRET}</font></p>`],
    ['see-through', `<p>补助标准见附件。<span style="color:transparent">${SECRET}</span></p>`],
    ['of one point', `<p>补助标准见附件。<span style="font-size:1pt">${SECRET}</span></p>`],
    ['of one pixel', `<p style="font-size: 1.0px !important">${SECRET}</p>`],
    ['of no size', `<p style="font-size:0em">${SECRET}</p>`],
    ['of no size by a letter within', `<p style="font-size:0">见<span style="font-size:2em">${SECRET}</span></p>`],
  ])('%s', async (_, html) => {
    expect(await found(html)).toEqual([false, true]);
  });

  it.each([
    ['white', '.memo{color:#fff}'],
    ['tiny', 'p.memo { font-size: 0.5pt }'],
    ['of its own ground', '.memo{background-color:#00f;color:#0000FF}'],
  ])('%s by a style of the page', async (_, css) => {
    expect(await found(`<p class="memo">${SECRET}</p>`, `<style>${css}</style>`)).toEqual([false, true]);
  });
});

describe('text that may well be seen is read', () => {
  it.each([
    ['white on a colour', `<p style="color:#fff;background:#c00">${SECRET}</p>`],
    [
      'white on the colour of a box',
      `<div style="background-color:navy"><p><font color=white>${SECRET}</font></p></div>`,
    ],
    ['white in a coloured cell', `<table><tr bgcolor="#003366"><td style="color:#fff">${SECRET}</td></tr></table>`],
    ['white before a picture', `<div style="background:url(a.png)"><p style="color:#fff">${SECRET}</p></div>`],
    [
      'white before a picture of old',
      `<table background="a.gif"><tr><td><font color=white>${SECRET}</font></td></tr></table>`,
    ],
    ['white in a box of which nothing is known', `<div class="b2"><p style="color:#fff">${SECRET}</p></div>`],
    [
      'white in a bar of such links',
      `<div class="b3"><a style="color:#fff">首页</a><a style="color:#fff">${SECRET}</a></div>`,
    ],
    ['beside a label in such a box', `<div class="bar"><span style="color:#fff">${SECRET}</span>云溪</div>`],
    ['white with a class of its own', `<p>见附件。<span class="btn" style="color:#fff">${SECRET}</span></p>`],
    ['black within white', `<p>见附件。<span style="color:#fff"><span style="color:#000">${SECRET}</span></span></p>`],
    ['pale, but not white', `<p style="color:#ccc">${SECRET}</p>`],
    ['a colour on another', `<p style="color:red;background:#ffeeee">${SECRET}</p>`],
    ['of two points', `<p style="font-size:2pt">${SECRET}</p>`],
    [
      'of a size within one that is nought',
      `<div style="font-size:0"><span style="font-size:16px">${SECRET}</span></div>`,
    ],
    ['of one em', `<p style="font-size:1em">${SECRET}</p>`],
    ['of a named size', `<p style="font-size:x-small">${SECRET}</p>`],
  ])('%s', async (_, html) => {
    expect(await found(html)).toEqual([true, false]);
  });
  it('white throughout, as where a style that was not saved makes it dark', async () => {
    const { body } = await imported(page(`<div style="color:#fff">${HEAD}${PROSE}<p>${SECRET}</p></div>`));
    expect(body).toContain(SECRET);
  });
});

describe('what stands in fields of a page', () => {
  it.each([
    ['a text that nobody can change', `<textarea readonly>${SECRET}</textarea>`, true],
    ['a text in sentences', `<textarea cols=80>一、${SECRET}。\n二、由市水务局解释。</textarea>`, true],
    ['a field that nobody can change', `<p>标准：<input type="text" readonly value="${SECRET}"></p>`, true],
    ['a field that is off', `<p>标准：<input disabled value="${SECRET}"></p>`, true],
    ['a prompt', `<textarea>请输入${SECRET}</textarea>`, false],
    ['a field to fill in', `<input value="${SECRET}">`, false],
    ['a button', `<input type="submit" disabled value="${SECRET}">`, false],
    ['what is kept for the program', `<input type="hidden" readonly value="${SECRET}">`, false],
    ['a hidden text', `<textarea style="display:none">${SECRET}。</textarea>`, false],
  ])('%s', async (_, html, isRead) => {
    expect((await found(html))[0]).toBe(isRead);
  });
  it('keeps its lines', async () => {
    const { body } = await imported(page(`${HEAD}${PROSE}<textarea readonly>第一段。\n第二段。</textarea>`));
    expect(body.trimEnd().split('\n\n').slice(-2)).toEqual(['第一段。', '第二段。']);
  });
});
