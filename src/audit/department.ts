import { valueAt } from '../../rules/fields.js';
import { policiesExplained } from '../archive/explained.js';
import type { Facts } from '../archive/facts.js';
import type { ArchiveIndex } from '../archive/index.js';
import { departmentNames } from '../language/department-groups.js';
import { type DepartmentAliases, departmentsIn } from '../language/departments.js';
import { papersIn, titleKey } from '../language/papers.js';
import type { NoDepartment } from './audit-report.js';

/** The department that answers for a file; where none is named, why. */
export interface Answering {
  readonly name: string;
  readonly why: NoDepartment | null;
}

/**
 * The department that answers for each file, by path. For a policy the one that drafted it, the lead first: by front matter, else by
 * its own words; else the one that issued it, who may only have passed it on. For what explains a policy the one that wrote it, else
 * the policy's: of the one it leads to, else of the only ones that bear the name in its title.
 */
export function departmentsOf(archive: ArchiveIndex, aliases: DepartmentAliases): Map<string, Answering> {
  const namesakes = namesakesIn(archive);
  const written = archive.linted.map((facts) => [facts, writtenFor(facts, archive, namesakes)] as const);
  const names = departmentNames(
    written.map(([, name]) => name),
    aliases,
  );
  return new Map(
    written.map(([facts, name]) => [
      facts.path,
      name === '' ? { name, why: whyNone(facts, archive) } : { name: names.get(name) ?? name, why: null },
    ]),
  );
}

function writtenFor(facts: Facts, archive: ArchiveIndex, namesakes: ReadonlyMap<string, string>): string {
  if (facts.kind === 'policy') return ofPolicy(facts);
  return (
    firstOf(facts, ['author', 'drafter']) ||
    policiesExplained(archive, facts)
      .map(({ policy }) => ofPolicy(policy))
      .find((name) => name !== '') ||
    firstOf(facts, ['releasers', 'issuer']) ||
    (papersIn(facts.title)
      .map((name) => namesakes.get(titleKey(name)))
      .find(Boolean) ??
      '')
  );
}

/** The departments of policies, by the names they bear. Empty where policies of one name have several. */
function namesakesIn(archive: ArchiveIndex): Map<string, string> {
  const found = new Map<string, string>();
  for (const facts of archive.linted) {
    if (facts.kind !== 'policy') continue;
    const department = ofPolicy(facts);
    for (const key of new Set([facts.title, ...papersIn(facts.title)].map(titleKey)))
      found.set(key, (found.get(key) ?? department) === department ? department : '');
  }
  return found;
}

function ofPolicy(policy: Facts): string {
  const { drafter = '', issuer = '' } = policy.content.offices ?? {};
  return (
    firstOf(policy, ['drafter']) || drafter || firstOf(policy, ['issuer']) || issuer || firstOf(policy, ['author'])
  );
}

function whyNone(facts: Facts, archive: ArchiveIndex): NoDepartment {
  if (!facts.frontMatterRead) return 'frontMatter';
  if (facts.kind === null) return 'kind';
  if (facts.kind === 'policy') return 'policy';
  return policiesExplained(archive, facts).length > 0 ? 'policyUnnamed' : 'policyUnknown';
}

function firstOf(facts: Facts, keys: readonly string[]): string {
  for (const key of keys) {
    const [name] = departmentsIn(valueAt(facts, key));
    if (name !== undefined) return name.slice(0, LONGEST);
  }
  return '';
}

/** What is longer is no name. */
const LONGEST = 60;
