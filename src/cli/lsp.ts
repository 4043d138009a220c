import { conversionFor } from '../import/conversion.js';
import { converse } from '../lsp/conversation.js';
import type { Settings } from '../lsp/lsp-host.js';
import type { Flags } from './flags.js';
import { type Context, UserError } from './io.js';
import { say } from './words.js';

/**
 * `jiedu-lint lsp`: a language server on standard input and output, until the client ends it, or ends itself.
 * @returns the exit code as the protocol has it: 0 after `shutdown`, else 1
 */
export async function lsp(flags: Flags, io: Context): Promise<number> {
  if (!io.streams) throw new UserError(say('noStreams', flags.locale ?? 'zh-CN'));
  const tell = (message: string) => io.err(`${message}\n`);
  return converse(settingsIn(flags), flags.clientProcessId, {
    ...io.streams(),
    ...{ root: io.root, version: io.version, cwd: io.cwd, importModule: io.importModule },
    ...{ conversion: conversionFor(io.threads), say, tell, isGone },
  });
}

/** What of the options is for configurations. */
function settingsIn({ config, configLookup, preset, rule, plugins, locale }: Flags): Settings {
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
