import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import type { VFileMessage } from "vfile-message";
import { problem } from "../problem.js";
import { type PrintedText, printedTexts } from "./printed-texts.js";
import type { PublicationRule } from "./rule.js";

/** Report straight quotes where quoin prints to the letter: publication.yaml, front matter, the words of drawings. */
export const quoteStraight: PublicationRule = (whole) => {
  const messages: VFileMessage[] = [];
  const look = ({ text, what, at }: PrintedText) => {
    const [quote] = /["']/.exec(text) ?? [];
    if (!quote) return;
    const reason = `Unexpected straight quote ${quote} in ${what}, which is printed as it is written; expected “ ” or ‘ ’`;
    messages.push(problem("quote-straight", reason, at));
  };
  for (const printed of printedTexts(whole)) look(printed);
  for (const { path, svg } of whole.publication.images.values()) {
    if (!svg) continue;
    visit(svg, { type: "element", tagName: "text" }, (text) =>
      look({ text: textOf(text), what: "a drawing", at: { file: path } }),
    );
  }
  return messages;
};
