import type { Checked } from './check-files.js';
import { checkText } from './check-text.js';
import type { CheckedFile } from './checked-file.js';
import { applyOnce } from './fix.js';
import type { LintHost } from './host.js';
import type { LintOptions } from './options.js';
import type { FileResult } from './result.js';

/**
 * Takes out directives that do nothing, as far as fixes are asked for. Which these are shows only in the second pass, so that it
 * has to be made again for what is left: without one directive another may do nothing either.
 * @param results of the second pass, one for each of the files checked
 * @returns the files as they are now; null where nothing was taken out
 */
export async function withoutUselessDirectives(
  checked: Checked,
  results: readonly FileResult[],
  host: LintHost,
  options: LintOptions,
): Promise<Checked | null> {
  const files: CheckedFile[] = [];
  for (const [index, file] of checked.files.entries()) {
    const output = outputOf(file, results[index], options);
    const before = file.editable?.text ?? '';
    if (output === null) files.push(file);
    else if ((await host.save?.(file.path, before, output)) === false) files.push({ ...file, editable: null });
    else {
      const editable = { text: output, encoding: 'utf-8' };
      files.push({ ...checkText(file.path, editable, options), output, editable });
    }
  }
  return files.some(({ output }, index) => output !== checked.files[index]?.output) ? { ...checked, files } : null;
}

/** The text without the directives; null where it stays, which is told where its encoding is the reason. */
function outputOf(
  { path, editable }: CheckedFile,
  result: FileResult | undefined,
  { fixes, onNotFixed }: LintOptions,
): string | null {
  if (!fixes || !editable) return null;
  const asked = result?.messages.flatMap(({ ruleId, severity, fix }) =>
    fix && ruleId === null && fixes({ ruleId, severity: severity === 2 ? 'error' : 'warn' }) ? fix : [],
  );
  if (!asked || asked.length === 0) return null;
  if (editable.encoding === 'utf-8') return applyOnce(editable.text, asked).text;
  onNotFixed?.(path, editable.encoding);
  return null;
}
