/** What changes in a text, as lines: those that go (-) and come (+), indented. */
export function linesChanged(text: string, changed: string): string {
  const [before, after] = [text.split(/\r\n|\n|\r/), changed.split(/\r\n|\n|\r/)];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const gone = before.slice(start, before.length - end).filter((line) => !after.includes(line));
  return [
    ...gone.map((line) => `  - ${line}`),
    ...after.slice(start, after.length - end).map((line) => `  ${before.includes(line) ? ' ' : '+'} ${line}`),
  ].join('\n');
}
