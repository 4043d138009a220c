import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import {
  getFirstCharAfter,
  getFirstConsumedChar,
  getMatchingDirection,
  isPotentiallyEmpty,
  type ReadonlyFlags,
} from 'regexp-ast-analysis';
import { analyse } from 'scslre';

/** An expression as it is written, and where. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** `src/document/kind.ts:12`. */
  readonly at: string;
}

/** Most ways in which an expression may match what begins at one place: its cost for each character of a text. */
export const MOST_WAYS = 20_000;

type CharSet = ReturnType<typeof getFirstConsumedChar>['char'];

/**
 * Why an expression may take more than linear time, or too long at every character; empty where it may not.
 * It errs on the side of refusing: what is accepted is linear, what is refused may be.
 */
export function faultsOf({ source, flags }: Expression): string[] {
  const ast = new RegExpParser().parseLiteral(String(new RegExp(source, flags)));
  const known = ast.flags;
  const faults = new Set<string>();
  for (const report of analyse({ pattern: ast.pattern, flags: ast.flags }).reports) {
    const quantifier = report.type === 'Trade' ? report.startQuant : report.quant;
    if (report.type === 'Move' && startsAtRun(alternativeOf(quantifier), firstOf(report.quant.element, known), known))
      continue;
    faults.add(`${quantifier.raw}: another part may take the same characters (${report.type})`);
  }
  visitRegExpAST(ast.pattern, {
    onQuantifierEnter(quantifier) {
      if (quantifier.max !== Number.POSITIVE_INFINITY) return;
      if (!isSingle(quantifier.element, known) && !roundsAreClear(quantifier, known))
        faults.add(`${quantifier.raw}: one text may be cut into rounds in several ways`);
      if (isSingle(quantifier.element, known) && isEnteredAnew(ast, quantifier, known))
        faults.add(`${quantifier.raw}: gone through again from every place where a match may begin`);
    },
  });
  const ways = waysOfAll(ast.pattern.alternatives, known);
  if (ways > MOST_WAYS) faults.add(`${ways.toExponential(0)} ways from one place; at most ${MOST_WAYS}`);
  return [...faults];
}

/** Whether an element takes one character, in one way. */
function isSingle(element: AST.Element, flags: ReadonlyFlags): boolean {
  if (element.type !== 'Group' && element.type !== 'CapturingGroup')
    return element.type === 'Character' || element.type === 'CharacterSet' || element.type === 'CharacterClass';
  const takesOne = element.alternatives.every(({ elements }) => {
    const taking = elements.filter(({ type }) => type !== 'Assertion');
    return taking.length === 1 && taking.every((one) => isSingle(one, flags));
  });
  return takesOne && areApart(element.alternatives.map((alternative) => firstOf(alternative, flags)));
}

/** The first characters of an element. */
function firstOf(element: AST.Element | AST.Alternative, flags: ReadonlyFlags): CharSet {
  return getFirstConsumedChar(element, getMatchingDirection(element), flags).char;
}

/**
 * Whether a text is cut into the rounds of a loop in one way only, as each begins with a character that shows it; or whether it does not
 * matter, as nothing after the loop can refuse what it took.
 */
function roundsAreClear(loop: AST.Quantifier, flags: ReadonlyFlags): boolean {
  const { element } = loop;
  if (element.type !== 'Group' && element.type !== 'CapturingGroup') return false;
  const firsts = element.alternatives.map((alternative) => firstOf(alternative, flags));
  const isLast = cannotFailAfter(loop);
  if (!isLast && !areApart(firsts)) return false;
  let isClear = element.alternatives.every((alternative) => !isPotentiallyEmpty(alternative, flags));
  visitRegExpAST(element, {
    onQuantifierEnter(inner) {
      if (inner.max === inner.min || (isLast && inner.max !== Number.POSITIVE_INFINITY)) return;
      const taken = firstOf(inner.element, flags);
      isClear &&=
        (isSingle(inner.element, flags) || roundsAreClear(inner, flags)) &&
        (isLast && cannotFailAfter(inner, element)
          ? firsts.every((first) => first.isDisjointWith(taken))
          : isExitClear(inner, taken, flags));
    },
  });
  return isClear;
}

function areApart(sets: readonly CharSet[]): boolean {
  return sets.every((set, i) => sets.slice(i + 1).every((other) => set.isDisjointWith(other)));
}

/** Whether what a loop takes cannot be what comes after it. */
function isExitClear(quantifier: AST.Quantifier, taken: CharSet, flags: ReadonlyFlags): boolean {
  const after = getFirstCharAfter(quantifier, getMatchingDirection(quantifier), flags);
  return taken.isDisjointWith(after.char);
}

/** Whether a search may walk through one run of characters from many starting places, to be refused behind it each time. */
function isEnteredAnew(ast: AST.RegExpLiteral, quantifier: AST.Quantifier, flags: ReadonlyFlags): boolean {
  if (ast.flags.sticky) return false;
  const own = alternativeOf(quantifier);
  // What stands in a look-around is walked through from every place where that is asked.
  const [start] = own.elements;
  if (start?.type === 'Assertion' && start.kind === 'start' && !ast.flags.multiline) return false;
  if (cannotFailAfter(quantifier)) return false;
  const taken = firstOf(quantifier.element, flags);
  return !isFencedOff(quantifier, own, taken, flags) && !startsAtRun(own, taken, flags);
}

