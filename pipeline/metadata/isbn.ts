/** Read an ISBN of 10 or 13 digits, with or without hyphens, as its 13 digits; undefined where its check digit is wrong (ISO 2108). */
export function parseIsbn(text: string): string | undefined {
  const digits = text
    .replace(/^(?:urn:)?isbn[:\s]*/i, "")
    .replace(/[\s\u2010-\u2015-]/g, "")
    .toUpperCase();
  if (/^97[89]\d{10}$/.test(digits)) return weigh(digits, thirteen) % 10 === 0 ? digits : undefined;
  if (!/^\d{9}[\dX]$/.test(digits) || weigh(digits, (i) => 10 - i) % 11 !== 0) return undefined;
  const twelve = `978${digits.slice(0, 9)}`;
  return `${twelve}${(10 - (weigh(twelve, thirteen) % 10)) % 10}`;
}

/** Write an ISBN as its author parts it, `978-0-306-40615-7`; undefined where that is not 13 digits with hyphens or spaces. */
export function partedIsbn(text: string): string | undefined {
  const written = text.replace(/^(?:urn:)?isbn[:\s]*/i, "").replace(/[\s\u2010-\u2015-]+/g, "-");
  const isbn = parseIsbn(text);
  return written !== isbn && written.replaceAll("-", "") === isbn ? written : undefined;
}

function thirteen(index: number): number {
  return index % 2 ? 3 : 1;
}

function weigh(digits: string, weight: (index: number) => number): number {
  return [...digits].reduce((sum, digit, i) => sum + (digit === "X" ? 10 : Number(digit)) * weight(i), 0);
}
