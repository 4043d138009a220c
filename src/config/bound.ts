import path from 'node:path';
import { isWithin, leadsOut } from '../files/links.js';
import type { Localized } from '../language/locale.js';

/** Whether a path, absolute, is none that a config may name. */
export type IsBeyond = (file: string) => boolean;

/**
 * What a config may name: what lies in a folder, by no link out of it. Configs come with archives, and what they name is read.
 * @param folder absolute; null where a person named the config, who may read what there is
 */
export function boundTo(folder: string | null): IsBeyond {
  if (folder === null) return () => false;
  return (file) => !isWithin(path.resolve(file), folder) || leadsOut(path.resolve(file), folder);
}

/** Says that a config names something out of its bound. */
export function beyond(what: string): Localized {
  return {
    'zh-CN': `“${what}”在这个配置所在的仓库（没有仓库的，在它的文件夹）之外，没有读；请把它放进来，或者用 -c 指定这个配置`,
    en: `"${what}" lies outside the repository of this config (without one, outside its folder) and was not read; put it inside, or name this config with -c`,
  };
}
