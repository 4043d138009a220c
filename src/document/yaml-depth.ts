/**
 * The offset at which a YAML (or JSON) text nests deeper than `limit`, or -1. Asked before `yaml` sees the text: it recurses, and a few
 * thousand levels would end the process. Brackets within quotes count too.
 */
export function tooDeepAt(yaml: string, limit: number): number {
  if (mostLevels(yaml) <= limit) return -1;
  // Where the lists and maps that are open begin in their lines.
  const columns: number[] = [];
  let brackets = 0;
  let at = 0;
  for (const line of yaml.split('\n')) {
    const lead = /^[ \t]*(?:[-?:](?:[ \t]+|\r?$))*/.exec(line)?.[0] ?? '';
    const indent = lead.length - lead.trimStart().length;
    while ((columns.at(-1) ?? -1) >= indent) columns.pop();
    for (const { index } of lead.matchAll(/[-?:]/g)) columns.push(index);
    if (lead.length < line.trimEnd().length) columns.push(lead.length);
    const levels = columns.length - 1;
    if (levels + brackets > limit) return at;
    for (let i = 0; i < line.length; i++) {
      const char = line[i];
      if (char === '[' || char === '{') brackets++;
      else if (char === ']' || char === '}') brackets = Math.max(0, brackets - 1);
      if (levels + brackets > limit) return at + i;
    }
    at += line.length + 1;
  }
  return -1;
}

/** Levels there cannot be more of: a bracket each, and one for each sign or blank before the text of some line. */
function mostLevels(yaml: string): number {
  let brackets = 0;
  let longest = 0;
  let lead = 0;
  for (let at = 0; at < yaml.length; at++) {
    const code = yaml.charCodeAt(at);
    if (code === 0x0a) lead = 0;
    else if (lead >= 0 && (code === 0x20 || code === 0x09 || code === 0x2d || code === 0x3f || code === 0x3a)) {
      lead++;
      if (lead > longest) longest = lead;
    } else {
      lead = -1;
      if (code === 0x5b || code === 0x7b) brackets++;
    }
  }
  return brackets + longest;
}
