/** Make the browser's PDF what a printer takes. */
import type { VFileMessage } from "vfile-message";
import type {
  Aside,
  Cache,
  OpenSpool,
  PressProfile,
  Publication,
  Spooled,
  StartThread,
  Theme,
  Typeset,
} from "../../../publication.js";
import { condense } from "../condense/condense.js";
import { dropOrphans } from "../finish/drop-orphans.js";
import { halfAside } from "../finish/half-aside.js";
import { loadPrinted } from "../finish/load-printed.js";
import { type FileForm, saveWithContentId } from "../finish/save.js";
import { openPrints } from "../join/open-prints.js";
import { beginPlates } from "../preflight/inks/begin-plates.js";
import { preflightOwn } from "../preflight/own.js";
import type { Preflight } from "../preflight/report.js";
import { toMessages } from "../preflight/to-messages.js";
import type { Block } from "../tags/block.js";
import { compareBlocks } from "../tags/compare-blocks.js";
import { readXFacts } from "../x/facts.js";
import { damagedImages } from "./images/damaged-images.js";
import { lostText } from "./lost-text.js";
import { addOutputIntent } from "./output-intent.js";
import { addPressMetadata } from "./press-metadata.js";
import { reportTransparency } from "./report-transparency.js";
import { placePages } from "./sheet/place-pages.js";
import type { SheetForm } from "./sheet/sheet.js";
import { shownText } from "./shown-text.js";
import { strip } from "./strip.js";
import { survey } from "./survey.js";
import { toInks } from "./to-inks.js";
import { transparentPaints } from "./transparency.js";

/** What a press PDF is made of. */
export interface PressWork {
  readonly typeset: Typeset;
  readonly publication: Publication;
  readonly theme: Theme;
  readonly profile: PressProfile;
  readonly form: SheetForm;
  /** Of the print document that was typeset. */
  readonly blocks: readonly Block[];
  /** What earlier runs kept, images among it. */
  readonly cache: Cache | undefined;
  /** For a second processor. */
  readonly startThread: StartThread | undefined;
  readonly aside: Aside | undefined;
  /** Where the file waits for its place. */
  readonly spool: OpenSpool | undefined;
  readonly onImage: (done: number, total: number) => Promise<unknown>;
  /** Of the preflight. */
  readonly onPage: (done: number, total: number) => Promise<unknown>;
}

/** A press PDF, or messages that say why there is none. */
export interface Pressed {
  readonly file?: Spooled;
  readonly pages: number;
  /** What its printer will say of it. */
  readonly report?: Preflight;
  readonly messages: readonly VFileMessage[];
}

/**
 * Press a typeset publication: its colours into inks, its images through the printing condition, its pages onto sheets with
 * exact boxes and marks, and what the standard wants said. The same bytes for the same pages.
 */
export async function press(work: PressWork): Promise<Pressed> {
  // All that the file was made of is let go before it is looked at.
  const made = await make(work);
  if (!("file" in made)) return made;
  const { file, pages, shown } = made;
  const begun = beginPlates(file, { ...work, pages, pictures: "wanted" });
  try {
    const facts = readXFacts(await loadPrinted(file));
    const lost = lostText(shown, shownText(facts.painted));
    if (lost.length > 0) return { pages, messages: lost };
    const report = await preflightOwn(file, facts, { ...work, begun });
    return { file, pages, messages: toMessages(report), report };
  } finally {
    begun?.stop();
  }
}

/** The file alone, or why there is none. */
type Made =
  | { readonly file: Spooled; readonly pages: number; readonly shown: readonly string[] }
  | { readonly pages: number; readonly messages: readonly VFileMessage[] };

async function make(work: PressWork): Promise<Made> {
  const { typeset, publication, theme, profile, form, blocks, cache, aside, spool, onImage } = work;
  const pdf = await openPrints(typeset.prints);
  // Chromium writes a line of text as a hundred operators, and from here on each of them is read again and again.
  await condense(pdf, { ...(aside && { aside }) });
  // Pages that differ from those that were measured, or words that were not printed, go to no printer.
  const { messages: lost, gathered } = await compareBlocks(pdf, blocks, typeset.pages);
  if (lost.length > 0) return { pages: typeset.pages.length, messages: lost };
  const found = survey(pdf);
  const shown = shownText(found);
  const transparent = transparentPaints(found);
  if (profile.forbidden.includes("transparency") && transparent.length > 0)
    return {
      pages: typeset.pages.length,
      messages: reportTransparency(gathered, transparent, blocks, profile),
    };
  strip(pdf, found);
  const transparentPages = new Set(transparent.map(({ page }) => page));
  const { contents, damages } = await toInks(pdf, found, {
    profile,
    theme,
    transparentPages,
    cache,
    spool,
    onImage,
  });
  if (damages.length > 0)
    return { pages: typeset.pages.length, messages: damagedImages(damages, publication) };

  const pages = placePages(pdf, contents, { typeset, form, profile });
  addOutputIntent(pdf, profile);
  addPressMetadata(pdf, publication, profile);
  dropOrphans({ pdf });
  const { identifier } = publication.metadata;
  return {
    file: await saveWithContentId(pdf, identifier, {
      form: formOf(profile),
      ...(aside && { deflate: halfAside(aside) }),
      ...(spool && { spool }),
    }),
    pages,
    shown,
  };
}

/** Readers of PDF 1.4 know no packed objects; PDF/X-4 is of 1.6 (ISO 15930-7, 6.1). */
function formOf({ standard }: PressProfile): FileForm {
  return standard === "PDF/X-4"
    ? { version: [1, 6], objects: "packed" }
    : { version: [1, 4], objects: "plain" };
}
