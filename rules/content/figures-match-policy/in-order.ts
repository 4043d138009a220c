import type { FigureFact } from './fact.js';
import { AFTER, BEFORE } from './figures.js';

/** What names and values are joined by; a name may hold the latter (个人和单位、合作社). */
const JOINTS = [/、|以及|[和与及]/, /、/];

/** 坡地、水田分别为60元、120元: of the names before 分别 the one whose place is the figure's; null where their number is another than that of the values. */
export function nameInOrder({ before, after, subject }: FigureFact): string | null {
  const isCut = before.length >= BEFORE;
  const lead = isCut ? subject + before : before;
  const at = Math.max(lead.lastIndexOf('分别'), lead.lastIndexOf('依次'));
  if (at < 0 || (isCut && subject.length >= WHOLE)) return null;
  const names = lead
    .slice(0, at)
    .replace(/[，：]$/, '')
    .replace(/^.*[，。；：（）]/, '');
  const behind = /^[^，。；）]*/.exec(after)?.[0] ?? '';
  const values = lead.slice(at + 2).split(JOINTS[0] as RegExp);
  const count = values.length + behind.split(JOINTS[0] as RegExp).length - 1;
  if (count < 2 || behind.length >= AFTER || /[，。；]/.test(lead.slice(at))) return null;
  const parted = JOINTS.map((joint) => names.split(joint)).find((parts) => parts.length === count);
  if (!parted) return null;
  // What stands before the first name, or behind the last, is said of them all: 水田、坡地每亩.
  const place = values.length - 1;
  const most = Math.max(...parted.map(({ length }, i) => (i === place ? 0 : length)));
  const name = parted[place] as string;
  return place === 0 ? name.slice(-most) : place === count - 1 ? name.slice(0, most) : name;
}

/** A beginning of a sentence that is shorter is all that stands before what is kept of it. */
const WHOLE = 16;
