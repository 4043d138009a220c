import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { moduleImporter } from '../../src/engine/plugin-modules.js';
import { run } from './command.js';

/** The command line, run in a folder that each test of the file has to itself. */
export class CommandLine {
  folder = '';
  /** Where the user's caches stand. */
  home = '';
  /** Programs that were run, as lines; those that `works` has end well, with its words as what they wrote. */
  readonly ran: string[] = [];
  works: Readonly<Record<string, string>> = {};
  out = '';
  err = '';

  constructor() {
    beforeEach(() => {
      this.folder = mkdtempSync(join(tmpdir(), 'jiedu-lint-cli-'));
      this.home = mkdtempSync(join(tmpdir(), 'jiedu-lint-home-'));
      this.ran.length = 0;
      this.works = {};
    });
    afterEach(() => {
      for (const folder of [this.folder, this.home]) rmSync(folder, { recursive: true });
    });
  }

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** Runs a command; `answers` are what the user types, or does and types, in turn: with them there is somebody to ask. */
  async run(
    words: readonly string[],
    answers?: readonly (string | (() => string))[],
    cwd = this.folder,
    version = '0.0.0',
  ): Promise<number> {
    const typed = [...(answers ?? [])];
    let asked = '';
    const { code, out, err } = await run(cwd, words, {
      version,
      env: { XDG_CACHE_HOME: this.home },
      run: (command, rest) => {
        const line = [command, ...rest].join(' ');
        this.ran.push(line);
        return { code: line in this.works ? 0 : 1, out: this.works[line] ?? '' };
      },
      importModule: moduleImporter((url) => import(url)),
      ...(answers && {
        ask: async (question) => {
          asked += question;
          const next = typed.shift() ?? '';
          return typeof next === 'string' ? next : next();
        },
      }),
    });
    this.out = out;
    this.err = asked + err;
    return code;
  }

  /** The rules of the findings in a run's JSON, as `rule line:column`. */
  found(): string[] {
    const results = JSON.parse(this.out) as { messages: { ruleId: string; line: number; column: number }[] }[];
    return results.flatMap(({ messages }) => messages.map((one) => `${one.ruleId} ${one.line}:${one.column}`));
  }
}
