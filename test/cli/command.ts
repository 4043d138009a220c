import { fileURLToPath } from 'node:url';
import type { Io } from '../../src/cli/io.js';
import { main } from '../../src/cli/main.js';
import type { Message } from '../../src/lint/result.js';
import { folderWith } from '../files/folder.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What `-f json` printed. */
  json(): ReadonlyArray<{ filePath: string; messages: readonly Message[]; [key: string]: unknown }>;
}

export interface Surroundings
  extends Partial<Pick<Io, 'importModule' | 'threads' | 'interrupted' | 'run' | 'ask' | 'progress' | 'streams'>> {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly colors?: boolean;
  readonly version?: string;
  /** The folder of the installation. */
  readonly root?: string;
}

/** Runs the command line in a folder, as a process would. */
export async function run(cwd: string, argv: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const { stdin = '', env = {}, colors = false, version = '1.2.3', root = ROOT, ...rest } = surroundings;
  const io: Io = {
    ...rest,
    cwd,
    env,
    colors,
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    stdin: async () => (typeof stdin === 'string' ? Buffer.from(stdin) : stdin),
  };
  const code = await main(argv, io, { root, version });
  return { code, out, err, json: () => JSON.parse(out) };
}

/** A folder that is an archive of its own: no config or ignore file above it counts. */
export function archiveWith(files: Record<string, string | Uint8Array>): string {
  return folderWith({ '.git/HEAD': '', ...files });
}

/** Findings as `line:column rule messageId`. */
export function said(messages: readonly Message[] | undefined): string[] {
  return (messages ?? []).map(({ line, column, ruleId, messageId }) => `${line}:${column} ${ruleId} ${messageId}`);
}

/** A document without findings under `RULES`. */
export const CLEAN = '# 关于物业管理的说明\n\n一、背景\n\n为了规范物业管理。\n';
/** One error under `RULES`. */
export const ERROR = '# 关于物业管理的说明\n\n一、背景\n\n待补充。\n';
/** One warning under `RULES`. */
export const WARNING = '# 关于物业管理的说明\n\n一、背景\n\n为了规范物业管理。\n\n[旧文](none.md)\n';
/** A config with one rule for errors and one for warnings. */
export const RULES = 'extends: []\nrules:\n  structure/no-placeholder: error\n  link/no-broken-link: warn\n';
