interface Attribute {
  readonly name: string;
  readonly value: string;
}

/** An address made absolute; null where that cannot be done, or it would not lead anywhere on the web. */
export function resolved(href: string, base: string | null): string | null {
  if (href.trim() === '') return null;
  try {
    const url = new URL(href.trim(), base ?? undefined);
    return /^(?:https?|mailto):$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** An address within a site that nobody knows; scripts and places in the page are none. */
export function isRelative(link: string): boolean {
  return !/^\s*(?:[a-z][a-z0-9+.-]{0,30}:|#|$)/i.test(link);
}

/** Where a picture is, empty where nobody knows: one that loads when it comes into sight has another in its place till then. */
export function pictureOf(attributes: readonly Attribute[], base: string | null): string {
  const later = attributes.filter(({ name, value }) => LATER.test(name) && /[./]/.test(value));
  const named = [...later, ...attributes.filter(({ name }) => name === 'src' || name === 'srcset')];
  // Of several sizes the first does.
  const addresses = named.map(({ name, value }) => (/set$/.test(name) ? (/[^\s,]\S*/.exec(value)?.[0] ?? '') : value));
  return (
    addresses.map((address) => resolved(address.replace(/,$/, ''), base)).find((address) => address !== null) ?? ''
  );
}

const LATER = /^(?:_src|original|(?:data|lay|lazy)-(?:lazy-?)?(?:src(?:set)?|original|actualsrc|echo|img))$/;
