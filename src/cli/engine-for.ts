import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheHome } from '../engine/cache-home.js';
import { Engine } from '../engine/engine.js';
import type { EngineOptions } from '../engine/options.js';
import { conversionFor } from '../import/conversion.js';
import { type Flags, refuseAlone } from './flags.js';
import type { Context } from './io.js';
import { say } from './words.js';

/**
 * The engine of a command. What it has to tell goes to standard error.
 * @param more options that only this command has
 */
export function engineFor(
  { preset: presets, rule: rules, ignorePattern: ignorePatterns, ...flags }: Flags,
  io: Context,
  more: EngineOptions = {},
): Engine {
  const { config, configLookup, plugins, locale, ignore, inlineConfig, cache, cacheLocation, concurrency } = flags;
  refuseAlone('--cache-location', cacheLocation, { '--cache': cache }, locale ?? 'zh-CN');
  const configuration = { config, configLookup, presets, rules, plugins, locale };
  return new Engine(
    {
      ...{ cwd: io.cwd, ...configuration, ignore, ignorePatterns, inlineConfig, cache, cacheLocation, concurrency },
      ...more,
    },
    {
      importModule: io.importModule,
      threads: io.threads,
      conversion: conversionFor(io.threads),
      forManyFiles: io.forManyFiles,
      program: { version: io.version, bundle: join(io.root, 'dist', 'cli.cjs'), runtime: process.versions.node },
      cacheHome: cacheHome(io.env, process.platform, homedir()),
      scratch: tmpdir(),
      say,
      onNote: ({ message }) => io.err(`${message}\n`),
    },
  );
}
