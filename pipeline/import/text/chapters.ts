import { wordsOf } from "../../assemble/words.js";
import type { Division } from "../../publication.js";
import type { Finding } from "../importer.js";
import { type Draft, finding, type Item, quoted } from "./draft.js";
import { backHeading, frontHeading } from "./vocabulary.js";

/** Items under one title: a source. */
export interface Part {
  readonly title: string;
  /** Lines of the title in the original; none where it is made. */
  readonly lines: readonly number[];
  readonly division: Division;
  /** Indexes of the items. */
  readonly items: readonly number[];
}

/** Cut a text into its chapters, at the headings of the first level; biographies go to a chapter of their own. */
export function partsOf(
  draft: Draft,
  language: string,
): { readonly parts: readonly Part[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const parts: { title: string; lines: readonly number[]; items: number[] }[] = [];
  const people: number[] = [];
  for (const [i, item] of draft.items.entries()) {
    if (item.kind === "person") people.push(i);
    else if (item.kind === "heading" && item.depth === 1)
      parts.push({ title: item.text, lines: item.lines, items: [] });
    else {
      if (parts.length === 0) parts.push(opening(draft, findings));
      parts.at(-1)?.items.push(i);
    }
  }
  if (parts.length === 0) parts.push(opening(draft, findings));
  const divisions = divisionsOf(parts.map(({ title }) => title));
  const chapters = parts.map((part, i): Part => ({ ...part, division: divisions[i] ?? "body" }));
  if (people.length === 0) return { parts: chapters, findings };
  return { parts: [...chapters, peoplePart(draft, people, language, findings)], findings };
}

/** What stands above the first heading has no title of its own: it gets that of the work. */
function opening(draft: Draft, findings: Finding[]) {
  const title = String(draft.metadata.title ?? draft.file);
  const line = draft.items[0]?.lines[0];
  const reason = `The title of the work stands over the text that has no heading: ${quoted(title)}`;
  findings.push(finding(draft, "import-title-repeated", line, reason, { added: title }));
  return { title, lines: [], items: [] };
}

/** Front matter comes before the first chapter, back matter after the last. */
function divisionsOf(titles: readonly string[]): readonly Division[] {
  const first = titles.findIndex((title) => !frontHeading.test(title));
  const last = titles.findLastIndex((title) => !backHeading.test(title));
  if (first < 0 || last < first) return titles.map(() => "body");
  return titles.map((_, i) => (i < first ? "front" : i > last ? "back" : "body"));
}

function peoplePart(draft: Draft, items: readonly number[], language: string, findings: Finding[]): Part {
  const [line] = draft.items[items[0] ?? 0]?.lines ?? [];
  const { peopleTitle } = draft;
  const title = peopleTitle ?? wordsOf(language).contributors;
  if (peopleTitle === undefined) {
    const reason = `A chapter was made for the biographies, with a title of quoin's: ${quoted(title)}`;
    findings.push(finding(draft, "import-title-made", line, reason, { added: title }));
  }
  return { title, lines: [], division: "back", items };
}

/** The items of a part, in order. */
export function itemsOf(part: Part, items: readonly Item[]): readonly Item[] {
  return part.items.map((i) => items[i]).filter((item) => item !== undefined);
}
