import { compareDays, type Day } from '../src/language/dates.js';
import { dateAt, type Fields, valueAt } from './fields.js';

/** One signature under `sign-offs`. */
export interface SignOff {
  /** As written; 审签人 where no role is given. */
  readonly role: string;
  readonly name: string | null;
  readonly day: Day | null;
  /** Of the entry: `sign-offs.0`. */
  readonly path: string;
}

/** The signatures in the order they are written. */
export function signOffsOf(fields: Fields): SignOff[] {
  const list = valueAt(fields, 'sign-offs');
  return (Array.isArray(list) ? list : []).map((_, index) => {
    const path = `sign-offs.${index}`;
    const [role, name] = [valueAt(fields, `${path}.role`), valueAt(fields, `${path}.name`)];
    return {
      role: typeof role === 'string' ? role : '审签人',
      name: name === undefined ? null : String(name),
      day: dateAt(fields, `${path}.date`),
      path,
    };
  });
}

export type Dated<Entry extends SignOff = SignOff> = Entry & { readonly day: Day };

/** The signatures that bear a date, the earliest first. */
export function datedSignOffs(fields: Fields): Dated[] {
  return signOffsOf(fields)
    .filter((one): one is Dated => one.day !== null)
    .sort((a, b) => compareDays(a.day, b.day));
}
