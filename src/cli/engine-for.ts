import { join } from 'node:path';
import { Engine } from '../engine/engine.js';
import type { EngineOptions } from '../engine/options.js';
import type { Locale } from '../language/locale.js';
import { cacheHome } from './cache-home.js';
import { conversionFor } from './conversion.js';
import type { Installation, Io } from './io.js';
import { say } from './words.js';

/** What a command line says about configuration. */
export interface ConfigFlags {
  readonly config?: string;
  readonly configLookup?: boolean;
  readonly preset?: readonly string[];
  readonly rule?: readonly string[];
  /** False where plugins must not be loaded. */
  readonly plugins?: boolean;
  readonly locale?: Locale;
}

/** What a command line says of how files are found and gone through. */
export interface RunFlags extends ConfigFlags {
  readonly ignore?: boolean;
  readonly ignorePattern?: readonly string[];
  readonly inlineConfig?: boolean;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly concurrency?: EngineOptions['concurrency'];
}

/**
 * The engine of a command. What it has to tell goes to standard error.
 * @param more options that only this command has
 * @param installation of commands that may keep what they find
 */
export function engineFor(
  { preset, rule, ignorePattern, ...flags }: RunFlags,
  io: Io,
  more: EngineOptions = {},
  installation?: Installation,
): Engine {
  const { config, configLookup, plugins, locale, ignore, inlineConfig, cache, cacheLocation, concurrency } = flags;
  const configuration = { config, configLookup, presets: preset, rules: rule, plugins, locale };
  const going = { ignore, ignorePatterns: ignorePattern, inlineConfig, cache, cacheLocation, concurrency };
  return new Engine(
    { cwd: io.cwd, ...configuration, ...going, ...more },
    {
      importModule: io.importModule,
      threads: io.threads,
      conversion: conversionFor(io.threads),
      compileLess: io.compileLess,
      program: installation && {
        version: installation.version,
        bundle: join(installation.root, 'dist', 'cli.cjs'),
        runtime: process.versions.node,
      },
      cacheHome: cacheHome(io.env),
      say,
      onNote: ({ message }) => io.err(`${message}\n`),
    },
  );
}
