import type { Document, Unit } from '../../../src/document/document.js';
import type { Report } from '../../rule.js';

/** What was to be a link: Markdown makes none where a bracket is full-width or a blank stands in the address. */
const WRITTEN = /[[【]([^[\]【】\n]{1,80})[\]】][（(]([^（）()\n]{1,300})[）)]/g;
const ADDRESS = /^\s*(?:https?:|#|\.{0,2}\/)|\.(?:md|html?|docx?|wps|ofd|pdf|xlsx?)\s*$/i;

/** Links that a text shows as they were typed: nobody can follow them. */
export function notLinks({ units }: Document): Report[] {
  const maySay = ({ type, text: { text } }: Unit) => type !== 'code' && (text.includes(']') || text.includes('】'));
  return units.flatMap((unit) => (maySay(unit) ? inUnit(unit) : []));
}

function inUnit({ text, code }: Unit): Report[] {
  const found = [...text.text.matchAll(WRITTEN)].filter(
    ({ 2: address = '', index }) =>
      ADDRESS.test(address) && !code.some(({ start, end }) => start <= index && index < end),
  );
  return found.map(({ 0: evidence, 1: says = '', index }) => {
    const at = text.rangeOf(index, index + evidence.length);
    return { messageId: 'notALink', at, evidence, data: { says } };
  });
}
