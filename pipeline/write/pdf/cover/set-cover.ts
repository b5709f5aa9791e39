import type { VFileMessage } from "vfile-message";
import { problem } from "../../../problem.js";
import type { CoverForm, Publication, Theme, Typeset, Typesetter } from "../../../publication.js";
import { pixels } from "../print/page-geometry.js";
import type { MarkedDocument } from "../print-document.js";
import { drawBarCode } from "./bar-code.js";
import { type CoverSetting, coverDocument, ends } from "./cover-document.js";
import type { CoverLayout } from "./layout.js";

/** A cover as it was set, or messages that say why it was not. */
export type SetCover =
  | { readonly document: MarkedDocument; readonly typeset: Typeset }
  | { readonly messages: readonly VFileMessage[] };

/** Sizes at which words are tried, until they have room. */
const scales = [1, 0.84, 0.7];

/** Words may stand so much lower than reckoned, in CSS pixels: browsers round. */
const slack = 1;

/** Set a cover in one piece, its words as large as there is room for them. */
export async function setCover(
  publication: Publication,
  theme: Theme,
  { bleed, safety }: CoverForm,
  layout: CoverLayout,
  typesetter: Typesetter,
): Promise<SetCover> {
  const { isbn } = publication.metadata;
  const barCode = isbn === undefined ? undefined : await drawBarCode(isbn);
  // What is laid out beyond the bleed hides that Chromium's sheets are a fraction of a point short.
  const sheet = { layout, bleed: Math.max(bleed, 3) + 2, safety, barCode };
  const step = { back: 0, spine: 0 };
  for (;;) {
    const scale = { back: scales[step.back] ?? 1, spine: scales[step.spine] ?? 1 };
    const document = coverDocument(publication, theme, { ...sheet, scale });
    const typeset = await typesetter.typeset(document);
    // A back that goes on to a second page takes the spine with it.
    const crowded = (["back", "spine"] as const).find((side) => !hasRoom(side, typeset, sheet));
    const fatal = typeset.messages.filter((message) => message.fatal);
    if (!crowded) return fatal.length > 0 ? { messages: fatal } : { document, typeset };
    if (step[crowded] === scales.length - 1) return { messages: [tell(crowded)] };
    step[crowded]++;
  }
}

function hasRoom(
  side: "back" | "spine",
  { destinations }: Typeset,
  { layout, safety }: Pick<CoverSetting, "layout" | "safety">,
): boolean {
  const end = destinations.find(({ id }) => id === ends[side]);
  const floor = pixels(layout.trim.height - safety) + slack;
  return end?.page === 0 && end.y <= floor;
}

const remedies = {
  back: "a shorter `description` in publication.yaml, or another `cover-back.html` of the theme, would fit",
  spine: "a shorter `title` in publication.yaml, or another `cover-spine.html` of the theme, would fit",
} as const;

function tell(side: keyof typeof remedies): VFileMessage {
  const reason = `The words for the ${side} of the cover find no room on it: ${remedies[side]}`;
  return problem("cover-crowded", reason, { file: "publication.yaml" });
}
