/** A whole number from 0 to below `below`. */
export type Random = (below: number) => number;

/** Numbers that a seed decides (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Text that nobody would write: open marks, deep nesting, broken front matter, characters beyond the plane, long lines. */
export function hostileText(random: Random): string {
  const pieces = Array.from({ length: 1 + random(8) }, () => {
    const piece = PIECES[random(PIECES.length)] as string;
    return piece.repeat(1 + random(random(10) === 0 ? 2000 : 20));
  });
  return pieces.join(random(2) === 0 ? '\n' : '');
}

const PIECES = [
  '> ',
  '**',
  '[',
  '](x.md)',
  '- ',
  '1. ',
  '| 甲 ',
  '```\n',
  '<div>',
  '<!-- ',
  '《',
  '〔2024〕',
  '的',
  '2024年3月1日',
  '\r',
  '\t',
  '𠮷',
  '\ufeff',
  '---\n',
  'kind: policy\n',
  '{a: [',
  '一、背景\n\n',
  '（一）',
  '待补充',
  '&amp;',
  '\\',
  '政策文件：',
  '第一条　',
  '100万元',
  '\u0000',
  '\u202e',
];
