import { Tokenizer } from "htmlparser2";

/** A piece of raw HTML: a tag, the text between two, or what is no text; `index` and `end` count characters of the raw string. */
export type HtmlToken = { readonly index: number; readonly end: number } & (
  | { readonly type: "open"; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly type: "close"; readonly name: string }
  | { readonly type: "text"; readonly text: string; readonly written: boolean }
  | { readonly type: "comment" }
  | { readonly type: "instruction"; readonly name: string }
  | { readonly type: "unfinished" }
);

/**
 * Take raw HTML apart, tag by tag: Markdown hands `<span>` and `</span>`, or the two halves of a table, over as pieces.
 *
 * Text is `written` where it stands there by itself, and not as a character reference.
 */
export function htmlTokens(raw: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let tag = { index: 0, name: "", attributes: {} as Record<string, string> };
  let attribute = { name: "", value: "" };
  const last = () => tokens.at(-1)?.end ?? 0;
  const comment = (_start: number, end: number) => {
    const name = /^<([!?][^\s>]*)/.exec(raw.slice(last()))?.[1] ?? "";
    const at = { index: last(), end: Math.min(end + 1, raw.length) };
    tokens.push(name.startsWith("!--") ? { type: "comment", ...at } : { type: "instruction", name, ...at });
  };
  const opened = (end: number) => tokens.push({ type: "open", ...tag, end: end + 1 });
  const tokenizer = new Tokenizer(
    { decodeEntities: true, xmlMode: false, recognizeSelfClosing: false },
    {
      ontext: (index, end) =>
        tokens.push({ type: "text", text: raw.slice(index, end), written: true, index, end }),
      ontextentity: (code, end) =>
        tokens.push({ type: "text", text: String.fromCodePoint(code), written: false, index: last(), end }),
      onopentagname(start, end) {
        tag = { index: start - 1, name: raw.slice(start, end).toLowerCase(), attributes: {} };
      },
      onattribname(start, end) {
        attribute = { name: raw.slice(start, end).toLowerCase(), value: "" };
      },
      onattribdata(start, end) {
        attribute.value += raw.slice(start, end);
      },
      onattribentity(code) {
        attribute.value += String.fromCodePoint(code);
      },
      onattribend() {
        // The first of two holds (HTML, 13.2.5.33).
        tag.attributes[attribute.name] ??= attribute.value;
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) =>
        tokens.push({
          type: "close",
          name: raw.slice(start, end).toLowerCase(),
          index: last(),
          end: raw.indexOf(">", end) + 1 || raw.length,
        }),
      oncomment: comment,
      oncdata: comment,
      ondeclaration: comment,
      onprocessinginstruction: comment,
      onend: () => undefined,
    },
  );
  tokenizer.write(raw);
  tokenizer.end();
  if (raw.slice(last()).trim() !== "") tokens.push({ type: "unfinished", index: last(), end: raw.length });
  return tokens;
}
