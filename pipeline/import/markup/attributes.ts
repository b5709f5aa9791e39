/** Attributes as Pandoc writes them: `{#id .class key="value"}`. */
export interface Attributes {
  readonly id?: string;
  readonly classes: readonly string[];
  readonly keys: Readonly<Record<string, string>>;
}

/** A block of attributes, to be looked for at a place of one's own. */
export const attributeBlock = /\{(?:\s*(?:#[^\s}]+|\.[^\s}]+|-|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s}]+)))+\s*\}/;

/** Read a block of attributes, or the lone class of a fenced div. */
export function readAttributes(text: string): Attributes {
  if (!text.startsWith("{")) return { classes: [text], keys: {} };
  const classes: string[] = [];
  const keys: Record<string, string> = {};
  let id: string | undefined;
  for (const [piece] of text.slice(1, -1).matchAll(/[\w-]+=(?:"[^"]*"|'[^']*'|\S+)|\S+/g)) {
    const pair = /^([\w-]+)=(.*)$/s.exec(piece);
    if (pair) keys[pair[1] ?? ""] = (pair[2] ?? "").replace(/^(["'])(.*)\1$/s, "$2");
    else if (piece.startsWith("#")) id = piece.slice(1);
    else if (piece.startsWith(".")) classes.push(piece.slice(1));
    else if (piece === "-") classes.push("unnumbered");
  }
  return { classes, keys, ...(id !== undefined && { id }) };
}

/** Make an id that quoin takes of one that Pandoc takes: `fig:growth` is `fig-growth`. */
export function plainId(id: string): string {
  const plain = id.replace(/[^\w-]+/g, "-").replace(/^-+|-+$/g, "");
  return /^[A-Za-z]/.test(plain) ? plain : `s-${plain}`;
}