/** The alternative of the whole expression, or of a look-around, that an element stands in. */
function alternativeOf(node: AST.Node): AST.Alternative {
  let at: AST.Node = node;
  for (;;) {
    const { parent }: { parent: AST.Node | null } = at;
    if (at.type === 'Alternative' && (parent?.type === 'Pattern' || parent?.type === 'Assertion')) return at;
    at = parent as AST.Node;
  }
}

/** Whether nothing that has to match comes after an element, in the whole expression or within `end`. */
function cannotFailAfter(node: AST.Node, end?: AST.Node): boolean {
  const { parent } = node;
  if (node === end || !parent || parent.type === 'Pattern') return true;
  if (parent.type === 'Assertion' || (parent.type === 'Quantifier' && parent.max > 1)) return false;
  if (parent.type !== 'Alternative') return cannotFailAfter(parent, end);
  const rest = parent.elements.slice(parent.elements.indexOf(node as AST.Element) + 1);
  return rest.every(mayBeNothing) && cannotFailAfter(parent, end);
}

/** Whether an element matches nothing at all where it matches nothing else. */
function mayBeNothing(element: AST.Element): boolean {
  if (element.type === 'Quantifier') return element.min === 0;
  if (element.type !== 'Group' && element.type !== 'CapturingGroup') return false;
  return element.alternatives.some(({ elements }) => elements.every(mayBeNothing));
}

/** Whether something between the start of an expression and an element must match, of which no run holds a character. */
function isFencedOff(node: AST.Node, own: AST.Alternative, run: CharSet, flags: ReadonlyFlags): boolean {
  for (let at = node; at !== own; at = at.parent as AST.Node) {
    const { parent } = at;
    if (parent?.type !== 'Alternative') continue;
    const before = parent.elements.slice(0, parent.elements.indexOf(at as AST.Element));
    if (before.some((one) => mustLeave(one, run, flags))) return true;
  }
  return false;
}

function mustLeave(element: AST.Element, run: CharSet, flags: ReadonlyFlags): boolean {
  if (element.type === 'Assertion') return false;
  if (element.type === 'Quantifier') return element.min > 0 && mustLeave(element.element, run, flags);
  if (element.type === 'Group' || element.type === 'CapturingGroup')
    return element.alternatives.every(({ elements }) => elements.some((one) => mustLeave(one, run, flags)));
  return firstOf(element, flags).isDisjointWith(run);
}

/** Whether a look-behind keeps a match from beginning within a run of characters: `(?<![…])` of them, or `(?<=[…])` of others. */
function startsAtRun({ elements: [start] }: AST.Alternative, run: CharSet, flags: ReadonlyFlags): boolean {
  if (start?.type !== 'Assertion' || start.kind !== 'lookbehind') return false;
  const before = start.alternatives.map(({ elements }) => elements.at(-1));
  const isRunKept = (one: AST.Element | undefined) => one !== undefined && isSingle(one, flags);
  return start.negate
    ? start.alternatives.some(({ elements: [one, ...more] }) => {
        return more.length === 0 && isRunKept(one) && run.isSubsetOf(firstOf(one as AST.Element, flags));
      })
    : before.every((one) => isRunKept(one) && run.isDisjointWith(firstOf(one as AST.Element, flags)));
}

function waysOfAll(alternatives: readonly AST.Alternative[], flags: ReadonlyFlags): number {
  return alternatives.reduce(
    (sum, { elements }) => sum + elements.reduce((product, element) => product * waysOf(element, flags), 1),
    0,
  );
}

/** In how many ways at most an element may match what begins at one place. */
function waysOf(element: AST.Element, flags: ReadonlyFlags): number {
  switch (element.type) {
    case 'Assertion':
      return element.kind === 'lookahead' || element.kind === 'lookbehind' ? waysOfAll(element.alternatives, flags) : 1;
    case 'CapturingGroup':
    case 'Group': {
      const firsts = element.alternatives.map((alternative) => firstOf(alternative, flags));
      const each = element.alternatives.map((alternative) => waysOfAll([alternative], flags));
      return areApart(firsts) ? Math.max(...each) : each.reduce((sum, ways) => sum + ways, 0);
    }
    case 'Quantifier': {
      const round = isSingle(element.element, flags) ? 1 : waysOf(element.element, flags);
      // What cannot be refused any more is tried once.
      if (element.max === Number.POSITIVE_INFINITY || cannotFailAfter(element)) return round;
      const isClear = isExitClear(element, firstOf(element.element, flags), flags);
      if (isClear) return round ** Math.max(1, element.max);
      let ways = 0;
      for (let times = element.min; times <= element.max; times++) ways += round ** times;
      return ways;
    }
    default:
      return 1;
  }
}
