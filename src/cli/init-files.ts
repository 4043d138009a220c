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

/**
 * The files that carry out what was chosen. They run the package that the folder's own lock file pins, and never fetch one by its name,
 * which may be anybody's.
 */
export function initFiles(choices: InitChoices, locale: Locale): InitFile[] {
  const { ci, preCommit } = choices;
  return [
    { path: 'jiedu-lint.config.yaml', text: configText(choices, locale) },
    ...(ci === 'none' ? [] : [CI[ci]]),
    ...(preCommit ? [{ path: '.pre-commit-config.yaml', text: PRE_COMMIT }] : []),
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

const COMMAND = 'npx --no-install jiedu-lint';

const CI: Readonly<Record<Exclude<CiName, 'none'>, InitFile>> = {
  github: {
    path: '.github/workflows/jiedu-lint.yml',
    text: `name: jiedu-lint
on:
  push:
    branches: [main, master]
  pull_request:
permissions:
  contents: read
jobs:
  jiedu-lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci
      - run: ${COMMAND} --format github
`,
  },
  gitlab: {
    path: '.gitlab-ci.yml',
    text: `jiedu-lint:
  image: node:22
  script:
    - npm ci
    - ${COMMAND} --format stylish --format gitlab --output-file gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`,
  },
  gitee: {
    path: '.workflow/jiedu-lint.yml',
    text: `version: '1.0'
name: jiedu-lint
displayName: jiedu-lint
triggers:
  trigger: auto
  push:
    branches:
      prefix:
        - ''
  pr:
    branches:
      prefix:
        - ''
stages:
  - name: lint
    displayName: 检查解读材料
    strategy: naturally
    trigger: auto
    steps:
      - step: build@nodejs
        name: jiedu_lint
        displayName: 检查解读材料
        # 须不低于 20.19；所用的环境没有这个版本时，换一个它有的
        nodeVersion: 25.4.0
        commands:
          - npm config set registry https://registry.npmmirror.com
          - npm ci
          - ${COMMAND} --format compact
`,
  },
};

/** pre-commit hands over what is staged, all to one process, for links; what of it is checked the config says. */
const PRE_COMMIT = `repos:
  - repo: local
    hooks:
      - id: jiedu-lint
        name: jiedu-lint
        language: system
        entry: ${COMMAND} --hook
        types: [markdown]
        require_serial: true
`;
