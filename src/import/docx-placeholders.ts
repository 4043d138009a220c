import { childOf, isXmlElement, switchOf, type XmlElement, xmlElements, xmlText } from './xml.js';

/** What is shown until somebody fills it in, written as people write it: it is no content, and the linter finds it. */
export function placeholder(text: string): string {
  return `【待填：${text.replace(/[【】]/g, '').trim()}】`;
}

/** A part in which content controls that nobody has filled in say so. @param tell told what each shows */
export function withPlaceholders(element: XmlElement, tell: (text: string) => void): XmlElement {
  const properties = element.name === 'w:sdt' ? childOf(element, 'w:sdtPr') : undefined;
  if (!switchOf(properties, 'w:showingPlcHdr')) return changed(element, (child) => withPlaceholders(child, tell));
  const content = childOf(element, 'w:sdtContent');
  const text = (content && xmlText(content).trim()) || (childOf(properties, 'w:picture') ? '图片' : '');
  const runs = new Set(content && [...xmlElements(content)].filter(({ name }) => name === 'w:r'));
  if (text === '' || runs.size === 0) return element;
  tell(text);
  const [first] = runs;
  const said = { name: 'w:t', attributes: {}, children: [placeholder(text)] };
  const only = (node: XmlElement): XmlElement =>
    runs.has(node) ? { ...node, children: node === first ? [said] : [] } : changed(node, only);
  return only(element);
}

/** An element with its children changed; the same one where none is. */
function changed(element: XmlElement, change: (child: XmlElement) => XmlElement): XmlElement {
  const children = element.children.map((child) => (isXmlElement(child) ? change(child) : child));
  return children.every((child, i) => child === element.children[i]) ? element : { ...element, children };
}
