/** Entries that one block of a table may have (Adobe Technical Note 5014, 1.4.1). */
const most = 100;

/** Write what the codes of a font mean, of two bytes each, into its ToUnicode table (ISO 32000-1, 9.10.3), whose head and end stay. */
export function toUnicode(table: string, characters: ReadonlyMap<number, string>): string {
  const end = table.indexOf("endcmap");
  const begin = table.search(/\d+ beginbf(?:char|range)/);
  const entries = [...characters]
    .toSorted(([one], [other]) => one - other)
    .map(([code, text]) => `<${code.toString(16).padStart(4, "0")}> <${hex(text)}>`);
  const blocks = [];
  for (let at = 0; at < entries.length; at += most) {
    const block = entries.slice(at, at + most);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar\n`);
  }
  return `${table.slice(0, begin < 0 ? end : begin)}${blocks.join("")}${table.slice(end)}`;
}

/** UTF-16, the high byte first. */
function hex(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("hex");
}
