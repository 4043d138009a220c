import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A temporary folder with these files (paths relative to it), removed when the test ends. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'jiedu-lint-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Runs `task` as somebody whom file permissions hold back: they mean nothing to the superuser. */
export async function withoutPrivileges<T>(folder: string, task: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return task();
  chmodSync(folder, 0o755);
  process.seteuid?.(65534);
  try {
    return await task();
  } finally {
    process.seteuid?.(0);
  }
}
