import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { MadeFrom } from '../lint/options.js';
import type { Configuration } from './configuration.js';
import type { Program } from './options.js';

/** Tells what makes the rules that a file's config adds. */
export type RuleSources = Pick<Configuration, 'ruleSourcesFor'>;

/** Digests of what values of the cache are made from. */
export class CacheKeys {
  private readonly program: string;
  /** By settings, then by the sources of rules: the former are long, and many files share one string. */
  private readonly known = new Map<string, Map<string, string>>();

  constructor(
    { version, runtime, bundle }: Program,
    private readonly configuration: RuleSources,
  ) {
    this.program = digestOf([version, runtime, existsSync(bundle) ? readFileSync(bundle, 'latin1') : '']);
  }

  /** The key of a value for a file, 64 hexadecimal digits: half for what many files share, half for what this one holds. */
  of(path: string, [settings, content]: MadeFrom): string {
    return this.shared(path, settings) + digestOf([content]).slice(0, 32);
  }

  private shared(path: string, settings: string): string {
    const sources = this.configuration.ruleSourcesFor(path);
    const name = sources.map((source) => source.path).join('\n');
    const keys = this.known.get(settings) ?? new Map<string, string>();
    this.known.set(settings, keys);
    let key = keys.get(name);
    if (key === undefined) {
      const added = sources.map(({ path: file, version = '' }) => `${version} ${readFileSync(file, 'latin1')}`);
      key = digestOf([this.program, settings, ...added]).slice(0, 32);
      keys.set(name, key);
    }
    return key;
  }
}

function digestOf(parts: readonly string[]): string {
  return hash('sha256', parts.map((part) => `${part.length} ${part}`).join(''));
}
