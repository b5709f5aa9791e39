import type { Finding } from "../importer.js";
import { type Draft, finding, type Item, quoted } from "./draft.js";
import { looksLikeHeading } from "./headings.js";
import { isProse } from "./sentences.js";
import { seriesSentence } from "./vocabulary.js";

/** A line that is nothing but a link, as a box ends with: `[See the collection](https://…)`. */
const onlyLink = /^(?:\[[^\]]+\]\([^()\s]*\)|<?https?:\/\/\S+>?)$/;

/** Find the box that tells of the series: its name alone, then a paragraph that says the name again and what it names. */
export function recogniseSeries(draft: Draft): Draft {
  const i = draft.items.findIndex((item, i) => isBox(item, draft.items[i + 1]));
  const [title, body, after] = draft.items.slice(i, i + 3);
  if (i < 0 || !title || !body) return draft;
  const link = after?.kind === "text" && onlyLink.test(after.text) ? after : undefined;
  const lines = [...title.lines, ...body.lines, ...(link?.lines ?? [])];
  const box: Item = {
    ...body,
    lines,
    kind: "series",
    title: title.text,
    ...(link && { link: link.text }),
  };
  const reason = `Taken as the series: ${quoted(title.text)}`;
  const findings: Finding[] = [
    finding(draft, "import-series", title.lines[0], reason, { to: { key: ["series"] }, added: title.text }),
  ];
  return {
    ...draft,
    metadata: { ...draft.metadata, series: title.text },
    items: [...draft.items.slice(0, i), box, ...draft.items.slice(i + (link ? 3 : 2))],
    findings: [...draft.findings, ...findings],
  };
}

function isBox(title: Item, body: Item | undefined): boolean {
  if (title.kind !== "text" || body?.kind !== "text") return false;
  if (!looksLikeHeading(title.text) || !isProse(body.text) || body.text.length > 800) return false;
  const [sentence = ""] = body.text.split(/(?<=[.!?])\s/);
  return sentence.toLowerCase().includes(title.text.toLowerCase()) && seriesSentence.test(sentence);
}
