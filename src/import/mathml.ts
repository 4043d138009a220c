import type { DefaultTreeAdapterMap } from 'parse5';
import { grouped, linear, plainLetters, shifted } from './linear.js';

type Node = DefaultTreeAdapterMap['childNode'];
type MathElement = DefaultTreeAdapterMap['element'];

/** A formula of a page (`<math>`) as a line of text. */
export function mathText(math: MathElement): string {
  return plainLetters(all(math)).replace(/\s+/g, ' ').trim();
}

function all(element: MathElement): string {
  return element.childNodes.map(textOf).join('');
}

function textOf(node: Node): string {
  if ('value' in node) return node.value.trim();
  if (!('tagName' in node)) return '';
  const parts = node.childNodes.filter((child) => 'tagName' in child).map(textOf);
  const [first = '', second = '', third = ''] = parts;
  switch (node.tagName) {
    case 'mfrac':
      return linear.fraction(first, second);
    case 'msup':
      return grouped(first) + shifted(second, 'sup');
    case 'msub':
      return first + shifted(second, 'sub');
    case 'msubsup':
      return first + shifted(second, 'sub') + shifted(third, 'sup');
    case 'munder':
      return linear.under(first, second);
    case 'mover':
      return /^[\^¯‾˙~→]$/.test(second) ? first + second : linear.over(first, second);
    case 'munderover':
      return linear.big(first, second, third, '');
    case 'msqrt':
      return linear.root(parts.length > 0 ? parts.join('') : all(node));
    case 'mroot':
      return linear.root(first, second);
    case 'mfenced':
      return `(${parts.join(', ')})`;
    case 'mtable':
      return linear.rows(
        node.childNodes.flatMap((row) => ('tagName' in row ? [row.childNodes.map(textOf).filter(Boolean)] : [])),
      );
    case 'annotation':
    case 'annotation-xml':
    case 'mphantom':
      return '';
    case 'semantics':
      return first;
    case 'mspace':
      return ' ';
    default:
      return all(node);
  }
}
