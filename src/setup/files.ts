import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../language/locale.js';

/** The services whose workflow `init` writes. */
export const CI_NAMES = ['github', 'gitlab', 'gitee', 'none'] as const;
export type CiName = (typeof CI_NAMES)[number];

/** A file to write: its path below the folder, and its text. */
export interface InitFile {
  readonly path: string;
  readonly text: string;
}

export interface InitChoices {
  readonly preset: string;
  /** Folders and files to lint where the command line names none; empty: all below the config. */
  readonly folders: readonly string[];
  readonly ci: CiName;
  readonly preCommit: boolean;
  /** Where editors find the schema of the config, as a path from the config; absent where none is at hand. */
  readonly schema?: string;
}

/** Where the files of `templates` go. */
const PLACES = {
  github: '.github/workflows/jiedu-lint.yml',
  gitlab: '.gitlab-ci.yml',
  gitee: '.workflow/jiedu-lint.yml',
  'pre-commit': '.pre-commit-config.yaml',
} as const;

/**
 * The files that carry out what was chosen. They run the package that the folder's own lock file pins, and never fetch one by its name,
 * which may be anybody's. pre-commit hands over what is staged, all to one process, for links; what of it is checked the config says.
 * @param root the folder of the installation
 */
export function initFiles(choices: InitChoices, root: string, locale: Locale): InitFile[] {
  const template = (name: keyof typeof PLACES): InitFile => ({
    path: PLACES[name],
    text: readFileSync(join(root, 'templates', `${name}.yml`), 'utf8').replaceAll('\r\n', '\n'),
  });
  return [
    { path: 'jiedu-lint.config.yaml', text: configText(choices, locale) },
    ...(choices.ci === 'none' ? [] : [template(choices.ci)]),
    ...(choices.preCommit ? [template('pre-commit')] : []),
  ];
}

function configText({ preset, folders, schema }: InitChoices, locale: Locale): string {
  const editors = schema === undefined ? '' : `# yaml-language-server: $schema=${schema}\n`;
  const comment =
    locale === 'en'
      ? '# Configuration of jiedu-lint. Rules are set under "rules:", for instance\n#   rules:\n#     element/scope: warn\n'
      : '# jiedu-lint 的配置。规则写在 rules 下面，例如\n#   rules:\n#     element/scope: warn\n';
  const paths = folders.length > 0 ? `paths: [${folders.map(scalar).join(', ')}]\n` : '';
  return `${editors}${comment}extends: ${scalar(preset)}\n${paths}${locale === 'en' ? 'locale: en\n' : ''}`;
}

/** Text as YAML reads it back: plain where that is safe, else quoted. */
function scalar(text: string): string {
  return /^[\p{L}\p{N}./][\p{L}\p{N}_./-]*$/u.test(text) && !/^(?:true|false|null|[\d.]+)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
