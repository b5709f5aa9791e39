import { Parser } from "htmlparser2";

/** Elements that raw HTML may bring in; everything else is dropped, its text kept. */
const elements = new Set(
  (
    "a abbr b bdi bdo blockquote br cite code dd del dfn div dl dt em hr i img ins kbd li mark ol p pre q rp rt ruby s samp " +
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

/**
 * Keep of a piece of raw HTML what is safe in print and in an e-book.
 *
 * Works on tags, not on trees: Markdown hands `<span lang="fr">` and `</span>` over as two pieces with text between.
 */
export function sanitizeRaw(raw: string): { html: string; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  let html = "";
  let within: string | undefined;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (within) return;
        if (opaque.has(name)) {
          within = name;
          dropped.push({ what: `<${name}> and what is in it`, index: parser.startIndex });
        } else if (!elements.has(name)) dropped.push({ what: `<${name}>`, index: parser.startIndex });
        else {
          const kept = Object.entries(attributes).filter(([key]) => {
            const known = everywhere.has(key) || onElement[name]?.has(key);
            // The one role that an author may give: a picture is mere decoration.
            const keep = known && (key !== "role" || attributes[key] === "presentation");
            if (!keep) dropped.push({ what: `the attribute ${key} of <${name}>`, index: parser.startIndex });
            return keep;
          });
          html += `<${name}${kept.map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join("")}>`;
        }
      },
      ontext(text) {
        if (!within) html += escapeHtml(text);
      },
      onclosetag(name, implied) {
        if (within === name) within = undefined;
        // Markdown closes it in a later piece; closing it here would leave that piece empty.
        else if (!within && !implied && elements.has(name)) html += `</${name}>`;
      },
      onprocessinginstruction(name) {
        if (!within) dropped.push({ what: `<${name}>`, index: parser.startIndex });
      },
    },
    { decodeEntities: true, recognizeSelfClosing: false },
  );
  parser.end(raw);
  // htmlparser2 does not call onclosetag for an end tag that nothing opened: the second piece of a pair.
  const lone = /^\s*<\/([a-z][a-z0-9]*)\s*>\s*$/i.exec(raw)?.[1]?.toLowerCase();
  if (lone && html === "" && elements.has(lone)) html = `</${lone}>`;
  return { html, dropped };
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
