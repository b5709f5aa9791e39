import { callsInHtml, type WrittenCall } from "../check/hidden-calls.js";
import { htmlTokens } from "../check/html-tokens.js";

/** Elements that raw HTML may bring in; everything else is dropped, its text kept. */
const elements = new Set(
  (
    "a abbr b bdi bdo blockquote br caption cite code dd del dfn div dl dt em hr i img ins kbd li mark ol p pre q rp rt ruby s samp " +
    "small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr"
  ).split(" "),
);
/** Elements whose content goes with them: it is no text. */
const opaque = new Set([
  "script",
  "style",
  "template",
  "iframe",
  "object",
  "noscript",
  "svg",
  "math",
  "form",
  "title",
  "head",
]);
const voids = new Set(["br", "hr", "img", "wbr"]);
const everywhere = new Set(["lang", "dir", "title", "id", "class"]);
const onElement: Readonly<Record<string, ReadonlySet<string>>> = {
  a: new Set(["href", "hreflang"]),
  bdo: new Set(["dir"]),
  blockquote: new Set(["cite"]),
  del: new Set(["cite", "datetime"]),
  img: new Set(["src", "alt", "width", "height", "role"]),
  ins: new Set(["cite", "datetime"]),
  li: new Set(["value"]),
  ol: new Set(["start", "type", "reversed"]),
  q: new Set(["cite"]),
  td: new Set(["colspan", "rowspan", "headers"]),
  th: new Set(["colspan", "rowspan", "headers", "scope", "abbr"]),
  time: new Set(["datetime"]),
};

/** Something that raw HTML held and the publication will not; `index` counts characters in the raw string. */
export interface Dropped {
  readonly what: string;
  readonly index: number;
}

/** What is kept of a piece of raw HTML; `opens` is an element that begins here, and is to be dropped with all up to its end. */
export interface Sanitized {
  readonly html: string;
  readonly dropped: readonly Dropped[];
  readonly opens?: string;
}

/**
 * Keep of a piece of raw HTML what is safe in print and in an e-book.
 *
 * Works on tags, not on trees: Markdown hands `<span lang="fr">` and `</span>`, or what stands before and behind the Markdown in a
 * table's cell, over as two pieces. Calls of the `notes` that there are become elements: Markdown looks for none here.
 */
export function sanitizeRaw(raw: string, notes: ReadonlySet<string>): Sanitized {
  const calls = callsInHtml(raw).filter(({ label }) => notes.has(label));
  const dropped: Dropped[] = [];
  let html = "";
  let within: string | undefined;
  for (const token of htmlTokens(raw)) {
    const { index } = token;
    if (within !== undefined) {
      if (token.type === "close" && token.name === within) within = undefined;
    } else if (token.type === "text") html += withCalls(token, calls);
    else if (token.type === "instruction") dropped.push({ what: `<${token.name}>`, index });
    else if (token.type === "unfinished") dropped.push({ what: "a tag without an end", index });
    else if (token.type === "close") {
      if (elements.has(token.name) && !voids.has(token.name)) html += `</${token.name}>`;
    } else if (token.type === "open") {
      const { name, attributes } = token;
      if (opaque.has(name)) {
        within = name;
        dropped.push({ what: `<${name}> and what is in it`, index });
      } else if (!elements.has(name)) dropped.push({ what: `<${name}>`, index });
      else {
        const kept = Object.entries(attributes).filter(([key]) => {
          const known = everywhere.has(key) || onElement[name]?.has(key);
          // The one role that an author may give: a picture is mere decoration.
          const keep = known && (key !== "role" || attributes[key] === "presentation");
          if (!keep) dropped.push({ what: `the attribute ${key} of <${name}>`, index });
          return keep;
        });
        html += `<${name}${kept.map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join("")}>`;
      }
    }
  }
  return { html, dropped, ...(within !== undefined && { opens: within }) };
}

function withCalls(
  { text, index, end }: { text: string; index: number; end: number },
  calls: readonly WrittenCall[],
): string {
  let html = "";
  let from = 0;
  for (const call of calls) {
    if (call.index < index || call.index >= end) continue;
    const at = call.index - index;
    html += `${escapeHtml(text.slice(from, at))}<note-call label="${escapeHtml(call.label)}"></note-call>`;
    from = at + call.written.length;
  }
  return html + escapeHtml(text.slice(from));
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
