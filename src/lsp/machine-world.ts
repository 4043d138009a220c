import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findConfig } from '../config/load.js';
import { Engine } from '../engine/engine.js';
import type { Machine } from '../engine/options.js';
import { findFiles } from '../files/find.js';
import { isConverted } from '../files/formats.js';
import { slashed } from '../files/ignore.js';
import { leadsOut } from '../files/links.js';
import { decode, readBytes, readSource } from '../files/read.js';
import { FolderWatcher } from '../files/watch.js';
import { today } from '../language/dates.js';
import type { Locale } from '../language/locale.js';
import type { LspHost, Settings } from './lsp-host.js';

/** What the server has of its process. */
export interface ServerMachine extends Pick<Machine, 'conversion' | 'importModule' | 'say'> {
  /** The working folder, absolute. */
  readonly cwd: string;
  /** The folder that holds docs. */
  readonly root: string;
  readonly version: string;
  /** Told of plugins that are left out and of folders that cannot be watched; a line without its end. */
  tell(message: string): void;
}

/** This machine as the language server sees it. */
export function machineWorld(machine: ServerMachine): LspHost {
  const { root: home, version, cwd, conversion } = machine;
  const pages = new Map<string, { path: string; text: string } | undefined>();
  return {
    folder: slashed(cwd),
    version,
    pathOf,
    uriOf: (path) => pathToFileURL(path).href,
    today,
    asRead: (text) => {
      const bytes = Buffer.from(text);
      return { ...decode(bytes), bytes: bytes.length };
    },
    read: async (path) => {
      if (!conversion || !isConverted(path)) return readSource(path);
      const bytes = readBytes(path);
      return 'id' in bytes ? bytes : conversion.convert(bytes, path).finally(() => conversion.end());
    },
    exists: existsSync,
    leadsOut,
    documentsBelow: async (folder) => {
      const { files, folders } = await findFiles([folder], { cwd: folder, within: folder });
      // To search Word files and pages would take minutes; those that links lead to are read.
      const texts = files.filter((path) => !isConverted(path));
      return { files: texts.map(slashed), folders: folders.map(slashed) };
    },
    findConfig: (folder, root) => {
      const { file } = findConfig(resolve(folder), resolve(root));
      return file === undefined ? undefined : slashed(file);
    },
    engine: (root, settings) => engine(root, settings, machine),
    page: (rule, locale) => {
      const path = pagePath(home, rule, locale);
      if (!pages.has(path)) pages.set(path, existsSync(path) ? { path, text: readFileSync(path, 'utf8') } : undefined);
      return pages.get(path);
    },
    watch: (onChange) => {
      const watcher = new FolderWatcher(
        {
          onChange: (path) => onChange(path === null ? null : slashed(path)),
          onFailure: (folder, code) => machine.tell(`${folder}: ${code}`),
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

function engine(
  root: string,
  { preset, rule, skipUnrelated: _, ...settings }: Settings,
  machine: ServerMachine,
): Engine {
  const { importModule, say } = machine;
  const fresh = importModule && ((name: string, from: string) => importModule(name, from, true));
  return new Engine(
    { cwd: root, presets: preset, rules: rule, ...settings },
    { importModule: fresh, say, onNote: ({ message }) => machine.tell(message) },
  );
}
