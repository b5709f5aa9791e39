import type { VFileMessage } from "vfile-message";
import { coverProfile } from "../printer/cover-profile.js";
import type { Artifact, PressProfile, Publication, Theme, Tools, Typeset, Writer } from "../publication.js";
import { fileStem } from "../slug.js";
import { spooledText } from "../spooled.js";
import { asideFor } from "./aside-for.js";
import { type CoverLayout, layOutCover } from "./pdf/cover/layout.js";
import { type SetCover, setCover } from "./pdf/cover/set-cover.js";
import type { Pressed, PressWork } from "./pdf/press/press.js";
import { blanksNeeded, gutterFor } from "./pdf/press/sheet/page-count.js";
import { anyPaper, type Paper } from "./pdf/print/page-geometry.js";
import { type ChosenDocument, printDocument } from "./pdf/print-document.js";

import { typesetPages } from "./typeset-pages.js";

/**
 * Write the PDF for a printer, and the cover in one piece where he takes it as a file of its own, to the profile that is among
 * the tools. Throws where there is none.
 */
export const pressPdf: Writer = {
  edition: "press",
  async write(publication, theme, tools) {
    const { profile } = tools;
    if (!profile) throw new Error("The press edition is written to a printer's profile");
    if ([...publication.images.values()].some(({ svg }) => !svg)) tools.settleIn?.();
    const { document, typeset } = await setInGutter(publication, theme, profile, tools);
    if (typeset.messages.some(({ fatal }) => fatal)) return { messages: typeset.messages };
    const trim = publication.metadata.trim ?? theme.trim;
    const work = {
      publication,
      theme,
      profile,
      cache: tools.cache,
      startThread: tools.startThread,
      spool: tools.spool,
      onImage: (done: number, total: number) => {
        tools.progress({ stage: "press", done, total });
        return tools.pause();
      },
      onPage: (done: number, total: number) => {
        tools.progress({ stage: "preflight", done, total });
        return tools.pause();
      },
    };
    const { press } = await import("./pdf/press/press.js");
    const count = typeset.pages.length + blanksNeeded(typeset.pages, profile);
    const aside = asideFor(typeset.pages, tools);
    // The browser sets the cover while the pages are pressed.
    const [pages, set] = await Promise.all([
      press({ ...work, aside, typeset, blocks: document.blocks, form: { trim, folds: [] } }),
      setWrap(work, trim, count, tools),
    ]);
    const cover = set && (await pressCover(work, set));
    const messages = [...typeset.messages, ...pages.messages, ...(cover?.messages ?? [])];
    const name = fileStem(publication.metadata.title, publication.metadata.language);
    const artifacts = [
      ...(await artifactsOf("press-pdf", `${name}-press`, pages)),
      ...(await artifactsOf("cover-pdf", `${name}-cover`, cover)),
    ];
    return { typesetter: document.choice, messages, artifacts };
  },
};

/** The parts that are not among the pages: a cover in one piece is none of them. */
function outside({ parts }: Publication, { cover }: PressProfile): readonly string[] {
  return cover ? parts.filter(({ kind }) => kind === "cover").map(({ id }) => id) : [];
}

/** The file, and beside it what its printer will say of it. */
async function artifactsOf(
  kind: "press-pdf" | "cover-pdf",
  stem: string,
  pressed: Pressed | undefined,
): Promise<readonly Artifact[]> {
  if (!pressed?.file || !pressed.report) return [];
  const { file, pages, report } = pressed;
  const { toHtml } = await import("./pdf/preflight/html/page.js");
  const name = `${stem}.pdf`;
  return [
    { kind, name, mediaType: "application/pdf", file, pages },
    {
      kind: "preflight",
      name: `${stem}-preflight.html`,
      mediaType: "text/html",
      file: spooledText(toHtml(report, name)),
    },
  ];
}

/** A cover as it was set, and what it is cut and folded to. */
type Wrap = SetCover & { readonly layout: CoverLayout };

/** What pages and cover are pressed with. */
type Pressing = Omit<PressWork, "typeset" | "blocks" | "form" | "aside">;

/** Set the cover of so many pages; undefined where it is one of them. */
async function setWrap(
  { publication, theme, profile: { cover, pageThickness } }: Pressing,
  side: Theme["trim"],
  count: number,
  { typesetter }: Tools,
): Promise<Wrap | undefined> {
  if (!cover) return undefined;
  const layout = layOutCover(side, count, pageThickness, cover);
  return { ...(await setCover(publication, theme, cover, layout, typesetter)), layout };
}

async function pressCover(work: Pressing, set: Wrap): Promise<Pressed> {
  if ("messages" in set) return { pages: 0, messages: set.messages };
  const { layout, document, typeset } = set;
  const { press } = await import("./pdf/press/press.js");
  const pressed = await press({
    ...work,
    aside: undefined,
    publication: named(work.publication),
    profile: coverProfile(work.profile),
    typeset,
    blocks: document.blocks,
    form: { trim: layout.trim, folds: layout.folds },
  });
  const messages: VFileMessage[] = [...typeset.messages, ...pressed.messages];
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

/** Have ready what comes next; what cannot be loaded is reported where it is asked for. */
async function prepareFor(profile: PressProfile, { loadOptimised }: Tools): Promise<void> {
  try {
    const { prepare } = await import("./pdf/press/prepare.js");
    await prepare(profile, loadOptimised);
  } catch {
    return;
  }
}

/** Set the pages, and set them again while their number asks for a wider gutter than they have. */
async function setInGutter(
  publication: Publication,
  theme: Theme,
  profile: PressProfile,
  tools: Tools,
): Promise<{ document: ChosenDocument; typeset: Typeset }> {
  // What is laid out beyond the bleed hides that Chromium's sheets are a fraction of a point short. On paper as large as the screen
  // edition's both are set once.
  const bleed = Math.max(anyPaper.bleed, Math.max(...Object.values(profile.bleed)) + 1);
  let gutter = gutterFor(1, profile);
  for (;;) {
    const paper: Paper = { bleed, gutter };
    const document = await printDocument(publication, theme, "press", {
      paper,
      leftOut: outside(publication, profile),
    });
    const received = () => void prepareFor(profile, tools);
    const typeset = await typesetPages(tools.typesetter, document, publication, { received });
    const wanted = gutterFor(typeset.pages.length + blanksNeeded(typeset.pages, profile), profile);
    if (wanted <= gutter || typeset.messages.some(({ fatal }) => fatal)) return { document, typeset };
    gutter = wanted;
  }
}
