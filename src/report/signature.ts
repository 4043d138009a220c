/** How reports begin, each form, in both languages; colours left out. Only reports have these beginnings. */
const BEGINNINGS: readonly RegExp[] = [
  // stylish: a path, and below it a place with its severity; or nothing but the line of totals
  /^(?:[^\n]+\n){1,3} {2,}\d+:\d+ +(?:错误|警告|error|warning) /,
  /^(?:[^\n]+\n+)?(?:[✔✖] )?\d+ (?:个文件，没有发现问题|files?, no problems found)\n/,
  // compact
  /^[^\n]+: line \d+, col \d+, (?:Error|Warning) - /,
  // json, json-with-metadata, gitlab, sarif
  /^\[(?:\]\n?$|\{"filePath":"|\{"description":"(?:[^"\\]|\\.)*","check_name":)/,
  /^\{"results":\[/,
  /^\{"\$schema":"[^"]*sarif[^"]*","version":"2\.1\.0","runs":\[\{"tool":\{"driver":\{"name":"jiedu-lint"/,
  // github
  /^::(?:error|warning|notice) file=/,
  // junit, checkstyle
  /^<\?xml [^>]*>\n<testsuites name="jiedu-lint"/,
  /^<\?xml [^>]*>\n<checkstyle version="4\.3">/,
  // html
  /<title>(?:政策解读检查报告|Report on policy interpretations)<\/title>/,
  // markdown
  /^### jiedu-lint\n/,
];

/** Whether a file is a report that an earlier run wrote. @param head its beginning, some thousand bytes */
export function isReport(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head).replaceAll(COLOUR, '');
  return BEGINNINGS.some((pattern) => pattern.test(text));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what colours are made of
const COLOUR = /\x1b\[[\d;]*m/g;
