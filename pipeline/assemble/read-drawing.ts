/** What a declared entity may stand for: styles that a drawing names often are short, and what is not is an attack. */
const longest = 2000;

/** Read the text of an SVG file, in the encoding that it declares (XML 1.0, 4.3.3), with the entities that it declares itself put in (4.4). */
export function readDrawing(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const encoding = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1] ?? "utf-8";
  return withEntities(decoderFor(encoding).decode(bytes));
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}

function withEntities(text: string): string {
  const doctype = /<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/i.exec(text)?.[0];
  if (!doctype) return text;
  const declared = [...doctype.matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g)];
  const entities = new Map(declared.map(([, name = "", one, other]) => [name, one ?? other ?? ""]));
  const put = (all: string, name: string) => {
    const value = entities.get(name);
    return value === undefined || value.length > longest ? all : value;
  };
  return text.replace(doctype, "").replace(/&([\w.-]+);/g, put);
}
