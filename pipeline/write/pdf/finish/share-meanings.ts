import { PDFDict, type PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { toUnicode } from "../condense/to-unicode.js";
import { fontText } from "../content/font-text.js";
import { streamText } from "../content/page-content.js";
import { toName } from "../values.js";
import type { Work } from "./work.js";

/** A table of several fonts. */
interface Shared {
  readonly characters: Map<number, string>;
  /** That of its first font, for its head and end. */
  readonly table: string;
  readonly fonts: PDFDict[];
}

/**
 * Give fonts whose codes mean the same one table in common, as the weights and optical sizes of a family do: it may say more than a font
 * has glyphs, for nobody looks up what is not shown.
 */
export function shareMeanings({ pdf: { context } }: Pick<Work, "pdf">): void {
  const all: Shared[] = [];
  for (const [, font] of context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || font.get(toName("Subtype")) !== toName("Type0")) continue;
    const table = font.lookup(toName("ToUnicode"));
    const { size, characters } = fontText(font);
    if (!(table instanceof PDFStream) || size !== 2 || characters.size === 0) continue;
    const fits = (shared: ReadonlyMap<number, string>) =>
      [...characters].every(([code, text]) => (shared.get(code) ?? text) === text);
    const known = all.find((each) => fits(each.characters));
    const shared: Shared = known ?? { characters: new Map(), table: streamText(table), fonts: [] };
    if (!known) all.push(shared);
    for (const [code, text] of characters) shared.characters.set(code, text);
    shared.fonts.push(font);
  }
  for (const { characters, table, fonts } of all) {
    const written = Buffer.from(toUnicode(table, characters), "latin1");
    const ref: PDFRef = context.register(context.stream(written));
    for (const font of fonts) font.set(toName("ToUnicode"), ref);
  }
}
