import { blot } from "../written-blocks.js";
import type { FindSlips } from "./slip.js";

/** A sentence is no heading, but for a short one: “What now?” */
const leastWords = 8;

/** Find a line `---` that was meant to part two texts, and makes a heading of the one right above it (CommonMark 0.31.2, 4.3). */
export const underlines: FindSlips = ({ node, lines }) => {
  if (node.type !== "heading" || node.depth !== 2 || lines.length < 2) return [];
  const last = lines.at(-1);
  if (!last || !/^-+$/.test(last.text)) return [];
  const above = lines.slice(0, -1);
  const words = above.map(({ text }) => text).join(" ");
  const isSentence = /[.!?…:;,]["”’»)]*$/.test(words) && words.split(/\s+/).length >= leastWords;
  if (!isSentence && (above.length < 2 || words.includes(blot))) return [];
  const reason = `Unexpected line \`${last.text}\` right below text, which makes a heading of it; expected an empty line above it`;
  return [{ index: last.index, reason }];
};
