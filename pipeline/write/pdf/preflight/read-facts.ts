import { pointsInMillimetre } from "../../../length.js";
import type { PressProfile, Spooled } from "../../../publication.js";
import { gutterFor } from "../press/sheet/page-count.js";
import type { Box } from "../press/sheet/sheet.js";
import type { XFacts } from "../x/facts.js";
import { inkMeasuring } from "./inks/begin-plates.js";
import { plainMix } from "./inks/plain-mix.js";
import { type InkFacts, readInks } from "./inks/read-inks.js";
import { type Character, isWithin } from "./raster/characters.js";
import { openInPdfium, type Rendering } from "./raster/pdfium.js";
import type { Picture } from "./raster/picture.js";
import { toJpeg } from "./raster/to-jpeg.js";
import type { PressFacts } from "./rule.js";
import { trimOf } from "./rules/boxes.js";
import { reachOfFonts } from "./scan/font-reach.js";
import { scan } from "./scan/scan.js";
import type { PreflightWork } from "./work.js";

/** Read what rules look at, ink apart, and picture the pages where no inks will. */
export async function readFacts(
  file: Spooled,
  x: XFacts,
  profile: PressProfile,
  work: PreflightWork,
): Promise<PressFacts & { readonly pictures: readonly Picture[] }> {
  const { paints, placements, texts } = scan(x.painted, plainMix, reachOfFonts(x.fonts));
  return { x, placements, paints, ...(await render(file, x, texts, profile, work)) };
}

function shrunk([left, bottom, right, top]: Box, across: number, up: number): Box {
  return [left + across, bottom + up, right - across, top - up];
}

/** Read the characters near the trim of pages whose text may stand there, and picture pages where no inks do. */
async function render(
  file: Spooled,
  { pages }: XFacts,
  texts: readonly (Box | undefined)[],
  profile: PressProfile,
  { pictures, onPage }: PreflightWork,
): Promise<{ readonly characters: (readonly Character[])[]; readonly pictures: Picture[] }> {
  const characters: (readonly Character[])[] = [];
  const made: Picture[] = [];
  const { colour, safety } = profile;
  const edge = safety * pointsInMillimetre;
  const spine = Math.max(edge, gutterFor(pages.length, profile) * pointsInMillimetre);
  let rendering: Rendering | undefined;
  try {
    rendering = await openInPdfium(file);
    for (const [index, { boxes }] of pages.entries()) {
      const trim = trimOf(boxes);
      const safe = trim && shrunk(trim, spine, edge);
      const text = texts[index];
      // To open a page takes longer than to follow its text.
      const isSure = !safe || (text && isWithin(text, safe));
      characters.push(isSure ? [] : rendering.charactersBeyond(index, safe));
      if (pictures === "wanted" && colour !== "cmyk")
        made.push(await toJpeg(rendering.render(index, 72, "colour")));
      if (colour !== "cmyk") await onPage(index + 1, pages.length);
    }
  } finally {
    rendering?.close();
  }
  return { characters, pictures: made };
}

/**
 * Measure the ink; undefined where the profile's colours are no inks. Takes the document to pieces: nobody reads its facts
 * afterwards.
 */
export async function readInk(
  { x, placements }: Pick<PressFacts, "x" | "placements">,
  profile: PressProfile,
  work: PreflightWork,
): Promise<InkFacts | undefined> {
  const measuring = inkMeasuring(profile);
  return measuring && readInks(x, placements, { ...work, ...measuring });
}
