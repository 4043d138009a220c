import type { Locale } from '../language/locale.js';
import type { Totals } from './report.js';

/** The few words a report adds to what the rules say. */
export interface Words {
  readonly error: string;
  readonly warning: string;
  readonly why: string;
  readonly todo: string;
  readonly unchecked: string;
  clean(files: number): string;
  total(totals: Totals): string;
  fixable(totals: Totals): string;
}

export const words: Readonly<Record<Locale, Words>> = {
  'zh-CN': {
    error: '错误',
    warning: '警告',
    why: '依据',
    todo: '改法',
    unchecked: '未能检查的文件：',
    clean: (files) => `${files} 个文件，没有发现问题`,
    total: ({ problems, errors, warnings }) => `共 ${problems} 个问题（${errors} 个错误，${warnings} 个警告）`,
    fixable: ({ fixableErrors, fixableWarnings }) =>
      `其中 ${fixableErrors} 个错误、${fixableWarnings} 个警告可以自动改正`,
  },
  en: {
    error: 'error',
    warning: 'warning',
    why: 'Why',
    todo: 'To do',
    unchecked: 'Files that could not be checked:',
    clean: (files) => `${counted(files, 'file')}, no problems found`,
    total: ({ problems, errors, warnings }) =>
      `${counted(problems, 'problem')} (${counted(errors, 'error')}, ${counted(warnings, 'warning')})`,
    fixable: ({ fixableErrors, fixableWarnings }) =>
      `${counted(fixableErrors, 'error')} and ${counted(fixableWarnings, 'warning')} can be fixed automatically`,
  },
};

/** A number with its English noun: 1 problem, 2 problems. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
