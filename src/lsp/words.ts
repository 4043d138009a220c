import { filled } from '../language/filled.js';
import type { Locale, Localized } from '../language/locale.js';

/** What the server says of itself; `{name}` takes data. */
// biome-ignore format: a row a language
const WORDS = {
  fix: { 'zh-CN': '改正：{todo}', en: 'Fix: {todo}' },
  fixAll: { 'zh-CN': '改正所有能自动改正的问题', en: 'Fix all that can be fixed' },
  replace: { 'zh-CN': '改成“{word}”', en: 'Change to "{word}"' },
  insertSection: { 'zh-CN': '补写“{title}”一节', en: 'Insert a section "{title}"' },
  insertAll: { 'zh-CN': '补写缺少的 {count} 节', en: 'Insert the {count} missing sections' },
  fillKeys: { 'zh-CN': '在文首补上：{names}', en: 'Add to the front matter: {names}' },
  fillAllKeys: { 'zh-CN': '在文首补上所用预设要看的 {count} 项',
    en: 'Add the {count} keys that the presets read to the front matter' },
  disableLine: { 'zh-CN': '在这一行压制 {rule}（写明理由）', en: 'Suppress {rule} at this line (say why)' },
  disableFile: { 'zh-CN': '在本文件压制 {rule}（写明理由）', en: 'Suppress {rule} in this file (say why)' },
  badFrame: { 'zh-CN': '编辑器发来的消息没有正确的 Content-Length，或者超过 128 MB：语言服务器结束，请重新启动',
    en: 'The editor sent a message without a proper Content-Length, or of more than 128 MB: the language server ends; start it again' },
  crash: { 'zh-CN': '检查本文件时出错（{error}），没有检查完。这是程序的错误，请把这条信息和文件报告给维护者。',
    en: 'Checking this file failed ({error}). This is a fault of the program: please report it with the file.' },
} satisfies Record<string, Localized>;

export function say(
  id: keyof typeof WORDS,
  locale: Locale,
  data: Readonly<Record<string, string | number>> = {},
): string {
  return filled(WORDS[id][locale], data);
}
