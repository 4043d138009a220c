import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface SuppressionFlags {
  readonly suppressAll?: boolean;
  readonly suppressRule?: readonly string[];
  readonly pruneSuppressions?: boolean;
  readonly passOnUnprunedSuppressions?: boolean;
  readonly suppressionsLocation?: string;
  readonly quiet?: boolean;
  readonly stdin?: boolean;
}

/** Where the suppressions of a folder stand. */
export const SUPPRESSIONS_FILE = 'jiedu-lint-suppressions.json';

/** Whether a run has anything to do with suppressions. */
export function hasSuppressions(flags: SuppressionFlags, cwd: string): boolean {
  return (
    flags.suppressAll === true ||
    flags.suppressRule !== undefined ||
    flags.pruneSuppressions === true ||
    flags.suppressionsLocation !== undefined ||
    existsSync(join(cwd, SUPPRESSIONS_FILE))
  );
}
