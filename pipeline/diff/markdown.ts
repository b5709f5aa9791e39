import type { Comparison } from "./compare.js";
import { count } from "./count.js";
import type { ExhibitChange } from "./exhibits.js";
import { nothingText, summaryOf } from "./kinds.js";
import type { NoteChange } from "./notes.js";
import { changeName, labelName, pairName, rangesOf } from "./page-words.js";
import { growth, sizeText } from "./sizes.js";
import type { Piece, WordChange } from "./words.js";

/** Entries of a list; the page with the pictures has them all. */
const most = 25;
/** GitHub takes comments of up to 65,536 characters. */
const longest = 60_000;

/** Write what changed as Markdown fit for a pull request. */
export function toMarkdown(comparison: Comparison): string {
  const found = summaryOf(comparison);
  const head = `## ${literal(comparison.old)} → ${literal(comparison.new)}\n`;
  if (found.length === 0) return `${head}\n${nothingText(comparison)}\n`;
  const sections = [
    section(
      "Gone for people who cited it",
      comparison.targets.map(
        ({ edition, address, now }) =>
          `- ${code(address)} (${edition === "pdf" ? "PDF" : "EPUB"})${now === undefined ? "" : `: now ${code(now)}`}`,
      ),
    ),
    section("Words", comparison.words.map(wordLine)),
    section("Pages", pageLines(comparison)),
    section("Notes", noteLines(comparison.notes)),
    section("Figures and tables", comparison.exhibits.map(exhibitLine)),
    section("Links", [
      ...comparison.links.added.map((link) => `- new: ${code(link)}`),
      ...comparison.links.removed.map((link) => `- gone: ${code(link)}`),
    ]),
    section(
      "Metadata",
      comparison.metadata.map(
        ({ name, old, new: now }) => `- ${name}: ${literal(old || "none")} → ${literal(now || "none")}`,
      ),
    ),
    section("Messages", [
      ...(comparison.messages?.added ?? []).map((message) => `- new: ${messageText(message)}`),
      ...(comparison.messages?.removed ?? []).map((message) => `- gone: ${messageText(message)}`),
    ]),
    filesTable(comparison),
  ];
  const text = [head, `**${found.join(" · ")}**\n`, ...sections.filter((each) => each !== "")].join("\n");
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf("\n", longest))}\n\n… and more.\n`;
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const more = lines.length > most ? [`- … and ${lines.length - most} more`] : [];
  return `### ${title}\n\n${[...lines.slice(0, most), ...more].join("\n")}\n`;
}

function wordLine({ kind, section: below, oldPage, newPage, pieces }: WordChange): string {
  const page = changeName(oldPage, newPage);
  const place = [below, page].filter(Boolean).map(literal).join(", ");
  const moved = kind === "moved" ? " (moved)" : "";
  return `- ${place}${moved}${place || moved ? ": " : ""}${pieces.map(pieceText).join(" ")}`;
}

function pieceText({ kind, text }: Piece): string {
  const short = literal(abridged(text));
  if (kind === "same") return short;
  return kind === "old" ? `<del>${short}</del>` : `<ins>**${short}**</ins>`;
}

/** Leave out the middle of a passage that is longer than a line or two. */
function abridged(text: string): string {
  const words = text.split(" ");
  return words.length <= 40 ? text : [...words.slice(0, 24), "[…]", ...words.slice(-8)].join(" ");
}

function pageLines({ pages = [] }: Comparison): readonly string[] {
  const line = (words: string, ...wanted: readonly string[]) => {
    const found = pages.filter(({ fate }) => wanted.includes(fate));
    return found.length === 0 ? [] : [`- ${words}: ${found.map(pairName).map(literal).join(", ")}`];
  };
  const moved = rangesOf(pages.filter(({ fate }) => fate === "moved")).map(
    ({ old, new: now }) => `${old} → ${now}`,
  );
  return [
    ...line("words changed", "changed"),
    ...line("look otherwise", "redrawn"),
    ...line("the same words, broken elsewhere", "reflowed"),
    ...line("added", "added"),
    ...line("removed", "removed"),
    ...(moved.length > 0 ? [`- only moved: ${moved.map(literal).join(", ")}`] : []),
  ];
}

function noteLines(notes: readonly NoteChange[]): readonly string[] {
  const others = notes
    .filter((note) => note.kind !== "renumbered")
    .map((note) => {
      if (note.kind === "added") return `- added: ${note.new.number}. ${excerpt(note.new.text)}`;
      if (note.kind === "removed") return `- removed: ${note.old.number}. ${excerpt(note.old.text)}`;
      return `- changed: ${note.new.number}. ${excerpt(note.new.text)}`;
    });
  const numbers = notes.flatMap((note) =>
    note.kind === "renumbered" ? [`${note.old.number} → ${note.new.number}`] : [],
  );
  return numbers.length > 0 ? [...others, `- renumbered: ${numbers.map(literal).join(", ")}`] : others;
}

function exhibitLine({ kind, old, new: now, differs }: ExhibitChange): string {
  const shown = now ?? old;
  const name = literal(shown?.label || excerpt(shown?.caption ?? ""));
  if (kind !== "changed")
    return `- ${kind}: ${name}${shown?.page ? `, ${literal(labelName(shown.page))}` : ""}`;
  const what = differs.map((each) => {
    if (each === "page") return literal(changeName(old?.page ?? "", now?.page ?? ""));
    return each === "number" ? `was ${literal(old?.label ?? "")}` : `another ${each}`;
  });
  return `- ${name}: ${what.join(", ")}`;
}

function messageText({
  file,
  line,
  ruleId,
  severity,
  reason,
}: {
  readonly file: string | null;
  readonly line: number | null;
  readonly ruleId: string | null;
  readonly severity: string;
  readonly reason: string;
}): string {
  const place = file === null ? "" : `${literal(file)}${line === null ? "" : `:${line}`} `;
  return `${place}${severity} ${literal(reason)} ${ruleId === null ? "" : code(ruleId)}`.trimEnd();
}

function filesTable({ files }: Comparison): string {
  const rows = files.map(({ old, new: now }) => {
    const pages = (side: typeof old) => (side?.pages === undefined ? "" : `, ${count(side.pages, "page")}`);
    const cell = (side: typeof old) => (side ? `${sizeText(side.bytes)}${pages(side)}` : "not there");
    const name = literal((now ?? old)?.name ?? "");
    return `| ${name} | ${cell(old)} | ${cell(now)} | ${old && now ? growth(old.bytes, now.bytes) : ""} |`;
  });
  return `### Files\n\n| | old | new | size |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}

function excerpt(text: string): string {
  const short = text.length > 160 ? `${text.slice(0, text.lastIndexOf(" ", 160))} …` : text;
  return literal(short);
}

/** Write text so that Markdown takes nothing in it for markup, and nobody is called by an `@`. */
function literal(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`)
    .replaceAll("@", "&#64;")
    .replace(/\s+/g, " ");
}

function code(text: string): string {
  const clean = text.replace(/[`\s]+/g, " ");
  return `\`${clean}\``;
}
