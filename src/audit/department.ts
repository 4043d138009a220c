import { valueAt } from '../../rules/fields.js';
import { policiesExplained } from '../archive/explained.js';
import type { Facts } from '../archive/facts.js';
import type { ArchiveIndex } from '../archive/index.js';
import { departmentNames } from '../language/department-groups.js';
import { type DepartmentAliases, departmentsIn } from '../language/departments.js';

/**
 * The department that answers for each file, by path; empty where none is named. For a policy the one that drafted it, the lead
 * first, else the one that issued it; for what explains a policy the one that wrote it, else the policy's.
 */
export function departmentsOf(archive: ArchiveIndex, aliases: DepartmentAliases): Map<string, string> {
  const written = archive.linted.map((facts) => [facts.path, writtenFor(facts, archive)] as const);
  const names = departmentNames(
    written.map(([, name]) => name),
    aliases,
  );
  return new Map(written.map(([path, name]) => [path, names.get(name) ?? name]));
}

function writtenFor(facts: Facts, archive: ArchiveIndex): string {
  if (facts.kind === 'policy') return firstOf(facts, ['drafter', 'issuer', 'author']);
  return (
    firstOf(facts, ['author', 'drafter']) ||
    policiesExplained(archive, facts)
      .map(({ policy }) => firstOf(policy, ['drafter', 'issuer']))
      .find((name) => name !== '') ||
    firstOf(facts, ['releasers', 'issuer'])
  );
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
