import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Io } from './io.js';
import { main } from './main.js';

/**
 * Runs the command line on this process.
 * @param root the folder that holds package.json and docs
 * @returns the exit code
 */
export async function run(root: string): Promise<number> {
  // A reader that stops early (head, less) is no fault of ours to tell about.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 2);
    throw error;
  });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return main(process.argv.slice(2), processIo(), { root, version });
}

function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    colors: process.stdout.isTTY === true && process.env.TERM !== 'dumb',
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    stdin: readStdin,
  };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
