import { percentDecoded } from '../document/percent.js';
import type { DepartmentAliases } from '../language/departments.js';
import { docNumberKey } from '../language/doc-number.js';

/** How the addresses of an archive are mapped to its files. */
export interface ArchiveSettings {
  /** Absolute path with `/`; links that lead out of it are not followed. Null: no bound. */
  readonly root: string | null;
  /** Addresses that stand for `root` on the web, without a `/` at the end. */
  readonly baseUrls: readonly string[];
  /** Names by which the archive knows its departments, beside the common ones. */
  readonly departments?: DepartmentAliases;
}

/** What an address means, before anybody looks whether it exists. */
export type Target =
  | { readonly type: 'path'; readonly candidates: readonly string[]; readonly anchor: string }
  | { readonly type: 'anchor'; readonly anchor: string }
  | { readonly type: 'number'; readonly key: string; readonly written: string }
  | { readonly type: 'title'; readonly title: string }
  | { readonly type: 'outside'; readonly path: string }
  | { readonly type: 'external' };

/**
 * Reads an address. Pure: says which files could be meant, the likeliest first.
 * @param to the address as written
 * @param frontMatter true for a front matter value, which may also be a document number or a title
 * @param from absolute path of the file it stands in, with `/`
 */
export function targetOf(to: string, frontMatter: boolean, from: string, settings: ArchiveSettings): Target {
  const address = to.trim();
  if (frontMatter) {
    const key = docNumberKey(NUMBER_BEHIND_TITLE.exec(address)?.[1] ?? address);
    if (key) return { type: 'number', key, written: address };
  }
  const base = settings.baseUrls.find((prefix) => address === prefix || address.startsWith(`${prefix}/`));
  if (base !== undefined && settings.root !== null)
    return pathTarget(address.slice(base.length), settings.root, settings);
  if (isOnOwnDisk(address)) return { type: 'path', candidates: [], anchor: '' };
  if (/^(?:[a-z][a-z0-9+.-]{1,30}:|\/\/)/i.test(address)) return { type: 'external' };
  if (address.startsWith('#')) return { type: 'anchor', anchor: percentDecoded(address.slice(1)) };
  if (frontMatter && !/[/\\]|\.[a-z0-9]{1,8}(?:[#?]|$)/i.test(address)) return { type: 'title', title: address };
  if (address.startsWith('/') && settings.root !== null) return pathTarget(address, settings.root, settings);
  return pathTarget(address, from.slice(0, from.lastIndexOf('/')), settings);
}

/** 《办法》（云政发〔2024〕5号） */
const NUMBER_BEHIND_TITLE = /[》（(]([㐀-鿿]{1,20}[〔［[](?:19|20)\d{2}[〕］\]]第?\d{1,5}号)[）)]?$/;

/** True of an address on the disk or in the network of whoever wrote it: D:/…, file:///…, \\\\server\\…. Nobody else can follow it. */
export function isOnOwnDisk(address: string): boolean {
  return /^\s{0,9}(?:(?:file|blob|content):|[a-z]:[\\/]|\\\\)/i.test(address);
}

function pathTarget(address: string, folder: string, settings: ArchiveSettings): Target {
  const [file = '', anchor = ''] = address.split('#', 2);
  const written = percentDecoded((file.split('?', 1)[0] as string).replaceAll('\\', '/'));
  const path = joinPath(folder, written);
  if (settings.root !== null && !isInside(path, settings.root)) return { type: 'outside', path };
  return { type: 'path', candidates: candidatesOf(path), anchor: percentDecoded(anchor) };
}

/** Pages are published as .html, with no ending or as a folder: the Markdown file behind them counts as well. */
function candidatesOf(path: string): string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/\.html?$/i.test(name)) return [path, path.replace(/\.html?$/i, '.md')];
  if (name.includes('.')) return [path];
  return [path, `${path}.md`, `${path}/index.md`];
}

export function isInside(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith('/') ? root : `${root}/`);
}

/** Joins and resolves `.` and `..`; an absolute second part starts at the folder (the archive's root). */
export function joinPath(folder: string, path: string): string {
  const drive = /^[a-z]:/i.exec(folder)?.[0] ?? '';
  const parts: string[] = [];
  for (const part of `${folder.slice(drive.length)}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `${drive}/${parts.join('/')}`;
}

/** The path to write in the file `from` (absolute, with `/`) so that it leads to the file `to`. */
export function relativePath(from: string, to: string): string {
  const above = from.split('/').slice(0, -1);
  const parts = to.split('/');
  const split = above.findIndex((part, index) => part !== parts[index]);
  const shared = split < 0 ? above.length : split;
  return [...above.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}
