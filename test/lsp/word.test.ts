import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver-protocol/node';
import { archiveWith } from '../cli/command.js';
import { p, TITLE, word } from '../import/word.js';
import { serving, WAIT } from './client.js';

const RULES = 'extends: []\nrules:\n  structure/no-placeholder: error\n';

describe('a Word file in the workspace', () => {
  it('is checked when it is saved, and no more when it is gone', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES });
    const { client } = serving(folder);
    await client.initialize({ workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    const saved = (name: string, type: 1 | 2 | 3) =>
      client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: client.uri(name), type }],
      });
    writeFileSync(join(folder, '稿.docx'), await word(TITLE + p('正文待补充。')));
    writeFileSync(join(folder, '~$稿.docx'), 'lock');
    await saved('~$稿.docx', 1);
    await saved('稿.docx', 1);
    await vi.waitUntil(() => client.codes('稿.docx').length > 0, WAIT);
    const [found] = client.diagnostics.get(client.uri('稿.docx')) ?? [];
    expect(found).toMatchObject({
      code: 'structure/no-placeholder',
      range: { start: { line: 0, character: 0 } },
      message: expect.stringContaining('第 2 段'),
    });
    expect(client.published.has(client.uri('~$稿.docx'))).toBe(false);
    writeFileSync(join(folder, '稿.docx'), await word(TITLE + p('正文补充好了。')));
    await saved('稿.docx', 2);
    await vi.waitUntil(() => client.codes('稿.docx').length === 0, WAIT);
    rmSync(join(folder, '稿.docx'));
    await saved('稿.docx', 3);
    await vi.waitUntil(() => (client.published.get(client.uri('稿.docx')) ?? 0) >= 3, WAIT);
    expect(client.codes('稿.docx')).toEqual([]);
  });
});
