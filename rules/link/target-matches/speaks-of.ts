import type { Facts } from '../../../src/archive/facts.js';
import { isSameName } from '../../../src/archive/similar.js';
import { docNumberKey } from '../../../src/language/doc-number.js';
import { titleKey } from '../../../src/language/papers.js';

/** True where a text speaks of a policy: it names its title or number, or its own title is about the same subject. */
export function speaksOf(facts: Facts, policy: Facts): boolean {
  if (!policy.title) return true;
  if (policy.numberKey !== null && facts.numbers.some((number) => sameNumber(number, policy.numberKey))) return true;
  const title = titleKey(policy.title);
  if (facts.names.some((name) => isSameName(titleKey(name), title))) return true;
  return !facts.title.includes('《') && sharesSubject(title, titleKey(facts.title));
}

/** Words that titles of all papers share; they tell nothing of the subject. */
const COMMON_WORDS =
  /中华人民共和国|人民政府|办公[厅室]|政策|解读|公告|通知|意见|办法|规定|方案|措施|细则|关于|有关|事项|管理|实施|印发|发布|公布|修[订改]|暂行|试行|的/g;

/** True where two titles have three letters in a row in common that say what they are about. */
function sharesSubject(a: string, b: string): boolean {
  const subject = withoutCommonWords(a);
  const other = withoutCommonWords(b);
  return Array.from({ length: Math.max(0, subject.length - 2) }, (_, i) => subject.slice(i, i + 3)).some(
    (run) => !run.includes('·') && other.includes(run),
  );
}

function withoutCommonWords(title: string): string {
  return title.replace(/^[㐀-鿿]{2,4}?[省市县区]/, '').replace(COMMON_WORDS, '·');
}

function sameNumber(written: string, key: string | null): boolean {
  if (key === null || !written.includes(key.slice(key.lastIndexOf('/') + 1))) return false;
  const other = docNumberKey(written);
  return (
    other !== null &&
    (other === key || (tail(other) === tail(key) && (other.endsWith(key) || startOf(other).endsWith(startOf(key)))))
  );
}

function tail(key: string): string {
  return key.slice(key.indexOf('/'));
}

function startOf(key: string): string {
  return key.slice(0, key.indexOf('/'));
}
