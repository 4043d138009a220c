import type { Command, CommanderError } from 'commander';
import type { Locale } from '../language/locale.js';
import { suggest } from '../language/suggest.js';
import { printable } from '../report/terminal-text.js';
import { type Io, OutputError, UserError } from './io.js';
import { lint } from './lint.js';
import { buildProgram } from './program.js';
import { say } from './words.js';

/** What the installation tells of itself. */
export interface Installation {
  /** The folder that holds package.json and docs. */
  readonly root: string;
  readonly version: string;
}

/**
 * Runs the command line.
 * @param argv the words after the program's name
 * @returns the exit code; nothing is thrown for a user's mistake
 */
export async function main(argv: readonly string[], world: Io, installation: Installation): Promise<number> {
  const locale = localeIn(argv);
  const io: Io = { ...world, err: (text) => world.err(harmless(text)) };
  // Reports bring colours, which are escape sequences, and see to the rest themselves.
  const plain: Io = { ...io, out: (text) => io.out(harmless(text)) };
  let code = 0;
  const program = buildProgram(
    {
      lint: async (paths, flags, reports) => {
        const asked = { reports, ...installation };
        if (flags.watch) code = await (await import('./watch.js')).watch(paths, flags, asked, io);
        else code = await lint(paths, flags, asked, io);
      },
      inspect: async (paths, flags) => {
        code = await (await import('./inspect.js')).inspect(paths, flags, io);
      },
      audit: async (paths, flags) => {
        code = await (await import('./audit.js')).audit(paths, flags, installation, io);
      },
      approve: async (file, flags) => {
        code = await (await import('./approve.js')).approve(file, flags, plain);
      },
      clauses: async (flags) => {
        code = await (await import('./clauses.js')).clauses(flags, io);
      },
      newDraft: async (kind, flags) => {
        code = await (await import('./new.js')).newDraft(kind, flags, plain);
      },
      importFiles: async (paths, flags) => {
        code = await (await import('./import.js')).importFiles(paths, flags, io);
      },
      init: async (folders, flags) => {
        code = await (await import('./init.js')).init(folders, flags, installation.version, plain);
      },
      preset: async (action, operand, flags) => {
        code = await (await import('./preset.js')).preset(action, operand, flags, plain);
      },
      completion: async (shell) => {
        code = (await import('./completion.js')).completion(shell, locale, installation.root, io);
      },
      lsp: async (flags) => {
        code = await (await import('./lsp.js')).lsp(flags, installation, io);
      },
      explain: async (rule, flags) => {
        code = await (await import('./explain.js')).explain(rule, flags, installation.root, plain);
      },
    },
    installation.version,
    locale,
  );
  for (const command of [program, ...program.commands]) {
    command.configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      outputError: () => {},
    });
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (isCommanderError(error)) return explainUsage(error, commandIn(argv, program), locale, io);
    io.err(`${wordsFor(error, locale)}\n`);
    return 2;
  }
}

/** Names of files and words of documents must not reach the terminal as commands to it. */
function harmless(text: string): string {
  return text.replace(/[^\n\t]+/g, printable);
}

function wordsFor(error: unknown, locale: Locale): string {
  if (error instanceof UserError) return error.message;
  if (error instanceof OutputError) return say('outputNotWritten', locale, { code: error.code });
  return say('internal', locale, { error: error instanceof Error ? error.message : String(error) });
}

function isCommanderError(error: unknown): error is CommanderError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
}

/** The command that the words are for. */
function commandIn(argv: readonly string[], program: Command): Command {
  const name = argv.find((word) => !word.startsWith('-'));
  return program.commands.find((command) => command.name() === name) ?? program;
}

function explainUsage(error: CommanderError, command: Command, locale: Locale, io: Io): number {
  if (error.exitCode === 0) return 0;
  const name = /'([^']{1,200})'/.exec(error.message)?.[1] ?? '';
  const stop = locale === 'en' ? '. ' : '。';
  const sentence = () => {
    switch (error.code) {
      case 'commander.unknownOption': {
        const near = suggest(name, new Set(command.options.flatMap(({ long }) => long ?? [])));
        return (
          say('unknownOption', locale, { name }) + (near ? `${stop}${say('didYouMean', locale, { name: near })}` : '')
        );
      }
      case 'commander.optionMissingArgument':
        return say('missingArgument', locale, { name });
      case 'commander.missingArgument':
        return say('missingOperand', locale, { name });
      case 'commander.excessArguments':
        return say('tooMany', locale);
      default:
        return error.message;
    }
  };
  const said = sentence();
  io.err(
    `${said}${/[？?]$/.test(said) ? ' ' : stop}${say('usageHint', locale, { command: command.parent ? `jiedu-lint ${command.name()}` : 'jiedu-lint' })}\n`,
  );
  return 2;
}

/** The language has to be known before the options are read, for what is wrong with them. */
function localeIn(argv: readonly string[]): Locale {
  const at = argv.findIndex((word) => word === '--locale' || word.startsWith('--locale='));
  const value = argv[at]?.includes('=') ? argv[at]?.split('=')[1] : argv[at + 1];
  return at >= 0 && value === 'en' ? 'en' : 'zh-CN';
}
