import type { Connection } from 'vscode-languageserver';
import type { Note } from '../engine/problems.js';
import { machineWorld } from '../lsp/machine-world.js';
import { serve } from '../lsp/server.js';
import type { Settings } from '../lsp/world.js';
import type { ConfigFlags } from './engine-for.js';
import { type Installation, type Io, UserError } from './io.js';
import { say } from './words.js';

export interface LspFlags extends ConfigFlags {
  /** The process whose end ends the server. */
  readonly clientProcessId?: number;
}

/**
 * `jiedu-lint lsp`: a language server on standard input and output, until the client ends it, or ends itself.
 * @returns the exit code as the protocol has it: 0 after `shutdown`, else 1
 */
export async function lsp(flags: LspFlags, installation: Installation, io: Io): Promise<number> {
  if (!io.streams) throw new UserError(say('noStreams', flags.locale ?? 'zh-CN'));
  const { input, output } = io.streams();
  const { createConnection } = await import('vscode-languageserver');
  const { createProtocolConnection } = await import('vscode-languageserver/node');
  let ended = (_code: number) => {};
  const end = new Promise<number>((resolve) => {
    ended = resolve;
  });
  let alive: ReturnType<typeof setInterval> | undefined;
  const watchProcess = (id: number) => {
    clearInterval(alive);
    alive = setInterval(() => isGone(id) && ended(watchDog.shutdownReceived ? 0 : 1), BETWEEN_LOOKS);
  };
  const watchDog = {
    shutdownReceived: false,
    initialize: ({ processId }: { processId: number | null }) => {
      if (typeof processId === 'number' && alive === undefined) watchProcess(processId);
    },
    exit: ended,
  };
  if (flags.clientProcessId !== undefined) watchProcess(flags.clientProcessId);
  // What was read before the end is still to be answered.
  const endSoon = () => setTimeout(() => ended(watchDog.shutdownReceived ? 0 : 1), AFTER_INPUT);
  for (const event of ['end', 'close', 'error']) input.once(event, endSoon);
  output.once('error', () => ended(1));
  const onNote = ({ message }: Note) => io.err(`${message}\n`);
  const connection: Connection = createConnection(
    (logger) => createProtocolConnection(input, output, logger),
    watchDog,
  );
  const server = serve(connection, machineWorld({ ...io, ...installation, say, onNote }), settingsIn(flags));
  connection.listen();
  try {
    return await end;
  } finally {
    clearInterval(alive);
    server.close();
    connection.dispose();
    if ('destroy' in input && typeof input.destroy === 'function') input.destroy();
  }
}

/** Milliseconds a server goes on when its client has closed the input without `exit`. */
const AFTER_INPUT = 1000;

/** Milliseconds between looks at the client's process. */
const BETWEEN_LOOKS = 3000;

/** What of the options is for configurations. */
function settingsIn({ config, configLookup, preset, rule, plugins, locale }: LspFlags): Settings {
  const given = { config, configLookup, preset, rule, plugins, locale };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function isGone(id: number): boolean {
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
