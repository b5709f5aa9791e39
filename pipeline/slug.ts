/** Make an id part of a text: ASCII letters, digits and hyphens; empty where the text has none (Arabic, Chinese). */
export function slug(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[’'ʼ]/g, "")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
}

/** Make an id that is CSS-safe and not yet taken: begins with a letter, numbered from 2 where it must be. */
export function uniqueId(wanted: string, taken: Set<string>): string {
  const base = /^[A-Za-z]/.test(wanted) ? wanted : `s-${wanted}`;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}
