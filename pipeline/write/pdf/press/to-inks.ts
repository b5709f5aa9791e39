import type { PDFDocument } from "@cantoo/pdf-lib";
import type { Cache, OpenSpool, PressProfile, Theme } from "../../../publication.js";
import { openCondition } from "./colour/convert-colours.js";
import { fromOperands } from "./colour/ink.js";
import { separationOf } from "./colour/separation.js";
import { coloursOf, readShading } from "./colour/shading.js";
import { loadVips } from "./colour/vips.js";
import { blendInInks } from "./groups.js";
import { convertImages, type Damage } from "./images/convert-images.js";
import { placementsOf } from "./images/placements.js";
import { coloursIn } from "./rewrite-content.js";
import { separateDrawing } from "./separate.js";
import type { Survey } from "./survey.js";

/** What decides how colours are printed. */
export interface Inking {
  readonly profile: PressProfile;
  readonly theme: Pick<Theme, "palette" | "inks">;
  readonly transparentPages: ReadonlySet<number>;
  readonly cache: Cache | undefined;
  readonly spool: OpenSpool | undefined;
  readonly onImage: (done: number, total: number) => Promise<unknown>;
}

/** Pixels an inch beyond what a printer wants that an image may have before it is made smaller. */
const margin = 1.5;

/** Put a document's colours into inks, in place but for the contents of pages, which are returned, and images that cannot be. */
export async function toInks(
  pdf: PDFDocument,
  found: Survey,
  { profile, theme, transparentPages, cache, spool, onImage }: Inking,
): Promise<{ readonly contents: readonly string[]; readonly damages: readonly Damage[] }> {
  const { colour, output, inkLimit, images } = profile;
  const vips = await loadVips();
  const condition = output && openCondition(vips, output);
  const shadings = [...found.shadings]
    .map(([shading, use]) => readShading(shading, use))
    .filter((shading) => shading !== undefined);
  const colours = [
    ...[...found.pages, ...found.pieces.values()].flatMap(coloursIn).map(fromOperands),
    ...shadings.flatMap(coloursOf),
  ];
  const separation = separationOf(colours, profile, theme, condition);
  const placements = placementsOf(found);
  blendInInks(pdf, found, transparentPages, colour);
  const contents = separateDrawing(pdf, found, shadings, separation);
  const damages = await convertImages(pdf, found.images, {
    vips,
    target:
      colour === "cmyk" && condition
        ? { space: "cmyk", condition, inkLimit }
        : { space: colour === "grey" ? "grey" : "rgb" },
    placements,
    finest: images.wanted * margin,
    cache,
    spool,
    onImage,
  });
  return { contents, damages };
}
