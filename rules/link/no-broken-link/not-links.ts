import type { Document, Unit } from '../../../src/document/document.js';
import type { Report } from '../../rule.js';

/** What was to be a link: Markdown makes none where a bracket is full-width or a blank stands in the address. */
const WRITTEN = /[[【]([^[\]【】\n]{1,80})[\]】][（(]([^（）()\n]{1,300})[）)]/g;
const ADDRESS = /^\s*(?:https?:|#|\.{0,2}\/)|\.(?:md|html?|docx?|wps|ofd|pdf|xlsx?)\s*$/i;

/** [办法][x], of which nothing says where x is; [注][1] are marks. */
const REFERENCE = /\[([^[\]\n]{1,160})\]\[([^[\]\n]{0,40})\](?![([])/g;
const MARK = /^(?:.|注.{0,2}|引文|图表|[图表][\d一二三四五六七八九十]{1,2})$/;
const LINKED = /原文|全文|[链鏈][接结]|下[载載]|[点點][击擊]|《/;
const DEFINITION = /^[ \t>]{0,12}\[[^\]\n]{1,80}\]:/m;

/** Links that a text shows as they were typed: nobody can follow them. */
export function notLinks({ units, text: source }: Document): Report[] {
  const maySay = ({ type, text: { text } }: Unit) => type !== 'code' && (text.includes(']') || text.includes('】'));
  return units.flatMap((unit) => (maySay(unit) ? inUnit(unit, source) : []));
}

function inUnit({ text, code }: Unit, source: string): Report[] {
  const isReference = ({ 1: says = '', 2: name = '', index }: RegExpExecArray) =>
    /[㐀-鿿]/.test(says) &&
    !MARK.test(says) &&
    (/^(?!\d{3})[!-~]*$/.test(name) || LINKED.test(says) || DEFINITION.test(source)) &&
    source[text.rangeOf(index, index + 1).start] === '[';
  const found = [
    ...[...text.text.matchAll(WRITTEN)].filter(({ 2: address = '' }) => ADDRESS.test(address)),
    ...[...text.text.matchAll(REFERENCE)].filter(isReference),
  ].filter(({ index }) => !code.some(({ start, end }) => start <= index && index < end));
  return found.map(({ 0: evidence, 1: says = '', index }) => {
    const at = text.rangeOf(index, index + evidence.length);
    return { messageId: 'notALink', at, evidence, data: { says } };
  });
}
