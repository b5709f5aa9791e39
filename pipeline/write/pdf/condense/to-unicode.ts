/** Entries that one block of a table may have (Adobe Technical Note 5014, 1.4.1). */
const most = 100;

/** Codes in a row whose texts are in a row, too; or one code. */
interface Stretch {
  readonly first: number;
  last: number;
  readonly text: string;
}

/** Write what the codes of a font mean, of two bytes each, into its ToUnicode table (ISO 32000-1, 9.10.3), whose head and end stay. */
export function toUnicode(table: string, characters: ReadonlyMap<number, string>): string {
  const end = table.indexOf("endcmap");
  const begin = table.search(/\d+ beginbf(?:char|range)/);
  const stretches = stretchesOf(characters);
  const single = stretches.filter(({ first, last }) => first === last);
  const ranges = stretches.filter(({ first, last }) => first !== last);
  const chars = blocks(
    "bfchar",
    single.map(({ first, text }) => `<${digits(first)}> <${hex(text)}>`),
  );
  const rows = blocks(
    "bfrange",
    ranges.map(({ first, last, text }) => `<${digits(first)}> <${digits(last)}> <${hex(text)}>`),
  );
  return `${table.slice(0, begin < 0 ? end : begin)}${chars}${rows}${table.slice(end)}`;
}

/** In a row only the last byte may differ, of codes as of texts. */
function stretchesOf(characters: ReadonlyMap<number, string>): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [code, text] of [...characters].toSorted(([one], [other]) => one - other)) {
    const before = stretches.at(-1);
    const value = text.length === 1 ? text.charCodeAt(0) : Number.NaN;
    const follows =
      before !== undefined &&
      code === before.last + 1 &&
      (code & 255) !== 0 &&
      (value & 255) !== 0 &&
      before.text.length === 1 &&
      value === before.text.charCodeAt(0) + code - before.first;
    if (follows) before.last = code;
    else stretches.push({ first: code, last: code, text });
  }
  return stretches;
}

function blocks(kind: string, entries: readonly string[]): string {
  let written = "";
  for (let at = 0; at < entries.length; at += most) {
    const block = entries.slice(at, at + most);
    written += `${block.length} begin${kind}\n${block.join("\n")}\nend${kind}\n`;
  }
  return written;
}

function digits(code: number): string {
  return code.toString(16).padStart(4, "0");
}

/** UTF-16, the high byte first. */
function hex(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("hex");
}
