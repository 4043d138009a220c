import type { Settings } from './lsp-host.js';

/**
 * What a client says under `jiedu-lint`, as `initializationOptions` or as its configuration. Values of a wrong type count as not set:
 * there is nobody to tell but the log.
 * @returns the settings, and the names of those that were left out
 */
export function readSettings(given: unknown): { settings: Settings; wrong: string[] } {
  if (typeof given !== 'object' || given === null) return { settings: {}, wrong: [] };
  const entries = Object.entries(READERS).flatMap(([name, read]) => {
    const value = (given as Record<string, unknown>)[name];
    return isUnset(value) ? [] : [{ name, value: read(value) }];
  });
  return {
    settings: Object.fromEntries(
      entries.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, value]),
    ),
    wrong: entries.filter(({ value }) => value === undefined).map(({ name }) => name),
  };
}

/**
 * Settings over what the command line says.
 * @returns settings in which plugins are off where either side switches them off
 */
export function overridden(commandLine: Settings, settings: Settings): Settings {
  return {
    ...commandLine,
    ...settings,
    ...(commandLine.plugins === false || settings.plugins === false ? { plugins: false } : {}),
  };
}

/** As editors give settings nobody has touched. */
function isUnset(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === 'auto' ||
    (Array.isArray(value) && value.length === 0)
  );
}

const strings = (value: unknown): readonly string[] | undefined => {
  const list = [value].flat();
  return list.every((one) => typeof one === 'string') ? (list as string[]) : undefined;
};
const boolean = (value: unknown) => (typeof value === 'boolean' ? value : undefined);

const READERS: { readonly [Name in keyof Settings]-?: (value: unknown) => Settings[Name] | undefined } = {
  config: (value) => (typeof value === 'string' ? value : undefined),
  configLookup: boolean,
  preset: strings,
  rule: strings,
  plugins: boolean,
  skipUnrelated: boolean,
  locale: (value) => (value === 'en' || value === 'zh-CN' ? value : undefined),
};
