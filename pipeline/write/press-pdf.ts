import type { PressProfile, Publication, Theme, Tools, Typeset, Writer } from "../publication.js";
import { slug } from "../slug.js";
import { blanksNeeded, gutterFor } from "./pdf/press/sheet/page-count.js";
import type { Paper } from "./pdf/print/page-geometry.js";
import { type MarkedDocument, printDocument } from "./pdf/print-document.js";

/** Write the PDF for a printer, to the profile that is among the tools. Throws where there is none. */
export const pressPdf: Writer = {
  edition: "press",
  async write(publication, theme, tools) {
    const { profile } = tools;
    if (!profile) throw new Error("The press edition is written to a printer's profile");
    const { document, typeset } = await setInGutter(publication, theme, profile, tools);
    if (typeset.messages.some(({ fatal }) => fatal)) return { messages: typeset.messages };
    const { press } = await import("./pdf/press/press.js");
    const { bytes, pages, messages } = await press({
      typeset,
      publication,
      theme,
      profile,
      blocks: document.blocks,
      onImage: (done, total) => {
        tools.progress({ stage: "press", done, total });
        return tools.pause();
      },
    });
    const all = [...typeset.messages, ...messages];
    if (!bytes) return { messages: all };
    return {
      messages: all,
      artifact: {
        kind: "press-pdf",
        name: `${slug(publication.metadata.title) || "publication"}-press.pdf`,
        mediaType: "application/pdf",
        bytes,
        pages,
      },
    };
  },
};

/** Set the pages, and set them again while their number asks for a wider gutter than they have. */
async function setInGutter(
  publication: Publication,
  theme: Theme,
  profile: PressProfile,
  { typesetter }: Tools,
): Promise<{ document: MarkedDocument; typeset: Typeset }> {
  // What is laid out beyond the bleed hides that Chromium's sheets are a fraction of a point short.
  const bleed = Math.max(...Object.values(profile.bleed), 3) + 2;
  let gutter = gutterFor(1, profile);
  for (;;) {
    const paper: Paper = { bleed, gutter };
    const document = await printDocument(publication, theme, "press", paper);
    const typeset = await typesetter.typeset(document);
    const wanted = gutterFor(typeset.pages.length + blanksNeeded(typeset.pages, profile), profile);
    if (wanted <= gutter || typeset.messages.some(({ fatal }) => fatal)) return { document, typeset };
    gutter = wanted;
  }
}
