import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command, CommanderError } from 'commander';
import type { Locale } from '../language/locale.js';
import { suggest } from '../language/suggest.js';
import { printable } from '../report/terminal-text.js';
import { type Installation, type Io, isMistake, OutputError } from './io.js';
import { buildProgram, type Run } from './program.js';
import { say, type Word } from './words.js';

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
  const run: Run = async ({ name, raw, run }, operands, flags) => {
    code = await run(operands, flags, { ...(raw ? io : plain), ...installation });
    const near = name === 'lint' && commandMeant(operands[0] ?? '', program, io);
    if (near) io.err(`${say('didYouMean', locale, { name: `jiedu-lint ${near}` })}\n`);
  };
  const program = buildProgram(run, installation.version, locale);
  for (const command of [program, ...program.commands])
    command.configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => {} });
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
  if (isMistake(error)) return error.message;
  if (error instanceof OutputError) return say('outputNotWritten', locale, { code: error.code });
  return say('internal', locale, { error: error instanceof Error ? error.message : String(error) });
}

function isCommanderError(error: unknown): error is CommanderError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
}

/** The command that a mistyped one, taken for the name of a file that is not there, most likely means. */
function commandMeant(word: string, program: Command, io: Io): string | undefined {
  if (!/^[a-z]{3,12}$/i.test(word) || existsSync(resolve(io.cwd, word))) return undefined;
  const near = suggest(word, [...program.commands.map((command) => command.name()), ...ASKED_OF_US]);
  return near && ASKED_OF_US.includes(near) ? `--${near}` : near;
}

/** Commands of other programs that are options here. */
const ASKED_OF_US = ['help', 'version'];

/** The command that the words are for. */
function commandIn(argv: readonly string[], program: Command): Command {
  const name = argv.find((word) => !word.startsWith('-'));
  return program.commands.find((command) => command.name() === name) ?? program;
}

function explainUsage(error: CommanderError, command: Command, locale: Locale, io: Io): number {
  if (error.exitCode === 0) return 0;
  const name = /'([^']{1,200})'/.exec(error.message)?.[1] ?? '';
  const stop = locale === 'en' ? '. ' : '。';
  const word = USAGE[error.code];
  const options = command.options.flatMap(({ long }) => long ?? []);
  const near = word === 'unknownOption' ? suggest(name, options) : undefined;
  const said = word ? say(word, locale, { name, near }) : error.message;
  io.err(
    `${said}${/[？?]$/.test(said) ? ' ' : stop}${say('usageHint', locale, { command: command.parent ? `jiedu-lint ${command.name()}` : 'jiedu-lint' })}\n`,
  );
  return 2;
}

/** What commander finds wrong, in our words. */
const USAGE: Readonly<Record<string, Word>> = {
  'commander.unknownOption': 'unknownOption',
  'commander.optionMissingArgument': 'missingArgument',
  'commander.missingArgument': 'missingOperand',
  'commander.excessArguments': 'tooMany',
};

/** The language has to be known before the options are read, for what is wrong with them. */
function localeIn(argv: readonly string[]): Locale {
  const at = argv.findIndex((word) => word === '--locale' || word.startsWith('--locale='));
  const value = argv[at]?.includes('=') ? argv[at]?.split('=')[1] : argv[at + 1];
  return at >= 0 && value === 'en' ? 'en' : 'zh-CN';
}
