import type { Finding } from "../importer.js";
import { type Draft, finding, type Item, quoted } from "./draft.js";
import { looksLikeHeading } from "./headings.js";
import { isProse } from "./sentences.js";
import { peopleHeading } from "./vocabulary.js";

/** A name at the beginning of a biography: `Jane Roe is a …`. */
const opening =
  /^((?:Dr\.? |Prof(?:essor|\.)? )?\p{Lu}[\p{L}'’.-]*(?: (?:(?:al|bin|ibn|von|van|der|den|de|da|la)[ -])?\p{Lu}[\p{L}'’.-]*){1,3})(?:,| (?:is|was|has|holds|teaches|works|served|leads|directs|ist|war|arbeitet|est|enseigne|es)\b)/u;

/** Find the biographies: below a heading that announces them, or below the name of an author. */
export function recognisePeople(draft: Draft): Draft {
  const authors = [draft.metadata.author ?? []].flat();
  const items: Item[] = [];
  const findings: Finding[] = [];
  let peopleTitle: string | undefined;
  let announced = false;
  for (let i = 0; i < draft.items.length; i++) {
    const item = draft.items[i];
    if (!item) continue;
    const next = draft.items[i + 1];
    const named =
      item.kind === "text" && next?.kind === "text" ? nameLine(item.text, next.text, authors) : undefined;
    const opened =
      announced && item.kind === "text" && isProse(item.text) ? opening.exec(item.text)?.[1] : undefined;
    if (item.kind === "text" && peopleHeading.test(item.text.trim()) && next && isProse(next.text)) {
      peopleTitle = item.text.trim().replace(/:$/, "");
      announced = true;
    } else if (named && next) {
      items.push({ ...next, ...named, kind: "person", lines: [...item.lines, ...next.lines] });
      findings.push(told(draft, item, named.name));
      announced = true;
      i++;
    } else if (opened !== undefined) {
      const added = { added: opened };
      items.push({ ...item, kind: "person", name: opened });
      findings.push({ ...told(draft, item, opened), ...added });
    } else if (announced && item.kind === "text" && isProse(item.text) && items.at(-1)?.kind === "person") {
      const last = items.pop();
      if (last)
        items.push({ ...last, text: `${last.text}\n\n${item.text}`, lines: [...last.lines, ...item.lines] });
    } else {
      announced = false;
      items.push(item);
    }
  }
  return {
    ...draft,
    items,
    ...(peopleTitle !== undefined && { peopleTitle }),
    findings: [...draft.findings, ...findings],
  };
}

function told(draft: Draft, item: Item, name: string): Finding {
  return finding(draft, "import-biography", item.lines[0], `Taken as a biography: ${quoted(name)}`);
}

/** A line with the name of an author, perhaps with a role behind a comma, above a text that begins with that name. */
function nameLine(
  line: string,
  text: string,
  authors: readonly string[],
): { readonly name: string; readonly role?: string } | undefined {
  if (!looksLikeHeading(line) || !isProse(text)) return undefined;
  const [name = "", role] = line.split(/\s*[,–—|]\s*/, 2);
  const surname = name.split(" ").at(-1) ?? "";
  const known = authors.some((author) => author.toLowerCase() === name.toLowerCase());
  const begins =
    text.startsWith(name) || (known && new RegExp(`^.{0,40}\\b${escaped(surname)}\\b`).test(text));
  const inItsPlace = known || (role !== undefined && opening.test(text));
  return begins && inItsPlace ? { name, ...(role !== undefined && { role }) } : undefined;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
