/**
 * Chromium writes the language of an element into its tag, wherever it differs from the one around it: a private-use
 * subtag (RFC 5646, 2.2.7) on every block traces each tag to the block that it came from.
 */
const keyed = /^(.*)-x-k([0-9a-z]+)$/;

/** Write the number of a block behind its language: `en-GB-x-k1f`. */
export function toKeyed(language: string, key: number): string {
  return `${language}-x-k${key.toString(36)}`;
}

/** Part a language from the number of the block behind it; the number is missing where none was written. */
export function fromKeyed(language: string): { readonly language: string; readonly key?: number } {
  const [, bare, key] = keyed.exec(language) ?? [];
  return bare === undefined || key === undefined ? { language } : { language: bare, key: parseInt(key, 36) };
}
