import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ConfigProblem } from '../config/config.js';
import { findConfig } from '../config/load.js';
import { findFiles } from '../files/find.js';
import { slashed } from '../files/ignore.js';
import { leadsOut } from '../files/links.js';
import { decode, readSource } from '../files/read.js';
import { FolderWatcher } from '../files/watch.js';
import type { Locale } from '../language/locale.js';
import type { Configuration, Settings, World } from '../lsp/world.js';
import type { Io } from './io.js';
import type { Installation } from './main.js';
import { segmenter } from './segmenter.js';
import { ConfigError, Session } from './session.js';
import { SUPPRESSIONS_FILE } from './suppressions-file.js';

/** This machine as the language server sees it. */
export function machineWorld({ root: home, version }: Installation, io: Io): World {
  const pages = new Map<string, { path: string; text: string } | undefined>();
  return {
    folder: slashed(io.cwd),
    version,
    suppressionsFile: SUPPRESSIONS_FILE,
    pathOf,
    uriOf: (path) => pathToFileURL(path).href,
    segmenter,
    today: () => {
      const now = new Date();
      return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
        .map((part) => String(part).padStart(2, '0'))
        .join('-');
    },
    asRead: (text) => {
      const bytes = Buffer.from(text);
      return { ...decode(bytes), bytes: bytes.length };
    },
    read: (path) => readSource(path),
    exists: existsSync,
    leadsOut,
    documentsBelow: async (folder) => {
      const { files, folders } = await findFiles([folder], { cwd: folder, within: folder });
      return { files: files.map(slashed), folders: folders.map(slashed) };
    },
    isIgnored: async (path, root) =>
      (await findFiles([path], { cwd: root })).problems.some(({ id }) => id === 'ignored'),
    findConfig: (folder) => {
      const found = findConfig(folder);
      return found === undefined ? undefined : slashed(found);
    },
    configuration: (root, settings) => configuration(root, settings, io),
    page: (rule, locale) => {
      const path = pagePath(home, rule, locale);
      if (!pages.has(path)) pages.set(path, existsSync(path) ? { path, text: readFileSync(path, 'utf8') } : undefined);
      return pages.get(path);
    },
    watch: (onChange) => {
      const watcher = new FolderWatcher(
        {
          onChange: (path) => onChange(path === null ? null : slashed(path)),
          onFailure: (folder, code) => io.err(`${folder}: ${code}\n`),
        },
        [],
      );
      return { cover: (path) => watcher.cover(path), close: () => watcher.close() };
    },
  };
}

function pagePath(home: string, rule: string, locale: Locale): string {
  return slashed(join(home, 'docs', 'rules', `${rule}${locale === 'en' ? '.en' : ''}.md`));
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    // Clients write the drive's letter either way.
    return slashed(fileURLToPath(uri)).replace(/^[a-z]:/, (drive) => drive.toUpperCase());
  } catch {
    return undefined;
  }
}

function configuration(root: string, settings: Settings, io: Io): Configuration {
  const { importModule } = io;
  const fresh = importModule && { importModule: (name: string, from: string) => importModule(name, from, true) };
  const session = new Session({ ...io, ...fresh, cwd: root }, { configLookup: true, ...settings });
  return {
    prepare: async (paths): Promise<readonly ConfigProblem[]> => {
      try {
        await session.prepare(paths);
        return [];
      } catch (error) {
        if (error instanceof ConfigError) return error.problems;
        throw error;
      }
    },
    get rules() {
      return session.rules;
    },
    get filesRead() {
      return session.filesRead.map(slashed);
    },
    get isConfigured() {
      return session.filesRead.length > 0;
    },
    get statedLocale() {
      return session.statedLocale;
    },
    configFor: (path) => session.configFor(path),
    settingsFor: (path) => session.settingsFor(path),
    ignoredBy: (path) => session.ignoredBy(path),
  };
}
