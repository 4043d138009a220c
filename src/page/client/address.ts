import type { Locale } from '../../language/locale.js';

/** What the address remembers. */
export interface Choice {
  readonly presets: readonly string[];
  readonly locale: Locale;
}

/** Reads the choice from the part of the address behind `#`; what is not there is as it comes. */
export function readChoice(): Choice {
  const said = new URLSearchParams(location.hash.slice(1));
  const presets = said.get('presets')?.split(',').filter(Boolean) ?? [];
  return {
    presets: presets.length > 0 ? presets : ['recommended'],
    locale: said.get('lang') === 'en' ? 'en' : 'zh-CN',
  };
}

/** Whether the address asks for the sample, as a link of the documentation may. */
export function readSample(): boolean {
  return new URLSearchParams(location.hash.slice(1)).has('sample');
}

/** Puts the choice into the address, which can then be kept as a bookmark. */
export function keepChoice({ presets, locale }: Choice): void {
  const said = [`presets=${presets.map(encodeURIComponent).join(',')}`, ...(locale === 'en' ? ['lang=en'] : [])];
  location.replace(`#${said.join('&')}`);
}
