import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { getFirstConsumedChar, getMatchingDirection, type ReadonlyFlags } from 'regexp-ast-analysis';
import type { Expression } from './judge.js';

/** A text that an expression almost matches: what is repeated, and what stands around it. */
export interface Pump {
  readonly before: string;
  readonly round: string;
  readonly after: string;
}

/** No expression of ours takes it. */
const NOTHING = '\u{10fffd}';

/**
 * For each loop of an expression, texts that walk through it and are refused at the end: the loop's rounds alone, and rounds together
 * with what leads to them.
 */
export function pumpsOf({ source, flags }: Expression): Pump[] {
  const ast = new RegExpParser().parseLiteral(String(new RegExp(source, flags)));
  const pumps = new Map<string, Pump>();
  const add = (before: string, round: string) => {
    if (round !== '') pumps.set(`${before}\n${round}`, { before, round, after: NOTHING });
  };
  visitRegExpAST(ast.pattern, {
    onQuantifierEnter(quantifier) {
      if (quantifier.max < 8) return;
      const before = leadingTo(quantifier, ast.flags);
      const others = quantifier.element.type === 'Group' ? quantifier.element.alternatives : [];
      for (const round of [sample(quantifier.element, ast.flags), ...others.map((one) => sampleOf(one, ast.flags))]) {
        add(before, round);
        add('', before + round);
        add(before, before + round);
      }
    },
  });
  return [...pumps.values()];
}

/** A text that brings a match to a loop. */
function leadingTo(node: AST.Node, flags: ReadonlyFlags): string {
  const { parent } = node;
  if (!parent) return '';
  if (parent.type !== 'Alternative') return leadingTo(parent, flags);
  const before = parent.elements.slice(0, parent.elements.indexOf(node as AST.Element));
  return leadingTo(parent, flags) + before.map((one) => sample(one, flags)).join('');
}

function sampleOf({ elements }: AST.Alternative, flags: ReadonlyFlags): string {
  return elements.map((one) => sample(one, flags)).join('');
}

/** A text that an element matches, as short as may be but not empty where a loop may be. */
function sample(element: AST.Element, flags: ReadonlyFlags): string {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives[0] ? sampleOf(element.alternatives[0], flags) : '';
    case 'Quantifier':
      return sample(element.element, flags).repeat(Math.max(element.min, element.max > 1 ? 1 : 0));
    case 'Character':
    case 'CharacterClass':
    case 'CharacterSet': {
      const { char } = getFirstConsumedChar(element, getMatchingDirection(element), flags);
      const [first] = char.ranges;
      const usual = ['甲', 'a', '1', ' '].find((one) => char.has(one.codePointAt(0) as number));
      return usual ?? (first ? String.fromCodePoint(first.min) : '');
    }
    default:
      return element.type === 'Assertion' && element.kind === 'lookbehind' && !element.negate && element.alternatives[0]
        ? sampleOf(element.alternatives[0], flags)
        : '';
  }
}

/** Characters: up to the first, texts grow by a few, as what is exponential is felt within a line; up to the second, they double. */
const SHORT = 200;
const LONGEST = 60_000;
/** Milliseconds after which no longer text is tried. */
const PATIENCE = 100;

/**
 * How the processor time of an expression on a pump grows when the pump is doubled, at the last two lengths that were tried.
 * @returns null where it is too short to tell: then it is fast; Infinity where even a line takes long
 */
export function growthOn({ source, flags }: Expression, { before, round, after }: Pump): number | null {
  const expression = new RegExp(source, flags.replace('g', ''));
  let last = 0;
  for (let length = 16; ; length = length < SHORT ? length + 6 : length * 2) {
    const text = before + round.repeat(Math.ceil(length / round.length)) + after;
    const start = process.cpuUsage().user;
    expression.test(text);
    const time = (process.cpuUsage().user - start) / 1000;
    if (time > PATIENCE && length < SHORT) return Number.POSITIVE_INFINITY;
    if (time > PATIENCE || length * 2 > LONGEST) return time < 20 ? null : time / Math.max(last, 0.5);
    last = time;
  }
}
