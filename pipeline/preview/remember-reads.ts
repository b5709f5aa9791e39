import type { Source } from "../publication.js";

/** Reads one source, given the id of its chapter and the language. */
type Read<T> = (source: Source, id: string, language: string) => Promise<T>;

/** Read a source again only where its bytes, its id, its division, what it opens or the language differ from the last time. */
export function rememberReads<T>(read: Read<T>): Read<T> {
  const kept = new Map<
    string,
    { readonly source: Source; readonly rest: string; readonly result: Promise<T> }
  >();
  return (source, id, language) => {
    const rest = JSON.stringify([id, language, source.division, source.opensGroup]);
    const last = kept.get(source.path);
    if (last && last.rest === rest && isSame(last.source.bytes, source.bytes)) return last.result;
    const result = read(source, id, language);
    kept.set(source.path, { source, rest, result });
    return result;
  };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
