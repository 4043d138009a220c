import { isGenericName, namesInMarks, policyName } from '../language/papers.js';

/**
 * The names under which a document speaks of the policy it explains: its title in full, and short names such as 《办法》.
 * Where the title names no paper, the first paper that gets a short name is taken for the one explained.
 * @param title the document's title, normalized
 * @param text the document's text, normalized, names of papers left in
 * @param names those in the text
 */
export function ownNames(title: string, text: string, names = namesInMarks(text)): ReadonlySet<string> {
  const own = new Set<string>();
  const full = policyName(title);
  if (full) own.add(full);
  const others = new Set<string>();
  let first = !full;
  let from = 0;
  for (const { name, start, end } of names) {
    if (name.length < 2 || start <= from) continue;
    DEFINED.lastIndex = end;
    const short = DEFINED.exec(text)?.[1];
    if (!short) continue;
    // A short name in 《》 is not looked at again.
    from = DEFINED.lastIndex;
    if (
      first ||
      own.has(name) ||
      (full && (full.includes(name) || name.includes(full)) && !isRevisedPaper(full, name))
    ) {
      own.add(name);
      own.add(short);
    } else others.add(short);
    first = false;
  }
  for (const { name } of names) if (isGenericName(name) && !UNLEARNED.test(name) && !others.has(name)) own.add(name);
  return own;
}

/** 关于修改《甲》的决定: 甲 is the older paper, not the one explained. */
function isRevisedPaper(full: string, name: string): boolean {
  const at = full.indexOf(name);
  return at > 0 && /(?:修改|修订|废止|停止执行)[〈<《]?$/.test(full.slice(0, at));
}

/** What follows a name where a short one is given, as far as the model's weights were learned with it; `shortNamesIn` reads more. */
const DEFINED = /》(?:（[^（）\n]{0,80}?|，)(?:以下)?简称(?:为)?[“"‘「]?《?([^《》“”"「」（）\n]{1,24})》?/y;

/** Generic names that the model's weights were learned without: for now they stand for other papers. */
const UNLEARNED = /^若干(?!措施(?:（.）)?$)/;
