import type { Image, Root, Text } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { placeWithin } from "./place-within.js";

/** `&#150;` and `&#x96;`. */
const reference = /(?<!\\)&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi;
/** What Windows has from 128 on, where Unicode has controls: most such references come from there. */
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Report character references that name no character: Markdown prints a replacement character (CommonMark 0.31.2, 2.5). */
export function referenceInvalid(tree: Root, file: VFile): void {
  const source = String(file);
  visit(tree, ["text", "image"], (found) => {
    const node = found as Text | Image;
    const written = source.slice(node.position?.start.offset, node.position?.end.offset);
    for (const match of written.matchAll(reference)) {
      const [all, hex, decimal] = match;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (isCharacter(code)) continue;
      const meant = windows[code - 0x80] ?? "";
      const instead = /^[^\p{Cc}]$/u.test(meant) ? `; expected \`${meant}\`` : "";
      const place = placeWithin({ ...node, value: written }, match.index, file.path);
      file.messages.push(
        problem("character-invalid", `Unexpected \`${all}\`, which names no character${instead}`, place),
      );
    }
  });
}

/** Whether XML can hold it (1.0, 2.2 Char), and it is no control character. */
function isCharacter(code: number): boolean {
  if (code === 9 || code === 10 || code === 13) return true;
  return code >= 0x20 && code <= 0x10ffff && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(String.fromCodePoint(code));
}
