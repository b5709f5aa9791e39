import { callsInHtml } from "../../check/hidden-calls.js";
import { htmlTokens } from "../../check/html-tokens.js";
import { type Ledger, owedWithin } from "./ledger.js";

/** Tell what of a piece of raw HTML, which begins at an offset, nobody is to read: tags, comments, calls; its text and what its attributes say are owed. */
export function owedHtml(raw: string, from: number, notes: ReadonlySet<string>, ledger: Ledger): void {
  for (const token of htmlTokens(raw)) {
    const written = raw.slice(token.index, token.end);
    if (token.type === "text") {
      if (token.written) continue;
      ledger.markup(written, from);
      ledger.besides(token.text, from);
    } else if (token.type !== "unfinished") {
      const { alt, title, href, src } =
        token.type === "open" ? token.attributes : ({} as Record<string, string>);
      owedWithin(written, [alt, title], from, ledger);
      for (const url of [href, src]) if (url) ledger.address(url, from);
    }
  }
  for (const { written, label } of callsInHtml(raw)) if (notes.has(label)) ledger.markup(written, from);
}
