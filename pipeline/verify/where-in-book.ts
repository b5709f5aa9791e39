/** Name the first file of two EPUBs that differs, with its line; the bytes of the archive itself where all files are alike. */
export async function whereInBook(a: Uint8Array, b: Uint8Array, offset: number): Promise<string> {
  const { default: JSZip } = await import("jszip");
  const [one, two] = await Promise.all([JSZip.loadAsync(a), JSZip.loadAsync(b)]);
  const names = new Set([...Object.keys(one.files), ...Object.keys(two.files)]);
  for (const name of names) {
    const [x, y] = await Promise.all([one, two].map((zip) => zip.file(name)?.async("string")));
    if (x === y) continue;
    if (x === undefined || y === undefined) return `${name} is in one of them alone`;
    const lines = y.split("\n");
    const line = x.split("\n").findIndex((text, i) => text !== lines[i]);
    return `${name}, line ${line < 0 ? lines.length : line + 1}`;
  }
  return `byte ${offset} of the archive; the files in it are alike`;
}
