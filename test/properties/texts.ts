import fc from 'fast-check';
import { corpus } from '../../bench/corpus-documents.js';
import { documents } from '../document/random-documents.js';

/** Pieces that parsers stumble over. */
const PIECES = [
  ...[
    '> ',
    '**',
    '*',
    '_',
    '~~',
    '[',
    '](',
    '](b.md)',
    '![',
    '[^1]',
    '[甲]: /a\n',
    '- ',
    '1. ',
    '| 甲 ',
    '|-|\n',
    '```',
    '`',
    '    ',
  ],
  ...[
    '<div>',
    '</p',
    '<a href="',
    '<!--',
    '-->',
    '<!-- jiedu-lint-disable -->',
    '<![CDATA[',
    '&amp;',
    '&#x0;',
    '\\',
    '#',
    '===\n',
  ],
  ...[
    '---\n',
    '--- js\n',
    'kind: policy\n',
    '类型：解读\n',
    'a: &b [*b]\n',
    '{a: [',
    'policy: b.md\n',
    'title: "',
    '? - ',
    '!!js ',
  ],
  ...[
    '《',
    '》',
    '〔2024〕',
    '（一）',
    '一、背景\n\n',
    '第一条　',
    '问：',
    '【',
    '“',
    '的',
    '2024年3月1日',
    '5个工作日',
    '100万元',
    '30%',
  ],
  ...['待补充', '是指', '根据《办法》', '11010519491231002X', '机密★', '<<甲>>', '国办发[2024]3号', '甲,乙.'],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '　',
    '\u0000',
    '\u001b[31m',
    '\u0085',
    '\u2028',
    '\u202e',
    '\ufeff',
    '\u200b',
  ],
  ...['𠮷', '😀', '\ud83d', '\udc00', 'e\u0301', '\ufffd', '::error::', '"><script>', '=1+1'],
];

export const hostile: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...PIECES),
      fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 40 })),
    ),
    {
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.map(([piece, times]) => piece.repeat(times)).join(''));

const whole = [...corpus(12)].map(({ text }) => text);

/** Documents in which something was cut out, doubled or put in. */
const mutated: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...whole),
    fc.array(fc.tuple(fc.nat(8000), fc.nat(60), hostile), { minLength: 1, maxLength: 4 }),
  )
  .map(([text, changes]) =>
    changes.reduce(
      (now, [at, length, piece]) => {
        const start = now.length === 0 ? 0 : at % now.length;
        return now.slice(0, start) + piece + now.slice(start + length);
      },
      text.slice(0, 4000),
    ),
  );

/** Texts of every make: as drafters write them, damaged, and as nobody would. */
export const texts: fc.Arbitrary<string> = fc.oneof(documents, hostile, mutated);

/** Bytes of every make: of texts in each encoding, cut in the middle, and at random. */
export const files: fc.Arbitrary<Uint8Array> = fc.oneof(
  texts.map((text) => Buffer.from(text)),
  texts.map((text) => Buffer.from(`\ufeff${text}`)),
  texts.map((text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
  fc.tuple(texts, fc.nat(2000), fc.uint8Array({ maxLength: 3 })).map(([text, at, bytes]) => {
    const whole = Buffer.from(text);
    return Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + 1)]);
  }),
  fc.uint8Array({ maxLength: 200 }),
  // Pairs of bytes as GB18030 has them.
  fc
    .array(fc.tuple(fc.integer({ min: 0xb0, max: 0xf7 }), fc.integer({ min: 0xa1, max: 0xfe })), { maxLength: 80 })
    .map((pairs) => Uint8Array.from(pairs.flat())),
);
