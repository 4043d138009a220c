import { Argument, Command, Option } from 'commander';
import type { Locale } from '../language/locale.js';
import { suggest } from '../language/suggest.js';
import { COMMANDS, type CommandRow, type Reads, type Row } from './commands.js';
import type { Flags } from './flags.js';
import { UserError } from './io.js';
import { pairReports, type ReportWord } from './reports.js';
import { say } from './words.js';

/** Runs a command with what the command line says. */
export type Run = (command: CommandRow, operands: readonly string[], flags: Flags) => Promise<void>;

/** The command line as commander reads it, its help in the locale. */
export function buildProgram(run: Run, version: string, locale: Locale): Command {
  const of = (chinese: string, english: string) => (locale === 'en' ? english : chinese);
  // Which report goes into which file hangs on the order of `-f` and `-o`, before the command's name and behind it.
  const written: ReportWord[] = [];
  const program = new Command('jiedu-lint')
    .description(
      of(
        '检查政策解读材料是否符合解读工作的各项要求',
        'Check policy interpretations against the rules on interpretation',
      ),
    )
    .version(version, '-v, --version', of('显示版本', 'print the version'))
    .enablePositionalOptions()
    .configureHelp(locale === 'en' ? {} : { styleTitle: (title) => TITLES[title] ?? title })
    .helpOption('-h, --help', of('显示帮助', 'print this help'))
    .helpCommand(false);
  const define = (command: Command, row: CommandRow) => {
    const isLint = row === COMMANDS[0];
    for (const [name, chinese, english, reads] of row.operands)
      command.addArgument(reading(new Argument(name, of(chinese, english)), name, reads, locale));
    for (const option of row.options) command.addOption(optionOf(option, locale));
    for (const option of command.options.filter(({ required }) => required))
      command.on(`option:${option.name()}`, (value: string) => {
        // The value was forgotten: as commander tells of one that is not there at all.
        if (command.options.some(({ short, long }) => value === short || value === long))
          command.error(`option '${option.flags}' argument missing`, { code: 'commander.optionMissingArgument' });
      });
    if (isLint) {
      command.on('option:format', (format: string) => written.push({ format }));
      command.on('option:output-file', (file: string) => written.push({ file }));
    }
    command.exitOverride().action((...words: unknown[]) => {
      const operands = (words.slice(0, row.operands.length) as (string | string[])[]).flat();
      const own = isLint ? { reports: pairReports(written, locale) } : { reports: [], format: command.opts().format };
      return run(row, operands, { ...given(command), ...own });
    });
  };
  for (const row of COMMANDS) {
    if (row === COMMANDS[0]) define(program, row);
    define(program.command(row.name).description(of(...row.words)), row);
  }
  return program;
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

function optionOf([written, chinese, english, reads]: Row, locale: Locale): Option {
  const option = new Option(written, locale === 'en' ? english : chinese).hideHelp(reads === 'process');
  if (option.long === '--format') option.default(reads?.[0]);
  return reading(option, option.long ?? written, reads, locale);
}

/** What values look like that are none of a list, and what is said of others. */
const FORMS = {
  number: { form: /^\d{1,9}$/, word: 'badNumber' },
  process: { form: /^\d{1,9}$/, word: 'badNumber' },
  threads: { form: /^(?:auto|off|[1-9]\d{0,2})$/, word: 'badConcurrency' },
} as const;

/** Has commander read a value, and say what is wrong with it. */
function reading<One extends Option | Argument>(one: One, name: string, reads: Reads | undefined, locale: Locale): One {
  if (reads === undefined) return one;
  if (reads === 'many') return one.argParser((value, before: readonly string[] = []) => [...before, value]) as One;
  const isListed = typeof reads === 'object';
  const choices = isListed ? reads : [];
  const { form, word } = isListed ? ({ form: null, word: 'badChoice' } as const) : FORMS[reads];
  return (isListed ? one.choices(choices) : one).argParser((value) => {
    if (form?.test(value)) return /^\d/.test(value) ? Number(value) : value;
    if (choices.includes(value)) return value;
    throw new UserError(say(word, locale, { option: name, value, least: 0, choices, near: suggest(value, choices) }));
  }) as One;
}

/** The options of a command and of those above it: what was written wins over defaults, the innermost over the others. */
function given(command: Command): Flags {
  const commands = command.parent ? [command.parent, command] : [command];
  const entries = commands.flatMap((each) =>
    Object.entries(each.opts()).map(([name, value]) => ({
      name,
      value: value as unknown,
      isDefault: each.getOptionValueSource(name) === 'default',
    })),
  );
  const inOrder = [...entries.filter(({ isDefault }) => isDefault), ...entries.filter(({ isDefault }) => !isDefault)];
  return Object.fromEntries(inOrder.map(({ name, value }) => [name, value])) as unknown as Flags;
}
