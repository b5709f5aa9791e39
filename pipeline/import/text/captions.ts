import type { Finding } from "../importer.js";
import { sentenceCase, titleCase } from "./casing.js";
import { type Block, type Draft, finding, type Item, quoted } from "./draft.js";
import { endsOpen } from "./sentences.js";
import { isShouted } from "./usage.js";
import { captionPrefix, coverPrefix, creditPrefix } from "./vocabulary.js";

/** Captions are short beside paragraphs, long beside headings. */
const longest = 1200;

interface Caption {
  readonly caption: string;
  readonly credit?: string;
}

/** Find the captions of pictures that the extract lost: by how they begin, by their credit, by their capitals. */
export function recogniseCaptions(draft: Draft): Draft {
  const findings: Finding[] = [];
  let cover: Draft["cover"];
  const items = draft.items.flatMap((item): readonly Item[] => {
    if (item.kind !== "text" || !isCaption(item.text)) return [item];
    const onCover = coverPrefix.test(item.text.trim());
    const { caption, credit } = setCaption(item, draft, findings);
    const parts = { ...item, text: caption, ...(credit !== undefined && { credit }) };
    if (onCover && !cover) {
      cover = parts;
      return [];
    }
    return [{ ...parts, kind: "figure", numbered: /^\D{0,15}\d/.test(prefixOf(item.text)) }];
  });
  return { ...draft, items, ...(cover && { cover }), findings: [...draft.findings, ...findings] };
}

function prefixOf(text: string): string {
  return (coverPrefix.exec(text) ?? captionPrefix.exec(text))?.[0] ?? "";
}

function isCaption(text: string): boolean {
  if (text.length > longest) return false;
  if (coverPrefix.test(text)) return true;
  const { caption, credit } = split(text);
  if (isShouted(text)) return credit !== undefined || (!endsOpen(text) && text.split(/\s+/).length >= 6);
  if (captionPrefix.test(text)) return text.length < 600;
  return credit !== undefined && caption !== "" && text.length < 400 && credit.length < 120;
}

function setCaption(block: Block, draft: Draft, findings: Finding[]): Caption {
  const line = block.lines[0];
  const prefix = prefixOf(block.text);
  if (prefix !== "") {
    const reason = `Left out the beginning of a caption, which quoin writes itself: ${quoted(prefix)}`;
    findings.push(finding(draft, "import-caption-prefix", line, reason, { dropped: prefix }));
  }
  const whole = closedHyphens(block.text.slice(prefix.length), line, draft, findings);
  const { caption, credit } = split(whole);
  if (!isShouted(block.text)) return { caption, ...(credit !== undefined && { credit }) };
  const cased = sentenceCase(caption, draft);
  const named = credit === undefined ? {} : { credit: creditCase(credit, draft) };
  if (cased.names.length + cased.plain.length > 0) {
    const parts = [
      cased.names.length > 0 ? `taken for names: ${cased.names.join(", ")}` : "",
      cased.plain.length > 0 ? `taken for plain words: ${cased.plain.join(", ")}` : "",
    ].filter((part) => part !== "");
    const reason = `Set a caption of capitals in small letters, some of them by guess. ${capitalised(parts.join("; "))}`;
    findings.push(finding(draft, "import-caption-doubtful", line, reason));
  } else
    findings.push(
      finding(
        draft,
        "import-caption-cased",
        line,
        `Set a caption of capitals in small letters: ${quoted(cased.text)}`,
      ),
    );
  return { caption: cased.text, ...named };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Part a caption from its credit, which ends it. */
function split(text: string): Caption {
  const starts = [...text.matchAll(creditPrefix)].map(
    (match) => match.index + (/^[\s]/.test(match[0]) ? 1 : 0),
  );
  const last = starts.filter((index) => text.length - index < 200).at(0);
  if (last === undefined) return { caption: text.trim() };
  const credit = text.slice(last).trim();
  const bracketed = /^\(([^()]*)\)\.?$/.exec(credit)?.[1];
  return { caption: text.slice(0, last).trim(), credit: bracketed ?? credit };
}

/** Of a credit, the first word is what it is, and the rest are names. */
function creditCase(credit: string, draft: Draft): string {
  return titleCase(credit, draft);
}

/** A line that ended in a hyphen: `ABDEL- FATTAH`; but not `two- and threefold`. */
function closedHyphens(text: string, line: number | undefined, draft: Draft, findings: Finding[]): string {
  return text.replace(/(\p{L}+)- (?!(?:and|or|to|und|oder|et|ou|y|o)\b)(\p{L}+)/giu, (all, left, right) => {
    findings.push(finding(draft, "import-hyphen-closed", line, `Closed the space behind a hyphen: ${all}`));
    return `${left}-${right}`;
  });
}
