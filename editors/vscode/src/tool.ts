import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A copy of jiedu-lint to run. */
export interface Tool {
  /** The script to run with Node. */
  readonly script: string;
  /** The version its package.json tells; `?` where it tells none. */
  readonly version: string;
  readonly from: 'setting' | 'workspace' | 'extension';
}

/** What the choice hangs on. */
export interface Surroundings {
  /** May code of the workspace be run? */
  readonly trusted: boolean;
  /** The folders of the workspace, absolute. */
  readonly folders: readonly string[];
  /** The setting `jiedu-lint.path`; empty for none. */
  readonly path: string;
  /** The folder of the copy in the extension. */
  readonly bundled: string;
}

/**
 * The copy to run: the one the settings name, else the first in a workspace folder's node_modules, else the extension's own.
 * In a workspace that is not trusted it is always the extension's own.
 * @returns `missing` with the path of the setting, absolute, where no jiedu-lint is there
 */
export function findTool({ trusted, folders, path, bundled }: Surroundings): { tool: Tool; missing?: string } {
  const own = toolIn(bundled, 'extension') ?? { script: join(bundled, SCRIPT), version: '?', from: 'extension' };
  if (!trusted) return { tool: own };
  const named = path === '' ? undefined : resolve(folders[0] ?? '', path);
  if (named !== undefined) {
    const tool = toolIn(named, 'setting');
    return tool ? { tool } : { tool: own, missing: named };
  }
  for (const folder of folders) {
    const tool = toolIn(join(folder, 'node_modules', 'jiedu-lint'), 'workspace');
    if (tool) return { tool };
  }
  return { tool: own };
}

const SCRIPT = join('bin', 'jiedu-lint.js');

/** @param at the folder of the package, or its script */
function toolIn(at: string, from: Tool['from']): Tool | undefined {
  const root = isFile(at) ? dirname(dirname(at)) : at;
  const script = join(root, SCRIPT);
  if (!existsSync(script)) return undefined;
  try {
    const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return name === 'jiedu-lint' ? { script, version: String(version ?? '?'), from } : undefined;
  } catch {
    return undefined;
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
