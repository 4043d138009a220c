/** A sentence with its `{name}`s filled in; what no data is given for is left out. */
export function filled(sentence: string, data: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{([a-z]{1,20})\}/g, (_, name: string) => String(data[name] ?? ''));
}
