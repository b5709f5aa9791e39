/** An object of a file, one character a byte, and what its stream holds, where it is one. */
export interface NumberedObject {
  readonly number: number;
  readonly text: string;
  readonly contents?: Uint8Array;
}

/** Write a PDF of the objects, which have no number twice, with a table of their places (ISO 32000-1, 7.5). */
export function writeFile(
  objects: readonly NumberedObject[],
  trailer: { readonly Root: number; readonly Info: number | undefined },
): Uint8Array {
  const pieces: Uint8Array[] = [];
  const places = new Map<number, number>();
  let size = 0;
  let pending = "%PDF-1.7\n%\xd3\xeb\xe9\xe1\n";
  const flush = () => {
    const piece = Buffer.from(pending, "latin1");
    pieces.push(piece);
    pending = "";
  };
  const put = (bytes: Uint8Array) => {
    flush();
    pieces.push(bytes);
    size += bytes.length;
  };
  const write = (text: string) => {
    pending += text;
    size += text.length;
  };
  size = pending.length;
  for (const { number, text, contents } of objects) {
    places.set(number, size);
    write(`${number} 0 obj\n${text}`);
    if (contents) {
      write(" stream\n");
      put(contents);
      write("\nendstream");
    }
    write("\nendobj\n");
  }
  const table = size;
  const count = Math.max(0, ...places.keys()) + 1;
  const lines = Array.from({ length: count }, (_, number) => {
    const place = places.get(number);
    return place === undefined ? "0000000000 65535 f \n" : `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const info = trailer.Info === undefined ? "" : `/Info ${trailer.Info} 0 R`;
  write(`xref\n0 ${count}\n${lines.join("")}trailer\n<</Size ${count}/Root ${trailer.Root} 0 R${info}>>\n`);
  write(`startxref\n${table}\n%%EOF\n`);
  flush();
  return Buffer.concat(pieces);
}
