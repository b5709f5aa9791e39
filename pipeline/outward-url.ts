/** Schemes that lead out of a publication and that a reader may follow. */
const schemes = new Set(["http", "https", "mailto", "tel", "doi", "urn"]);

/** The scheme of an address, in small letters; undefined where it has none (RFC 3986, 3.1). */
export function schemeOf(url: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
}

/** Hand out an address that leads out of a publication as it may stand there, with a scheme; undefined for any other. */
export function outwardUrl(url: string): string | undefined {
  if (url.startsWith("//")) return `https:${url}`;
  return schemes.has(schemeOf(url) ?? "") ? url : undefined;
}
