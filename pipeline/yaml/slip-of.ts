import type { YAMLError } from "yaml";

/** What is wrong with a YAML file, and where: an offset. */
export interface Slip {
  readonly reason: string;
  readonly at: number;
}

/** Say what is wrong with YAML in words for those who write no programs; what has none here is told in the parser's own. */
export function slipOf({ code, message, pos: [offset] }: YAMLError, text: string): Slip {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const [line = ""] = text.slice(start).split(/\r?\n/, 1);
  const [, before = "", key = "", written = ""] =
    /^(\s*(?:- +)?([^\s:#][^:]*?)\s*:\s+)(.*)$/.exec(line) ?? [];
  const value = written.replace(/\s+#.*$/, "").trim();
  const tell = (reason: string, at = offset): Slip => ({ reason, at });
  const wantsQuotes = (reason: string) =>
    tell(`${reason}; expected straight quotes around it: ${quoted(value)}`, start + before.length);
  if (code === "MULTIPLE_DOCS") return tell("a second document begins here, expected one");
  if (code === "DUPLICATE_KEY" && key)
    return tell(`\`${key}\` stands here a second time; expected every key once, with all that belongs to it`);
  if (code === "TAB_AS_INDENT") return tell("the line is indented by a tab, expected spaces");
  if (code === "BLOCK_AS_IMPLICIT_KEY" && /:(?:\s|$)/.test(value))
    return wantsQuotes("a colon with a space behind it stands within a value");
  if (code === "BLOCK_AS_IMPLICIT_KEY" && key)
    return tell(
      `the line below is indented deeper than \`${key}\`, which has its value already; expected what belongs together at one depth`,
    );
  if (code === "BAD_SCALAR_START" && value)
    return wantsQuotes(`a value begins with \`${value.charAt(0)}\`, which is a sign of YAML's own`);
  if (code === "UNEXPECTED_TOKEN" && /^["'*&[{]/.test(value) && message.endsWith("at node end"))
    return wantsQuotes(`\`${value.charAt(0)}\` begins a value, and words follow behind the end of it`);
  if (code === "MULTILINE_IMPLICIT_KEY" || message.startsWith("Implicit map keys need"))
    return tell("a line is no key with its value; expected `key: value`, with a space behind the colon");
  const open = message.startsWith("Missing closing") ? openQuote(text) : undefined;
  if (open !== undefined)
    return tell("the quotation mark that begins here has no end; expected the same at the end", open);
  return tell(message.charAt(0).toLowerCase() + message.slice(1));
}

/** Find the first value that begins with a quotation mark and does not end with it on its line. */
function openQuote(text: string): number | undefined {
  const match = /(?:^|:|-)[ \t]+(?=(["'])(?!.*\1[ \t]*(?:#.*)?$))/m.exec(text);
  return match ? match.index + match[0].length : undefined;
}

/** Quote a value that has no quotes, or wrong ones, around it. */
function quoted(value: string): string {
  const [, inner] = /^(["'])(.*)\1$/.exec(value)?.slice(1) ?? [];
  const text = inner ?? value;
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
