/** Marks as editors and sites leave them in a draft of `corpus.ts`, and faults planted in it. */
import { Chance } from './corpus-matter.js';

/** A site's own keys, of which the tool knows none. */
const SITE = `params:
  layout: article
  menu:
    main: { weight: 30, parent: zhengce }
  seo:
    keywords: [政策解读, 公开, 服务]
    robots: { index: true, follow: false }
  assets:
    - { src: images/banner.png, params: { width: 640, alt: 配图 } }
    - src: images/share.png
      params:
        width: 200
`;

/**
 * A draft with a site's front matter, tables, lists, links, bold type and remnants of HTML between its paragraphs.
 * @param serial of its matter: the same gives the same marks
 */
export function markedUp(text: string, serial: number): string {
  const chance = new Chance(Math.imul(serial, 0x27d4eb2f) + text.length);
  const blocks = text.replace(/^---\n(?=[\s\S]*?\n---\n)/, `---\n${SITE}`).split('\n\n');
  return blocks.map((block, i) => (i < 2 || /^[#|-]/.test(block) ? block : marked(block, chance))).join('\n\n');
}

function marked(block: string, chance: Chance): string {
  const [first = '', ...rest] = block.split('，');
  if (rest.length === 0) return block;
  const parts = block.replace(/。$/, '').split(/[，；。]/);
  const made: readonly (() => string)[] = [
    () => `**${first}**，${rest.join('，')}`,
    () =>
      `**${first}**，[${rest[0]}](https://www.example.gov.cn/art/${chance.between(1, 9999)}.html)${rest.length > 1 ? '，' : ''}${rest.slice(1).join('，')}`,
    () =>
      `${first}，${rest.join('，')}<br/>\n<span style="color: #333">（详见[附件](https://www.example.gov.cn/fj/${chance.between(1, 99)}.pdf)）</span>`,
    () => `<div class="TRS_Editor">\n\n${block.replaceAll('，', '，&nbsp;')}\n\n</div>`,
    () => parts.map((part) => `- ${part}`).join('\n'),
    () => `1. ${first}\n   - ${rest.join('\n   - ')}`,
    () =>
      [
        '| 序号 | 内容 | 说明 |',
        '| --- | :---: | --- |',
        ...parts.map((part, i) => `| ${i + 1} | ${part} | \\*见*正文* |`),
      ].join('\n'),
    () => `> ${block}`,
  ];
  return chance.is(0.5) ? chance.one(made)() : block;
}

/** Faults, each of which adds one finding by the preset `recommended`: a line in front matter, or one in the body. */
const KEYS = ['isued', 'titel', 'publishd', 'reportd', 'drafed'];
const LINES = [
  '（此处待补充）',
  '详见[实施方案](../missing/fangan.md)。',
  '联系人手机13812345678。',
  '本办法由⽂化部门解释。',
  '## 空白的一节',
];

/** The draft with at most ten findings more. */
export function withFindings(text: string, count: number): string {
  if (count === 0) return text;
  const lines = LINES.slice(0, Math.ceil(count / 2));
  const keys = KEYS.slice(0, Math.floor(count / 2)).map((key) => `${key}: 某单位\n`);
  return `${text.replace(/^---\n/, `---\n${keys.join('')}`)}\n${lines.join('\n\n')}\n`;
}
