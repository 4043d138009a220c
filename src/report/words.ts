import type { Locale } from '../language/locale.js';
import type { Totals } from './report.js';

/** Findings that do not count, by what takes them out. */
type Suppressed = Readonly<Record<'directive' | 'file', number>>;

/** The few words a report adds to what the rules say. */
const CHINESE = {
  error: '错误',
  warning: '警告',
  why: '依据',
  todo: '改法',
  unchecked: '未能检查的文件：',
  severity: '级别',
  place: '位置',
  problem: '问题',
  rule: '规则',
  demand: '要求',
  title: '政策解读检查报告',
  byRule: '按规则统计',
  byFile: '逐份文件',
  withoutFindings: '没有发现问题的文件',
  askedBy: '提出这项要求的条款：',
  colon: '：',
  /** Why source lines that were asked for are not shown. */
  withheld: '本文件有不能公开的信息，不显示原文',
  /** Said where the run was ended before it was done. */
  partial: '检查被中断，结果不完整：只有中断前查完的文件，文件之间的规则没有运行',
  leftOut: (findings: number) => `还有 ${findings} 个问题没有列出，请看完整的报告。`,
  clean: (files: number) => `${files} 个文件，没有发现问题`,
  total: ({ problems, errors, warnings }: Totals) => `共 ${problems} 个问题（${errors} 个错误，${warnings} 个警告）`,
  fixable: ({ fixableErrors, fixableWarnings }: Totals) =>
    `其中 ${fixableErrors} 个错误、${fixableWarnings} 个警告可以自动改正`,
  unlisted: (findings: number) => `另有 ${findings} 个问题超过 limits.findings，没有列出`,
  suppressed: ({ directive, file }: Suppressed) =>
    `另有 ${directive + file} 个问题被压制（指令 ${directive}，压制文件 ${file}）`,
  foreign: (files: number) => `另有 ${files} 个文件不是政策文件，未检查`,
  taken: (files: number) => `另有 ${files} 个文件被配置（ignores、paths）排除，未检查`,
};

export type Words = typeof CHINESE;

export const words: Readonly<Record<Locale, typeof CHINESE>> = {
  'zh-CN': CHINESE,
  en: {
    error: 'error',
    warning: 'warning',
    why: 'Why',
    todo: 'To do',
    unchecked: 'Files that could not be checked:',
    severity: 'Severity',
    place: 'Place',
    problem: 'Problem',
    rule: 'Rule',
    demand: 'Demand',
    title: 'Report on policy interpretations',
    byRule: 'By rule',
    byFile: 'By file',
    withoutFindings: 'Files without findings',
    askedBy: 'Clauses that ask for it:',
    colon: ': ',
    withheld: 'This file holds what must not be shown, so its lines are not',
    partial:
      'Interrupted, not complete: these are the files checked until then, and the rules between files did not run',
    leftOut: (findings) => `${counted(findings, 'more problem')} ${findings === 1 ? 'is' : 'are'} in the full report.`,
    clean: (files) => `${counted(files, 'file')}, no problems found`,
    total: ({ problems, errors, warnings }) =>
      `${counted(problems, 'problem')} (${counted(errors, 'error')}, ${counted(warnings, 'warning')})`,
    fixable: ({ fixableErrors, fixableWarnings }) =>
      `${counted(fixableErrors, 'error')} and ${counted(fixableWarnings, 'warning')} can be fixed automatically`,
    unlisted: (findings) => `${counted(findings, 'more problem')} beyond limits.findings, not listed`,
    suppressed: ({ directive, file }) =>
      `${counted(directive + file, 'more problem')} suppressed (${directive} by directives, ${file} by the suppressions file)`,
    foreign: (files) => `${counted(files, 'more file')} not checked: no policy documents`,
    taken: (files) => `${counted(files, 'more file')} not checked: left out by the config (ignores, paths)`,
  },
};

/** A number with its English noun: 1 problem, 2 problems. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
