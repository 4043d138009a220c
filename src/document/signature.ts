import { isDay } from '../language/dates.js';
import type { Document, Unit } from './document.js';

/** Lines at the end among which a signature is looked for; a note or a link may stand below it. */
const TAIL = 8;
/** Lines at the top of which one may be the day of the text. */
const HEAD = 3;

const OFFICE = /^[㐀-鿿、 　]{3,60}(?:政府|局|厅|委|委员会|办公[室厅]|部|院|中心|处|科|室|队|馆|所|银行|海关|公司)$/;
const SIGNED = /^([㐀-鿿、 　]{3,60}?)[ 　]{0,12}(?:(?:19|20)\d{2}|[二一][〇零○一二三四五六七八九]{3}) ?年.{2,8}日$/;

/**
 * The lines that say who signs a text, and when: the offices and the day below its last paragraph, and the day alone under its title. What they say is no part of
 * what the text tells.
 */
export function signatureLines({ units }: Pick<Document, 'units'>): ReadonlySet<Unit> {
  const lines = new Set(units.slice(0, HEAD).filter((unit) => isPlain(unit) && isDay(textOf(unit))));
  for (let i = units.length - 1; i >= Math.max(0, units.length - TAIL); i--) {
    const unit = units[i] as Unit;
    if (!isPlain(unit)) break;
    if (OFFICE.test(SIGNED.exec(textOf(unit))?.[1]?.trimEnd() ?? '')) return lines.add(unit);
    if (!isDay(textOf(unit))) continue;
    let above = i;
    while (above > 0 && isPlain(units[above - 1] as Unit) && OFFICE.test(textOf(units[above - 1] as Unit))) above--;
    if (above < i) for (const one of units.slice(above, i + 1)) lines.add(one);
    break;
  }
  return lines;
}

function isPlain({ type, table }: Unit): boolean {
  return type === 'text' && !table;
}

function textOf({ text }: Unit): string {
  return text.text.trim();
}
