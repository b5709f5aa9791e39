import type { VFileMessage } from "vfile-message";
import { coverProfile } from "../printer/cover-profile.js";
import type { Artifact, PressProfile, Publication, Theme, Tools, Typeset, Writer } from "../publication.js";
import { slug } from "../slug.js";
import { layOutCover } from "./pdf/cover/layout.js";
import { setCover } from "./pdf/cover/set-cover.js";
import type { Pressed, PressWork } from "./pdf/press/press.js";
import { blanksNeeded, gutterFor } from "./pdf/press/sheet/page-count.js";
import type { Paper } from "./pdf/print/page-geometry.js";
import { type MarkedDocument, printDocument } from "./pdf/print-document.js";

/**
 * Write the PDF for a printer, and the cover in one piece where he takes it as a file of its own, to the profile that is among
 * the tools. Throws where there is none.
 */
export const pressPdf: Writer = {
  edition: "press",
  async write(publication, theme, tools) {
    const { profile } = tools;
    if (!profile) throw new Error("The press edition is written to a printer's profile");
    const { document, typeset } = await setInGutter(inside(publication, profile), theme, profile, tools);
    if (typeset.messages.some(({ fatal }) => fatal)) return { messages: typeset.messages };
    const trim = publication.metadata.trim ?? theme.trim;
    const work = {
      publication,
      theme,
      profile,
      cache: tools.cache,
      onImage: (done: number, total: number) => {
        tools.progress({ stage: "press", done, total });
        return tools.pause();
      },
      onPage: (done: number, total: number) => {
        tools.progress({ stage: "preflight", done, total });
        return tools.pause();
      },
    };
    if ([...publication.images.values()].some(({ svg }) => !svg)) tools.settleIn?.();
    const { press } = await import("./pdf/press/press.js");
    const pages = await press({
      ...work,
      typeset,
      blocks: document.blocks,
      form: { trim, folds: [] },
    });
    const cover = await pressCover(work, trim, pages.pages, tools);
    const messages = [...typeset.messages, ...pages.messages, ...(cover?.messages ?? [])];
    const name = slug(publication.metadata.title) || "publication";
    const artifacts = [
      ...(await artifactsOf("press-pdf", `${name}-press`, pages)),
      ...(await artifactsOf("cover-pdf", `${name}-cover`, cover)),
    ];
    return { messages, artifacts };
  },
};

/** What the pages hold: a cover in one piece is none of them. */
function inside(publication: Publication, { cover }: PressProfile): Publication {
  if (!cover) return publication;
  return { ...publication, parts: publication.parts.filter(({ kind }) => kind !== "cover") };
}

/** The file, and beside it what its printer will say of it. */
async function artifactsOf(
  kind: "press-pdf" | "cover-pdf",
  stem: string,
  pressed: Pressed | undefined,
): Promise<readonly Artifact[]> {
  if (!pressed?.bytes || !pressed.report) return [];
  const { bytes, pages, report } = pressed;
  const { toHtml } = await import("./pdf/preflight/html/page.js");
  const name = `${stem}.pdf`;
  return [
    { kind, name, mediaType: "application/pdf", bytes, pages },
    {
      kind: "preflight",
      name: `${stem}-preflight.html`,
      mediaType: "text/html",
      bytes: Buffer.from(toHtml(report, name)),
    },
  ];
}

/** Set and press the cover of so many pages; undefined where it is one of them. */
async function pressCover(
  work: Omit<PressWork, "typeset" | "blocks" | "form">,
  side: Theme["trim"],
  count: number,
  { typesetter }: Tools,
): Promise<Pressed | undefined> {
  const { publication, theme, profile } = work;
  const { cover, pageThickness } = profile;
  if (!cover) return undefined;
  const layout = layOutCover(side, count, pageThickness, cover);
  const set = await setCover(publication, theme, cover, layout, typesetter);
  if ("messages" in set) return { pages: 0, messages: set.messages };
  const { press } = await import("./pdf/press/press.js");
  const pressed = await press({
    ...work,
    publication: named(publication),
    profile: coverProfile(profile),
    typeset: set.typeset,
    blocks: set.document.blocks,
    form: { trim: layout.trim, folds: layout.folds },
  });
  const messages: VFileMessage[] = [...set.typeset.messages, ...pressed.messages];
  return { ...pressed, messages };
}

/** The cover is a document of its own, and says so in its metadata (RFC 8141, 2.3.3: a part of what a URN names). */
function named(publication: Publication): Publication {
  const { metadata, words } = publication;
  const { title, identifier } = metadata;
  return {
    ...publication,
    metadata: { ...metadata, title: `${title} (${words.cover})`, identifier: `${identifier}#cover` },
  };
}

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
