/** Front matter of the documents of `corpus.ts`: in English and in Chinese, plain and nested, and sometimes none. */
import { type Chance, dateOf, type Matter } from './corpus-matter.js';

export function policyHead(matter: Matter, name: string, number: string, chance: Chance): string {
  const { place, office, issued, isRevision, isLinkedBack } = matter;
  const interpretation = matter.interpretation.split('/').pop();
  const back = isLinkedBack || chance.is(0.5);
  const start = issued - chance.between(50, 90);
  if (chance.is(0.5))
    return block([
      '类型: 政策文件',
      `标题: ${name}`,
      `文号: ${chance.is(0.03) ? number.replace('〔', '[').replace('〕', ']') : number}`,
      `发文机关: ${place}市人民政府办公室`,
      '文件类别: 规范性文件',
      '公开属性: 主动公开',
      `成稿日期: ${dateOf(issued - 3)}`,
      `印发日期: ${dateOf(issued)}`,
      `发布日期: ${dateOf(issued)}`,
      `报送日期: ${dateOf(issued - 2)}`,
      `起草部门: [${office}, ${place}市财政局]`,
      ...(isRevision ? [`修订文件: ${matter.number.replace(/〔(\d+)〕/, (_, year) => `〔${year - 4}〕`)}`] : []),
      '涉及重大公共利益: true',
      '征求意见:',
      `  开始: ${dateOf(start)}`,
      `  结束: ${dateOf(start + 30)}`,
      `  结果公布: ${dateOf(start + 35)}`,
      `  采纳公布: ${dateOf(issued + 6)}`,
      ...(back ? ['解读材料:', `  - ${interpretation}`] : []),
      `政策说明会: ${dateOf(issued + 12)}`,
      '保密审查:',
      '  审查人: 市政府办公室保密科',
      `  日期: ${dateOf(issued - 3)}`,
      '  结论: 可以公开',
    ]);
  return block([
    'kind: policy',
    `title: ${name}`,
    `number: ${number}`,
    `issuer: ${place}市人民政府办公室`,
    'category: 重要政策措施',
    'disclosure: 主动公开',
    `drafted: ${dateOf(issued - 3)}`,
    `issued: ${dateOf(issued)}`,
    `published: ${dateOf(issued)}`,
    `reported: ${dateOf(issued - 2)}`,
    `drafter: ${office}`,
    ...(isRevision ? ['revises: 原办法'] : []),
    'public-interest: false',
    `consultation: { start: ${dateOf(start)}, end: ${dateOf(start + 30)}, results: ${dateOf(start + 33)}, adoption: ${dateOf(issued + 6)} }`,
    ...(back ? ['interpretations:', `  - ${interpretation}`] : []),
    `explanation-meeting: ${dateOf(issued + 12)}`,
    `secrecy-review: { reviewer: 市政府办公室保密科, date: ${dateOf(issued - 3)}, result: 可以公开 }`,
  ]);
}

export function interpretationHead(matter: Matter, name: string, chance: Chance): string {
  const { place, office, issued, field, names } = matter;
  // By path mostly, else by number or by a path that leads nowhere.
  const policy = chance.is(0.75)
    ? `${chance.is(0.97) ? '' : '../missing/'}${matter.policy.split('/').pop()}`
    : matter.number;
  const published = dateOf(issued + (chance.is(0.9) ? 0 : chance.between(4, 20)));
  if (chance.is(0.05)) return '';
  if (chance.is(0.3))
    return block([
      'kind: interpretation',
      `title: "${name}"`,
      `policy: ${policy}`,
      `author: ${office}`,
      `published: ${published}`,
    ]);
  if (chance.is(0.5))
    return block([
      '类型: 解读材料',
      `标题: ${name}`,
      `政策文件: ${policy}`,
      `解读单位: ${chance.is(0.9) ? office : `${place}市人民政府办公室`}`,
      '解读形式: [文字, 问答, 现场宣讲]',
      `发布渠道: [市政府门户网站, ${field.office}微信公众号]`,
      `成稿日期: ${dateOf(issued - 3)}`,
      `发布日期: ${published}`,
      `报送日期: ${dateOf(issued - 1)}`,
      '紧急: false',
      '发布人:',
      `  姓名: ${names[0]}`,
      `  职务: ${office}局长`,
      '审签:',
      `  - { 角色: 科室负责人, 姓名: ${names[1]}, 日期: ${dateOf(issued - 3)} }`,
      `  - { 角色: 分管领导, 姓名: ${names[2]}, 日期: ${dateOf(issued - 2)} }`,
      `  - { 角色: 主要负责人, 姓名: ${names[0]}, 日期: ${dateOf(issued - 2)} }`,
      '保密审查:',
      '  审查人: 局办公室',
      `  日期: ${dateOf(issued - 2)}`,
      '  结论: 可以公开',
    ]);
  return block([
    'kind: interpretation',
    `title: ${name}`,
    `policy: ${policy}`,
    `author: ${office}`,
    'form: [文字, 视频]',
    'channels:',
    '  - 市政府门户网站',
    `  - ${field.office}微信公众号`,
    `drafted: ${dateOf(issued - 3)}`,
    `published: ${published}`,
    `reported: ${dateOf(issued - 1)}`,
    `spokesperson: { name: ${names[0]}, post: ${office}局长 }`,
    'sign-offs:',
    '  - role: 科室负责人',
    `    name: ${names[1]}`,
    `    date: ${dateOf(issued - 3)}`,
    '  - role: 主要负责人',
    `    name: ${names[0]}`,
    `    date: ${dateOf(issued - 2)}`,
    `secrecy-review: { reviewer: 局办公室, date: ${dateOf(issued - 2)}, result: 可以公开 }`,
  ]);
}

export function briefingHead(matter: Matter, name: string, chance: Chance): string {
  const { office, issued, names, place } = matter;
  return block([
    'kind: briefing',
    `title: ${name}`,
    `policy: ${chance.is(0.8) ? matter.policy.split('/').pop() : matter.number}`,
    `author: ${office}`,
    `releasers: [${office}, ${place}市人民政府办公室]`,
    `held: ${dateOf(issued - 1)}`,
    `published: ${dateOf(issued)}`,
    `spokesperson: { name: ${names[1]}, post: ${office}局长 }`,
    'approval:',
    `  submitted: ${dateOf(issued - 4)}`,
    `  approved: ${dateOf(issued - 2)}`,
    `  signatory: ${names[2]}`,
    '  sealed: true',
  ]);
}

function block(lines: readonly string[]): string {
  return `---\n${lines.join('\n')}\n---\n\n`;
}
