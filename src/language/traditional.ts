import { TRADITIONAL_PAIRS } from './traditional-table.js';

/**
 * A function from a character to its Simplified form, one UTF-16 unit for one, so that positions stay. Where `sample`
 * has no Traditional character it changes nothing, and the table stays unread. Characters outside the plane of 16 bits
 * stay as they are.
 */
export function toSimplified(sample: string): (code: number) => number {
  if (!COMMON.test(sample)) return (code) => code;
  table ??= buildTable();
  const simplified = table;
  return (code) => simplified[code] || code;
}

/** The text in Simplified characters, of the same length. */
export function simplify(text: string): string {
  const convert = toSimplified(text);
  return text.replace(/[\u3400-\u9fff\uf900-\ufaff]/g, (character) =>
    String.fromCharCode(convert(character.charCodeAt(0))),
  );
}

/** Frequent Traditional characters: a text of a few dozen characters without any of them is not Traditional. */
const COMMON =
  /[為爲於據對規應與時實關內說會後個來這業務產開國發過動點條範圍標準義釋舊項們該請質權體學問題無從進還現經將單頁電號證據護處辦農勞價額總區縣鎮鄉員機構責歸種類貨稅費補貼計調執監獎罰醫療衛環設備資訊網絡結論決議際際專門別]/;

let table: Uint16Array | undefined;

function buildTable(): Uint16Array {
  const built = new Uint16Array(0x10000);
  for (let i = 0; i < TRADITIONAL_PAIRS.length; i += 2) {
    built[TRADITIONAL_PAIRS.charCodeAt(i)] = TRADITIONAL_PAIRS.charCodeAt(i + 1);
  }
  return built;
}
