import { describe, expect, it } from 'vitest';
import { archiveWith, run } from '../cli/command.js';

// A colour, a bell, the C1 form of an escape sequence, a mark that turns the direction of writing, a line of its own.
const EVIL = '\x1b[31m\x07\x9b2J\u202e';
const FORGED = `a${EVIL}\r\n::error::x`;
const NAME = `文${EVIL}件.md`;
const TEXT = `---
kind: interpretation
title: "《办法》解读\\e[31m\\a\\x9b2J\\u202e\\r\\n::error::x"
policy: "密政发\\e[31m.md"
---

# 《办法》解读${EVIL}

一、背${EVIL}景

待补充${EVIL}。

[x](<${EVIL}none.md>)
`;

const UNSAFE = /[^\P{Cc}\t\n]|[\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;
const CONFIG = 'extends: all\n';

const archive = () =>
  archiveWith({
    [NAME]: TEXT,
    [`f${EVIL}/briefing.md`]: TEXT.replace('interpretation', 'briefing'),
    [`网${EVIL}页.html`]: `<html><body><h1>关于${EVIL}办法的解读</h1><p>为了规范管理${EVIL}，制定本办法。</p></body></html>`,
    'jiedu-lint.config.yaml': CONFIG,
  });

describe('nothing that a terminal obeys comes out', () => {
  it.each([
    ...['stylish', 'compact', 'json', 'json-with-metadata', 'markdown', 'html', 'sarif', 'junit', 'checkstyle'].map(
      (format) => ['-f', format, '.'],
    ),
    ['-f', 'github', '.'],
    ['-f', 'gitlab', '.'],
    ['--frame', '.'],
    ['inspect', NAME],
    ['inspect', '-f', 'json', NAME],
    ['approve', '--yes', `f${EVIL}/briefing.md`],
    ['new', '解读材料', '-o', `草${EVIL}稿.md`],
    ['explain', 'element/scope'],
    ['clauses'],
    ['init', `f${EVIL}`, '--yes'],
    ['--print-config', NAME],
    ['audit', '.'],
    ['audit', '.', '--json', '/dev/null'],
    ['import', '-f', 'json', `网${EVIL}页.html`],
    ['import', `网${EVIL}页.html`, `f${EVIL}`],
    ['-f', 'json', '--fix-dry-run', '.'],
    ['--suppress-all', '.'],
  ])('%s %s', async (...words) => {
    const { out, err } = await run(archive(), words);
    expect(out).not.toMatch(UNSAFE);
    expect(err).not.toMatch(UNSAFE);
    expect(out + err).not.toBe('');
  });

  it.each([
    [`none${EVIL}.md`],
    [`none${EVIL}`],
    [`--none${EVIL}`],
    ['-c', `${FORGED}.yaml`],
    ['--rule', `${FORGED}: error`],
    ['--preset', FORGED],
    ['-f', FORGED],
    ['inspect', FORGED],
    ['explain', FORGED],
    ['new', FORGED],
    ['approve', FORGED],
    ['--max-warnings', FORGED],
    ['-f', 'json', '-o', `f${EVIL}`, NAME],
    ['audit', '--html', `f${EVIL}`],
    ['import', FORGED],
    ['--suppressions-location', FORGED, '.'],
  ])('of what is wrong with %s', async (...words) => {
    const { code, out, err } = await run(archive(), words);
    expect(code).toBe(2);
    expect(out + err).not.toBe('');
    expect(out).not.toMatch(UNSAFE);
    expect(err).not.toMatch(UNSAFE);
  });

  it.each([
    ['a rule', `rules: { "x${EVIL}": error }\n`],
    ['a preset', `extends: "x\\e[31m"\n`],
    ['a key', `"x\\e[31m": 1\n`],
  ])('of a config with %s', async (_name, config) => {
    const folder = archiveWith({ 'a.md': TEXT, 'jiedu-lint.config.yaml': config });
    const { code, err } = await run(folder, ['a.md']);
    expect(code).toBe(2);
    expect(err).not.toMatch(UNSAFE);
  });
});

describe('commands to GitHub', () => {
  it('are those of findings alone', async () => {
    const { out } = await run(archive(), ['-f', 'github', '.']);
    const commands = out.split(/[\r\n]/).filter((line) => line.includes('::'));
    expect(commands.length).toBeGreaterThan(3);
    for (const line of commands) expect(line).toMatch(/^::(?:error|warning|notice) file=[^:]*,title=[^:]*::/);
  });
});
