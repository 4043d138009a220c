/**
 * The offset at which a YAML (or JSON) text nests deeper than `limit`, or -1. Asked before `yaml` sees the text: it recurses, and a few
 * thousand levels would end the process. Brackets within quotes count too.
 */
export function tooDeepAt(yaml: string, limit: number): number {
  // Where the lists and maps that are open begin in their lines.
  const columns: number[] = [];
  let brackets = 0;
  let at = 0;
  for (const line of yaml.split('\n')) {
    const lead = /^[ \t]*(?:[-?:](?:[ \t]+|\r?$))*/.exec(line)?.[0] ?? '';
    const indent = lead.length - lead.trimStart().length;
    while ((columns.at(-1) ?? -1) >= indent) columns.pop();
    for (let i = indent; i < lead.length; i++) if (lead.charAt(i).trim() !== '') columns.push(i);
    if (lead.length < line.trimEnd().length) columns.push(lead.length);
    const levels = columns.length - 1;
    if (levels + brackets > limit) return at;
    for (let i = line.search(/[[\]{}]/); i >= 0 && i < line.length; i++) {
      const char = line[i];
      if (char === '[' || char === '{') brackets++;
      else if (char === ']' || char === '}') brackets = Math.max(0, brackets - 1);
      if (levels + brackets > limit) return at + i;
    }
    at += line.length + 1;
  }
  return -1;
}
