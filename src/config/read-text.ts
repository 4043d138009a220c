import { readRegular } from '../files/regular.js';
import type { Localized } from '../language/locale.js';

/** The text of a config or preset (absolute path) without BOM, or why there is none. */
export function readText(file: string): { readonly text: string } | { readonly message: Localized } {
  let bytes: Buffer;
  try {
    bytes = readRegular(file);
  } catch (error) {
    return { message: unreadable((error as NodeJS.ErrnoException).code ?? 'UNKNOWN') };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { message: notUtf8 };
  }
}

/** What is wrong with a file, by the system's code where that can be told better. */
// biome-ignore format: a row a language
const SAID: Readonly<Record<string, Localized>> = {
  ENOENT: { 'zh-CN': '没有这个配置文件，或者它是断了的链接；请检查路径',
    en: 'There is no such config file, or it is a link that leads nowhere; check the path' },
  EISDIR: { 'zh-CN': '这是文件夹；请写出其中的配置文件', en: 'This is a folder; name the config file in it' },
  EFBIG: { 'zh-CN': '文件太大，不像配置文件；请检查路径', en: 'The file is too large for a config; check the path' },
};

const unreadable = (code: string): Localized =>
  SAID[code] ?? { 'zh-CN': `读不了这个配置文件（${code}）`, en: `The config file cannot be read (${code})` };

const notUtf8: Localized = {
  'zh-CN': '配置文件不是 UTF-8 编码；请另存为 UTF-8',
  en: 'The config file is not UTF-8; save it as UTF-8',
};
