/** The settings of the section `jiedu-lint` as VS Code has them. */
export interface Settings {
  readonly config?: string;
  readonly preset?: readonly string[];
  readonly locale?: 'auto' | 'zh-CN' | 'en';
}

/** What the server is told. */
export interface ServerSettings {
  readonly config?: string;
  readonly preset?: readonly string[];
  readonly locale?: 'zh-CN' | 'en';
  readonly plugins: boolean;
}

/** The settings in the server's terms: what stands at “nothing said” is left out. Plugins are code, so they need trust. */
export function serverSettings({ config, preset, locale }: Settings, trusted: boolean): ServerSettings {
  return {
    ...(config ? { config } : {}),
    ...(preset && preset.length > 0 ? { preset } : {}),
    ...(locale && locale !== 'auto' ? { locale } : {}),
    plugins: trusted,
  };
}
