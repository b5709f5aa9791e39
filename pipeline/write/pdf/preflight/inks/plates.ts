import { PDFDict, PDFName, type PDFObject, type PDFRef, type PDFStream } from "@cantoo/pdf-lib";
import { withText } from "../../content/with-text.js";
import type { Placement } from "../../press/images/placements.js";
import type { Box } from "../../press/sheet/sheet.js";
import type { Content } from "../../press/survey.js";
import { dictOf, get, numberOf } from "../../values.js";
import type { PageFacts, XFacts } from "../../x/facts.js";
import type { ImageInking } from "./image-inks.js";
import { plateContent, plateSpace } from "./plate-content.js";
import { type PlateFiles, resolution, type Tones } from "./plate-files.js";
import { type InkedImage, readImage } from "./plate-images.js";
import { readShadings, toPlate } from "./plate-shadings.js";
import { processInks } from "./process-inks.js";
import { usedInks } from "./used-inks.js";

/** The part of a page that is printed: its bleed, or as much as it says. */
export function printedBox({ BleedBox, TrimBox, ArtBox, CropBox, MediaBox }: PageFacts["boxes"]): Box {
  const box = BleedBox ?? TrimBox ?? ArtBox ?? CropBox ?? MediaBox ?? [0, 0, 0, 0];
  if (!MediaBox) return box;
  const [left, bottom, right, top] = MediaBox;
  return [Math.max(box[0], left), Math.max(box[1], bottom), Math.min(box[2], right), Math.min(box[3], top)];
}

/** What plates are made of. */
export type Plateable = Pick<XFacts, "pdf" | "painted" | "pages">;

/** Make plates of a document. Takes it to pieces: nobody reads its contents, boxes or images afterwards. */
export async function makePlates(
  { pdf, painted, pages }: Plateable,
  placements: readonly Placement[],
  inking: ImageInking,
): Promise<PlateFiles> {
  const { context } = pdf;
  const { mix } = inking;
  const shadings = readShadings(painted, mix);
  const printed = pages.map(({ boxes }) => printedBox(boxes));
  const inksOn = usedInks(painted, shadings, mix);
  // Each page is read once, for its inks and for all of its plates.
  const seen = painted.pages.map((content, index) => {
    const window = printed[index];
    const used = inksOn(content, window && measured(window));
    return new Map([...used].map((ink) => [ink, plateContent(content, ink, mix)]));
  });
  const names = new Set(seen.flatMap((plates) => [...plates.keys()]));
  const spots = [...names].filter((name) => !processInks.includes(name)).sort();
  const inks = [...processInks.filter((name) => names.has(name)), ...spots];

  const refs = new Map<PDFObject, PDFRef>(
    context.enumerateIndirectObjects().map(([ref, object]) => [object, ref]),
  );
  const widths = widestOf(placements);
  const images = new Map<PDFStream, InkedImage>();
  const unread = new Set<PDFStream>();
  for (const [image, use] of painted.images) {
    if (use === "mask") continue;
    const read = readImage(image, widths.get(image) ?? 1, inking);
    if (read) images.set(image, read);
    else unread.add(image);
  }
  const tones = painted.pages.map(tonesOf);
  const contents = painted.pages.map(() => context.nextRef());
  pages.forEach(({ page: { node } }, index) => {
    node.set(PDFName.of("Contents"), contents[index] ?? context.nextRef());
    node.set(PDFName.of("MediaBox"), context.obj([...(printed[index] ?? [])]));
    for (const key of ["CropBox", "Rotate", "Annots"]) node.delete(PDFName.of(key));
    node.set(PDFName.of("Rotate"), context.obj(0));
  });
  for (const content of [...painted.pages, ...painted.pieces.values()]) namePlateSpace(content);

  const pieces = [...painted.pieces].flatMap(([piece, content]) => {
    const ref = refs.get(piece);
    if (!ref || content.use !== "ink") return [];
    return [{ ref, piece, texts: inks.map((ink) => plateContent(content, ink, mix)) }];
  });
  const files = new Map<string, Uint8Array>();
  for (const [number, ink] of inks.entries()) {
    for (const [index, ref] of contents.entries())
      context.assign(ref, context.stream(Buffer.from(seen[index]?.get(ink) ?? "", "latin1")));
    for (const { ref, piece, texts } of pieces) context.assign(ref, withText(piece, texts[number] ?? ""));
    for (const shading of shadings) toPlate(shading, ink);
    for (const [image, plate] of images) {
      const [ref, drawn] = [refs.get(image), plate(ink)];
      if (ref && drawn) context.assign(ref, drawn);
    }
    for (const image of unread) {
      const ref = refs.get(image);
      if (ref)
        context.assign(ref, context.stream("", { Type: "XObject", Subtype: "Form", BBox: [0, 0, 1, 1] }));
    }
    const bytes = await pdf.save({
      // Otherwise it stops for a moment after every fifty.
      objectsPerTick: Number.POSITIVE_INFINITY,
      useObjectStreams: false,
      addDefaultPage: false,
      updateFieldAppearances: false,
    });
    files.set(ink, bytes);
  }
  return {
    files,
    pages: printed.map(([left, bottom, right, top], page) => ({
      inks: inks.filter((ink) => seen[page]?.has(ink)),
      tones: tones[page] ?? "many",
      width: pixels(right - left),
      height: pixels(top - bottom),
    })),
    unread: [...unread].flatMap((image) => refs.get(image)?.tag ?? []),
  };
}

/** Images, gradients and what a form may hold have tones of any kind. */
function tonesOf({ resources }: Content): Tones {
  const isRich = ["XObject", "Shading", "Pattern"].some(
    (kind) => (dictOf(resources, kind)?.keys().length ?? 0) > 0,
  );
  return isRich ? "many" : "few";
}

function pixels(points: number): number {
  return Math.max(1, Math.round((points * resolution) / 72));
}

/** Leave out the margin in which marks touch the bleed, and which is not measured. */
function measured([left, bottom, right, top]: Box): Box {
  const margin = 36 / resolution;
  return [left + margin, bottom + margin, right - margin, top - margin];
}

/** How many pixels across the renderer can show of each image. */
function widestOf(placements: readonly Placement[]): ReadonlyMap<PDFStream, number> {
  const widths = new Map<PDFStream, number>();
  for (const { image, width, height } of placements) {
    const [across, down] = ["Width", "Height"].map((key) => numberOf(get(image.dict, key)) ?? 1);
    const points = Math.max(width, (height * (across ?? 1)) / (down ?? 1));
    widths.set(image, Math.max(widths.get(image) ?? 1, Math.ceil((points * resolution) / 72)));
  }
  return widths;
}

function namePlateSpace({ resources }: Content): void {
  const { context } = resources;
  const known = resources.lookup(PDFName.of("ColorSpace"));
  const spaces = known instanceof PDFDict ? known : context.obj({});
  spaces.set(PDFName.of(plateSpace), context.obj(["Pattern", "DeviceGray"]));
  resources.set(PDFName.of("ColorSpace"), spaces);
}
