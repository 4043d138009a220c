/** Deepest nesting read: `yaml` recurses, and a few thousand levels would end the process. */
export const MAX_DEPTH = 20;

/**
 * The offset at which a YAML (or JSON) text nests deeper than `MAX_DEPTH`, or -1. Asked before `yaml` sees the text; brackets within
 * quotes count too.
 */
export function tooDeepAt(yaml: string): number {
  let depth = 0;
  for (let i = 0; i < yaml.length; i++) {
    const char = yaml[i];
    if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return i;
  }
  let at = 0;
  for (const line of yaml.split('\n')) {
    const indicators = /^[ \t]*(?:[-?:][ \t]+){0,21}/.exec(line)?.[0] ?? '';
    const steps = (indicators.match(/[-?:]/g) ?? []).length;
    if (steps > MAX_DEPTH || indicators.length > 8 * MAX_DEPTH) return at;
    at += line.length + 1;
  }
  return -1;
}
