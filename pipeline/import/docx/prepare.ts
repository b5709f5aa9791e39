import { Parser } from "htmlparser2";
import { Unreadable } from "../unreadable.js";
import { elementGuard, escapeXml } from "../xml.js";
import { type Change, changeLog } from "./changes.js";
import { hiddenRuns } from "./hidden-runs.js";
import type { ListedParagraph } from "./item-numbers.js";
import { listedParagraphs } from "./listed-paragraphs.js";
import { wordGatherer } from "./part-words.js";
import { plainSign } from "./signs.js";

/** A part of the document, made ready for mammoth, and what mammoth does not tell of it. */
export interface Prepared {
  readonly xml: string;
  /** All words, read off the text elements alone; those that are deleted too. */
  readonly words: string;
  readonly changes: readonly Change[];
  /** Paragraph by number of a comment. */
  readonly comments: ReadonlyMap<string, number>;
  /** Paragraphs with an equation, whose signs are kept in a line. */
  readonly equations: readonly number[];
  /** Words that Word neither shows nor prints, by paragraph: left out. */
  readonly hidden: ReadonlyMap<number, string>;
  readonly listed: readonly ListedParagraph[];
  /** Changes of format: nothing to see in them. */
  readonly formatChanges: number;
}

/** The bookmark that `prepare` puts into every paragraph: its part and its number from 1. */
export const paragraphMark = /^quoin:(\w+):(\d+)$/;

/** Elements that hold text which mammoth would leave out; it goes through a smart tag without a word. */
const seeThrough = /^(?:w:fldSimple|w:ruby|w:rt|w:rubyBase|w:bdo|w:dir|m:(?!t$|\w+Pr$).*)$/;

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Make a part ready: number its paragraphs by bookmarks, turn cross-reference fields into links, open what mammoth passes
 * over (simple fields, equations), and note changes and comments on the way.
 */
export function prepare(text: string, part: string): Prepared {
  if (text.includes("<!DOCTYPE"))
    throw new Unreadable("Unexpected document type declaration in a Word document");
  const edits: Edit[] = [];
  const guard = elementGuard();
  const words = wordGatherer();
  const changes = changeLog();
  const comments = new Map<string, number>();
  const equations: number[] = [];
  const hidden = hiddenRuns();
  const listed = listedParagraphs();
  const closing: string[] = [];
  let [paragraph, instruction, formatChanges, within] = [0, -1, 0, 0];
  // Of paragraphs that are still to come: pandoc, and Word at times, put the bookmark of a heading before it.
  let ahead = "";
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        guard.open();
        words.open(name, attributes);
        const end = parser.endIndex + 1;
        const empty = text[parser.endIndex - 1] === "/";
        let close = "";
        if (name === "w:p") {
          paragraph++;
          within++;
          if (!empty) {
            edits.push({ from: end, to: end, text: mark(`quoin:${part}:${paragraph}`) + ahead });
            ahead = "";
          }
        } else if (name === "w:bookmarkStart" && within === 0) {
          ahead += mark(attributes["w:name"] ?? "");
        } else if (seeThrough.test(name)) {
          const anchor = name === "w:fldSimple" ? anchorOf(attributes["w:instr"] ?? "") : undefined;
          const element = anchor === undefined ? "w:smartTag" : "w:hyperlink";
          const target = anchor === undefined ? "" : ` w:anchor="${escapeXml(anchor)}"`;
          edits.push({ from: parser.startIndex, to: end, text: `<${element}${target}${empty ? "/" : ""}>` });
          if (!empty) close = `</${element}>`;
          if (name === "m:oMath") equations.push(paragraph);
        } else if (name === "m:t") {
          edits.push({
            from: parser.startIndex,
            to: end,
            text: `<w:r><w:t xml:space="preserve"${empty ? "/></w:r>" : ">"}`,
          });
          if (!empty) close = "</w:t></w:r>";
        } else if (name === "w:sym") {
          const sign = plainSign(attributes);
          if (sign !== undefined && empty)
            edits.push({ from: parser.startIndex, to: end, text: `<w:t>${escapeXml(sign)}</w:t>` });
        } else if (name === "w:instrText") instruction = end;
        else if (name === "w:commentReference") comments.set(attributes["w:id"] ?? "", paragraph);
        else if (/^w:[rp]PrChange$/.test(name)) formatChanges++;
        listed.open(name, attributes, paragraph);
        hidden.open(name, attributes, parser.startIndex, edits.length);
        closing.push(close);
        changes.open(name, attributes, paragraph);
      },
      ontext(data) {
        words.text(data);
        hidden.text(data);
        changes.text(data);
      },
      onclosetag(name) {
        guard.close();
        words.close(name);
        changes.close(name);
        listed.close(name);
        if (name === "w:p") within--;
        const close = closing.pop();
        if (close) edits.push({ from: parser.startIndex, to: parser.endIndex + 1, text: close });
        const run = hidden.close(name, paragraph);
        if (run) edits.splice(run.edits, Infinity, { from: run.from, to: parser.endIndex + 1, text: "" });
        if (name === "w:instrText") {
          const written = text.slice(instruction, parser.startIndex);
          const field = /^\s*(?:NOTE)?REF\s+/.exec(written);
          if (field)
            edits.push({ from: instruction, to: instruction + field[0].length, text: " HYPERLINK \\l " });
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return {
    xml: edited(text, edits),
    words: words.all(),
    changes: changes.all(),
    comments,
    equations,
    hidden: hidden.all(),
    listed: listed.all(),
    formatChanges,
  };
}

function mark(name: string): string {
  return `<w:bookmarkStart w:id="0" w:name="${escapeXml(name)}"/>`;
}

/** The bookmark that a simple field refers to: `REF _Ref12 \h`. */
function anchorOf(instruction: string): string | undefined {
  return /^\s*(?:NOTE)?REF\s+"?([^\s"\\]+)/.exec(instruction)?.[1];
}

function edited(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, text: put } of edits) {
    pieces.push(text.slice(at, from), put);
    at = to;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}
