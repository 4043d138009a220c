import { error, warning } from '@actions/core';
import { describe, expect, it, vi } from 'vitest';
import { github } from '../../src/report/github.js';
import { HOSTILE, HOSTILE_PATH, hostileResults } from './hostile.js';
import { context, fileResult, finding } from './results.js';

/** Reads a line as the runner does: command, properties, data, each unescaped. */
function commandIn(line: string) {
  const [, command = '', properties = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const unescaped = (text: string) =>
    text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%25/g, '%');
  const pairs = properties.split(',').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), unescaped(pair.slice(at + 1))];
  });
  return { command, data: unescaped(data), ...Object.fromEntries(pairs) };
}

/** A command with its properties in an order that does not hang on who wrote it. */
function sorted(line: string): string[] {
  const [, command = '', properties = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  return [command, ...properties.split(',').sort(), data];
}

/** What GitHub's own library writes. */
function written(write: () => void): string {
  const lines: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  try {
    write();
  } finally {
    spy.mockRestore();
  }
  return lines.join('').trimEnd();
}

describe('github', () => {
  it.each([
    ['error', 2 as const, error],
    ['warning', 1 as const, warning],
  ])('writes %s as GitHub’s own library does, hostile texts and paths included', (_, severity, write) => {
    const message = `${HOSTILE}\n第二行\r\n末：,:%`;
    const place = { line: 3, column: 2, endLine: 3, endColumn: 9 };
    const [line = ''] = github(
      [fileResult(HOSTILE_PATH, [finding({ severity, message, ...place, ruleId: 'a:b/c,d%' })])],
      context,
    ).split('\n');
    const properties = {
      startLine: 3,
      endLine: 3,
      startColumn: 2,
      endColumn: 9,
      title: 'a:b/c,d%',
      file: HOSTILE_PATH,
    };
    expect(sorted(line)).toEqual(sorted(written(() => write(message, properties))));
  });

  it('writes a command for each finding and a plain sum last', () => {
    const results = [
      fileResult('政策/a.md', [finding({ line: 12, column: 3, endLine: 12, endColumn: 5, message: '没有写明' })]),
    ];
    expect(github(results, context)).toBe(
      '::error file=政策/a.md,line=12,endLine=12,col=3,endColumn=5,title=element/scope::没有写明\n共 1 个问题（1 个错误，0 个警告）',
    );
  });

  it('puts errors before warnings, each in the order of the files', () => {
    const results = [
      fileResult('a.md', [finding({ severity: 1, line: 1 }), finding({ line: 9, endLine: 9 })]),
      fileResult('b.md', [finding()]),
    ];
    const lines = github(results, context).split('\n');
    expect(lines.map((line) => /^::\w+ file=[^,]+/.exec(line)?.[0] ?? line)).toEqual([
      '::error file=a.md',
      '::error file=b.md',
      '::warning file=a.md',
      '共 3 个问题（2 个错误，1 个警告）',
    ]);
  });

  it('gives no columns to a finding over several lines, which the service refuses', () => {
    const [line = ''] = github([fileResult('a.md', [finding({ line: 2, endLine: 4 })])], context).split('\n');
    expect(commandIn(line)).toMatchObject({ line: '2', endLine: '4' });
    expect(line).not.toMatch(/col/i);
  });

  it('keeps hostile texts and paths inside their command', () => {
    const lines = github(hostileResults(), context).split('\n');
    expect(lines).toHaveLength(5);
    expect(lines.join('')).not.toMatch(/\p{Cc}/u);
    const commands = lines.slice(0, 4).map(commandIn);
    expect(commands.map(({ command }) => command)).toEqual(['error', 'error', 'warning', 'warning']);
    expect(commands[0]).toMatchObject({ file: HOSTILE_PATH, line: '5', title: 'structure/no-placeholder' });
    expect(commands[0]?.data).toContain('<script>alert(1)</script> ]]> --> %0A %25 ::error::x');
    expect(commands[0]?.data).toContain('\\x1b[31m');
    expect(commands[0]?.data).toContain('\n第二行\r\n');
  });

  it('says so when there is nothing to report', () => {
    expect(github([fileResult('a.md')], context)).toBe('1 个文件，没有发现问题');
  });
});
