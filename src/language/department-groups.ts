import { type Department, type DepartmentAliases, readDepartment, samePlace } from './departments.js';

/** Names of one office beyond which none are put together: no archive has as many, and comparing them would take long. */
const MOST = 2000;

/**
 * One name for each department, whatever it is written: of names that mean one, the fullest. 市财政局 and 青岛市财政局 are put
 * together only where it is sure: where the archive names another 市财政局 too, 市财政局 stays by itself.
 * @param names as written, of one archive
 * @param aliases names that the archive itself puts together, by the name to be used
 * @returns the name to be used for each name
 */
export function departmentNames(names: Iterable<string>, aliases: DepartmentAliases = {}): Map<string, string> {
  const proper = properName(aliases);
  const written = [...new Set(names)].map((name) => [name, proper(name)] as const);
  const byOffice = new Map<string, Named[]>();
  for (const name of new Set(written.map(([, name]) => name))) {
    const named = { name, ...readDepartment(name) };
    byOffice.set(named.office, [...(byOffice.get(named.office) ?? []), named]);
  }
  const fullest = new Map([...byOffice.values()].flatMap((some) => [...together(some)]));
  return new Map(written.map(([name, own]) => [name, fullest.get(own) ?? own]));
}

interface Named extends Department {
  readonly name: string;
}

/** The name that the archive's own table has for a name: written there, or meaning one department only of those there. */
function properName(aliases: DepartmentAliases): (name: string) => string {
  const entries = Object.entries(aliases).map(([name, others]) => ({
    name,
    known: [name, ...others].map((one) => ({ name: one, ...readDepartment(one) })),
  }));
  return (name) => {
    const written = entries.find(({ known }) => known.some((one) => one.name === name));
    if (written) return written.name;
    const read = readDepartment(name);
    const meant = entries.filter(({ known }) =>
      known.some((one) => one.office === read.office && samePlace(one.places, read.places)),
    );
    return meant.length === 1 && meant[0] ? meant[0].name : name;
  };
}

/** Names of one office, each with the fullest of those that mean the same place. */
function together(some: readonly Named[]): [string, string][] {
  if (some.length > MOST) return [];
  const nearTo = (one: Named, among: readonly Named[]) => among.filter(({ places }) => samePlace(places, one.places));
  // A name that says so little that it goes with names that do not go together.
  const isSure = (one: Named) => {
    const near = nearTo(one, some);
    return near.every((a) => near.every((b) => samePlace(a.places, b.places)));
  };
  const sure = some.filter(isSure);
  return sure.map((one) => [one.name, fullestOf(nearTo(one, sure)).name]);
}

function fullestOf(names: readonly Named[]): Named {
  const placed = ({ places }: Named) => places.filter(({ name }) => name !== '').length;
  const sorted = [...names].sort(
    (a, b) => placed(b) - placed(a) || b.name.length - a.name.length || (a.name < b.name ? -1 : 1),
  );
  return sorted[0] as Named;
}
