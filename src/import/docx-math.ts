import { grouped, linear, plainLetters, shifted } from './linear.js';
import { childOf, childrenOf, isXmlElement, settingOf, switchOf, type XmlElement } from './xml.js';

/** A formula of Word's equation editor (`m:oMath`) as a line of text. */
export function formulaText(element: XmlElement): string {
  return plainLetters(inside(element)).replace(/\s+/g, ' ').trim();
}

function inside(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((node) => (isXmlElement(node) ? textOf(node) : '')).join('');
}

function textOf(element: XmlElement): string {
  const part = (name: string) => inside(childOf(element, `m:${name}`)).trim();
  const said = (name: string) => settingOf(childOf(element, `${element.name}Pr`), `m:${name}`);
  switch (element.name) {
    case 'm:t':
    case 'w:t':
      return element.children.filter((node) => typeof node === 'string').join('');
    case 'm:f':
      return said('type') === 'noBar' ? `(${part('num')}, ${part('den')})` : linear.fraction(part('num'), part('den'));
    case 'm:sSup':
      return grouped(part('e')) + shifted(part('sup'), 'sup');
    case 'm:sSub':
      return part('e') + shifted(part('sub'), 'sub');
    case 'm:sSubSup':
      return part('e') + shifted(part('sub'), 'sub') + shifted(part('sup'), 'sup');
    case 'm:sPre':
      return shifted(part('sub'), 'sub') + shifted(part('sup'), 'sup') + part('e');
    case 'm:rad':
      return linear.root(part('e'), part('deg'));
    case 'm:nary':
      return linear.big(said('chr') ?? '∫', part('sub'), part('sup'), part('e'));
    case 'm:limLow':
      return linear.under(part('e'), part('lim'));
    case 'm:limUpp':
      return linear.over(part('e'), part('lim'));
    case 'm:func':
      return `${part('fName')}${grouped(part('e')).startsWith('(') ? '' : ' '}${grouped(part('e'))}`;
    case 'm:acc':
      return part('e') + (said('chr') ?? '\u0302');
    case 'm:bar':
      return part('e') + (said('pos') === 'top' ? '\u0305' : '\u0332');
    case 'm:d':
      return (
        (said('begChr') ?? '(') +
        childrenOf(element, 'm:e')
          .map(inside)
          .join(said('sepChr') ?? '|') +
        (said('endChr') ?? ')')
      );
    case 'm:m':
      return linear.rows(childrenOf(element, 'm:mr').map((row) => childrenOf(row, 'm:e').map(inside)));
    case 'm:eqArr':
      return childrenOf(element, 'm:e').map(inside).join('; ').replaceAll('&', '');
    case 'm:phant':
      return switchOf(childOf(element, 'm:phantPr'), 'm:show') === false ? '' : part('e');
    case 'm:oMath':
      return ` ${inside(element)} `;
    case 'w:tab':
    case 'w:br':
      return ' ';
    case 'w:del':
    case 'w:moveFrom':
      return '';
    default:
      return inside(element);
  }
}
