import type { Finding, ImportedMetadata } from "../importer.js";
import { titleCase } from "./casing.js";
import { keyOf } from "./contents.js";
import { parseDate } from "./dates.js";
import { type Block, type Draft, finding, type Item, quoted } from "./draft.js";
import { namesOf } from "./names.js";
import { isProse } from "./sentences.js";
import { isShouted } from "./usage.js";
import { byPrefix, documentKind, house } from "./vocabulary.js";

/** Blocks that a title page has at most; what comes later is text. */
const mostBlocks = 9;

/** A line of the title page, told what it is. */
type Told =
  | { readonly is: "kicker" | "words"; readonly block: Block }
  | {
      readonly is: "byline";
      readonly block: Block;
      readonly date?: string;
      readonly names: readonly string[];
    };

/** Take the title page off: what the work is called, who wrote it and when go into publication.yaml. */
export function takeHeadMatter(draft: Draft): Draft {
  const end = headEnd(draft);
  const told = draft.items
    .slice(0, end)
    .flatMap(linesOf)
    .map((line, i, all) => tell(line, i, all, draft));
  const words = told.filter(({ is }) => is === "words").map(({ block }) => block);
  const [title, subtitle, ...others] = joinedTitle(words);
  const metadata: Mutable<ImportedMetadata> = { ...draft.metadata };
  const findings: Finding[] = [];
  const take = (key: keyof ImportedMetadata, block: Block, value: string, asWritten = block.text) => {
    const changed = asWritten === value ? {} : { dropped: asWritten, added: value };
    const reason = `Taken as ${key}: ${quoted(value, 90)}`;
    findings.push(
      finding(draft, "import-metadata-taken", block.lines[0], reason, { to: { key: [key] }, ...changed }),
    );
  };
  if (title) {
    metadata.title = cased(title.text, draft);
    take("title", title, metadata.title);
  }
  if (subtitle) {
    metadata.subtitle = cased(subtitle.text, draft);
    take("subtitle", subtitle, metadata.subtitle);
  }
  for (const line of told) {
    if (line.is === "kicker") Object.assign(metadata, kicker(line.block, draft, findings));
    if (line.is !== "byline") continue;
    if (line.date !== undefined) metadata.date = line.date;
    if (line.names.length > 0)
      metadata.author = line.names.length === 1 ? (line.names[0] ?? "") : [...line.names];
    const added = [line.date ?? "", ...line.names].join("\n");
    const what = [line.names.length > 0 ? "author" : "", line.date === undefined ? "" : "date"].filter(
      Boolean,
    );
    const reason = `Taken as ${what.join(" and ")}: ${quoted(line.block.text)}`;
    const key = line.names.length > 0 ? "author" : "date";
    const words = { to: { key: [key] }, dropped: line.block.text, added };
    findings.push(finding(draft, "import-metadata-taken", line.block.lines[0], reason, words));
  }
  const left = others.flatMap((block): readonly Item[] => {
    if (metadata.publisher === undefined && house.test(block.text)) {
      metadata.publisher = cased(block.text, draft);
      take("publisher", block, metadata.publisher);
      return [];
    }
    const reason = `Nothing could be told of this line of the title page, and it was left in the text: ${quoted(block.text)}`;
    findings.push(finding(draft, "import-head-unsure", block.lines[0], reason));
    return [{ ...block, kind: "line" }];
  });
  return {
    ...draft,
    metadata,
    items: [...left, ...draft.items.slice(end)],
    findings: [...draft.findings, ...findings],
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Where the title page ends: before the first prose, and before the heading right above it. */
function headEnd({ items, listed, headEnds = Number.POSITIVE_INFINITY }: Draft): number {
  const prose = items.findIndex(
    ({ text, lines }, i) =>
      isProse(text.replaceAll("\n", " ")) ||
      (i > 0 && /[^.\s]{3}\.$/.test(text)) ||
      (lines[0] ?? 0) > headEnds ||
      listed.has(keyOf(text)),
  );
  const end = prose < 0 ? items.length : prose;
  // Without prose near the top there is no telling where a title page would end.
  if (end > mostBlocks) return 1;
  // The last short line above the text is its first heading, where enough other lines are there to be a title page.
  const dated = items.slice(0, end).findLastIndex(({ text }) => text.split("\n").some(isByline));
  if (dated >= 0 && dated < end - 1) return dated + 1;
  return end;
}

function linesOf(item: Item): readonly Block[] {
  return item.text.split("\n").map((text, i) => ({ ...item, text, lines: [item.lines[i] ?? 0] }));
}

function isByline(text: string): boolean {
  return byPrefix.test(text) || partsOf(text).some((part) => parseDate(part) !== undefined);
}

function partsOf(text: string): readonly string[] {
  return text.split(/\s+[—–|•·/-]\s+|\s*[|•·]\s*/);
}

function tell(block: Block, i: number, all: readonly Block[], draft: Draft): Told {
  const parts = partsOf(block.text);
  const date = parts.map(parseDate).find((found) => found !== undefined);
  const rest = parts.filter((part) => parseDate(part) === undefined);
  const names = rest.flatMap((part) =>
    namesOf(part, date === undefined && i < 2 ? "unlikely" : "likely", draft),
  );
  // A line with more in it than a date and names is none.
  if (
    (date !== undefined || names.length > 0) &&
    rest.every((part) => namesOf(part, "likely", draft).length > 0)
  )
    return { is: "byline", block, names, ...(date !== undefined && { date }) };
  if (i === 0 && isKicker(block.text, all.slice(1))) return { is: "kicker", block };
  return { is: "words", block };
}

/** Whether the first line names the kind of document and its subject, and the title is below it. */
function isKicker(text: string, below: readonly Block[]): boolean {
  const [title] = below;
  if (!title || text.length > 60 || isByline(title.text)) return false;
  if (isKindAlone(text)) return true;
  if (!isShouted(text) || isShouted(title.text)) return false;
  return documentKind.test(text) || below.filter((line) => !isByline(line.text)).length > 1;
}

function isKindAlone(text: string): boolean {
  const kind = documentKind.exec(text.trim())?.[0];
  return (
    kind !== undefined &&
    (kind.length === text.trim().length || /^\s*[|:/–—]/.test(text.trim().slice(kind.length)))
  );
}

/** Lines of one block belong together: a title that is too long for its line. */
function joinedTitle(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last && (last.lines.at(-1) ?? 0) + 1 === block.lines[0])
      joined[joined.length - 1] = {
        ...last,
        text: `${last.text} ${block.text}`,
        lines: [...last.lines, ...block.lines],
      };
    else joined.push(block);
  }
  return joined;
}

/** The line above the title says what kind of document this is, and of what: the second is a subject. */
function kicker(block: Block, draft: Draft, findings: Finding[]): Pick<ImportedMetadata, "subjects"> {
  const text = block.text.trim();
  const kind = documentKind.exec(text)?.[0] ?? "";
  const subject = text.slice(kind.length).replace(/^[\s|:/–—-]+/, "");
  const line = block.lines[0];
  if (kind !== "") {
    const reason = `Left out the kind of document, for which publication.yaml has no key: ${quoted(kind)}`;
    findings.push(finding(draft, "import-head-dropped", line, reason, { dropped: kind }));
  }
  if (subject === "") return {};
  const value = isShouted(subject) ? titleCase(subject, draft) : subject;
  const reason = `Taken as a subject: ${quoted(value)}`;
  findings.push(finding(draft, "import-metadata-taken", line, reason, { to: { key: ["subjects"] } }));
  return { subjects: [value] };
}

function cased(text: string, draft: Draft): string {
  return isShouted(text) ? titleCase(text, draft) : text;
}
