import { createHash } from "node:crypto";
import { PDFRawStream } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import type { PrintDocument, Resource, Typeset, Typesetter } from "../../../../pipeline/publication.js";
import { countShown } from "../../../../pipeline/write/pdf/fpo/count-shown.js";
import { swappingImages } from "../../../../pipeline/write/pdf/fpo/swapping-images.js";
import { openPrints } from "../../../../pipeline/write/pdf/join/open-prints.js";
import { loadVips } from "../../../../pipeline/write/pdf/press/colour/vips.js";
import { get, nameOf } from "../../../../pipeline/write/pdf/values.js";
import { type Setter, setters, smallDocument } from "../../../edges/browser/small-document.js";
import { typesetter } from "../../../support/browser.js";
import { jpeg } from "../../../support/wave-jpeg.js";

const resource = (bytes: Uint8Array): Resource => ({ mediaType: "image/jpeg", bytes });

/** JPEGs of every kind that a browser may treat in its own way. */
async function pictures(): Promise<ReadonlyMap<string, Resource>> {
  const vips = await loadVips();
  const plain = await jpeg(203, 131);
  const saved = (options: object, change = (image: ReturnType<typeof vips.Image.newFromBuffer>) => image) =>
    resource(Uint8Array.from(change(vips.Image.newFromBuffer(plain)).writeToBuffer(".jpg", options)));
  const turned = (orientation: number) =>
    saved({ keep: "all" }, (image) => {
      const copy = image.copy();
      copy.setInt("orientation", orientation);
      return copy;
    });
  return new Map([
    ["/plain.jpg", resource(plain)],
    ["/full.jpg", saved({ Q: 95, subsample_mode: "off" })],
    ["/progressive.jpg", saved({ interlace: true })],
    ["/grey.jpg", saved({}, (image) => image.colourspace("b-w"))],
    ["/profile.jpg", saved({ profile: "p3" })],
    ["/upright.jpg", turned(1)],
    ["/turned.jpg", turned(6)],
    ["/inks.jpg", saved({}, (image) => image.colourspace("cmyk"))],
    ["/small.jpg", resource(await jpeg(1, 9))],
  ]);
}

let resources: ReadonlyMap<string, Resource>;
beforeAll(async () => {
  resources = await pictures();
});

/** Each picture on a page of a part of its own, and the first once more on the last. */
function documentOf(setter: Setter, css = "", edition?: PrintDocument["edition"]): PrintDocument {
  const paths = [...resources.keys(), "/plain.jpg"];
  const shown = paths.map((path, index): [string, string[]] => [`part-${index}`, [path]]);
  const sections = shown.map(
    ([id, [src]]) =>
      `<section data-part="${id}"><figure id="${id}"><img src="${src}" width="150" height="90" alt=""></figure></section>`,
  );
  const document = smallDocument(sections.join(""), { typesetter: setter, css, resources });
  return { ...document, shown: new Map(shown), ...(edition && { edition }) };
}

/** A typesetter that counts what it is asked for, and how large the JPEGs are that it is handed. */
function counting(): { typesetter: Typesetter; readonly handed: number[] } {
  const handed: number[] = [];
  return {
    handed,
    typesetter: {
      ...typesetter,
      typeset(document, watcher) {
        const jpegs = [...document.resources.values()].filter(({ mediaType }) => mediaType === "image/jpeg");
        handed.push(jpegs.reduce((sum, { bytes }) => sum + bytes.length, 0));
        return typesetter.typeset(document, watcher);
      },
    },
  };
}

/** The images of a typesetting as they lie in its file, each with its dictionary and the checksum of what is in it. */
async function imagesOf({ prints }: Typeset): Promise<readonly string[]> {
  const { context } = await openPrints(prints);
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream) || nameOf(get(object.dict, "Subtype")) !== "Image") return [];
    const bytes = object.getContents();
    const entries = ["Width", "Height", "ColorSpace", "BitsPerComponent", "Filter", "Decode"].map(
      (key) => `${key} ${get(object.dict, key)}`,
    );
    return [`${entries.join(", ")}: ${bytes.length} ${createHash("sha256").update(bytes).digest("hex")}`];
  });
}

describe.each(setters)("set by %s", (setter) => {
  test("the images of a document are those that the browser would have printed", async () => {
    const plain = await typesetter.typeset(documentOf(setter));
    const swapped = await swappingImages(typesetter, 1).typeset(documentOf(setter));
    const images = await imagesOf(plain);
    // One that is in two runs is in both of their files.
    expect(images.length).toBeGreaterThanOrEqual(resources.size);
    expect(await imagesOf(swapped)).toEqual(images);
    const { prints: _, ...facts } = plain;
    expect(swapped).toMatchObject(facts);
  });
});

describe("a browser", () => {
  test("is handed none that it prints as they are", async () => {
    const { typesetter: counted, handed } = counting();
    const { prints } = await swappingImages(counted, 1).typeset(documentOf("native"));
    expect(handed).toHaveLength(1);
    const names = [...(prints[0]?.images?.keys() ?? [])];
    expect(names).toEqual([
      "/plain.jpg",
      "/full.jpg",
      "/progressive.jpg",
      "/grey.jpg",
      "/profile.jpg",
      "/upright.jpg",
      "/small.jpg",
    ]);
    for (const { file } of prints)
      expect(await countShown(file)).toEqual(
        new Map(names.map((name) => [name, name === "/plain.jpg" ? 2 : 1])),
      );
  });

  test("is handed all of a document that has few of them, or does not say where it shows them", async () => {
    const { typesetter: counted, handed } = counting();
    const all = [...resources.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
    await swappingImages(counted).typeset(documentOf("native"));
    const { shown: _, ...silent } = documentOf("native");
    await swappingImages(counted, 1).typeset(silent);
    expect(handed).toEqual([all, all]);
  });

  test.each([
    ["a style changes the pixels of one", "#part-1 img { filter: grayscale(1) }"],
    ["one of two shows an image in other colours", "#part-9 img { filter: sepia(1) }"],
    ["one is not shown", "#part-2 { display: none }"],
  ])("is handed all, and the document set once more, where %s", async (_, css) => {
    const { typesetter: counted, handed } = counting();
    const swapped = await swappingImages(counted, 1).typeset(documentOf("native", css));
    expect(handed).toHaveLength(2);
    expect(swapped.prints.every(({ images }) => images === undefined)).toBe(true);
    expect(await imagesOf(swapped)).toEqual(
      await imagesOf(await typesetter.typeset(documentOf("native", css))),
    );
  });

  test("is handed what a style sheet shows, whose pixels nobody counts", async () => {
    const css = "#part-2 { background: url('progressive.jpg') }";
    const { prints } = await swappingImages(typesetter, 1).typeset(documentOf("native", css));
    expect(prints[0]?.images?.has("/plain.jpg")).toBe(true);
    expect(prints[0]?.images?.has("/progressive.jpg")).toBe(false);
  });

  test("need not show what its edition leaves out", async () => {
    const { typesetter: counted, handed } = counting();
    const edition = { css: "", leftOut: ["part-3"] };
    const { prints } = await swappingImages(counted, 1).typeset(documentOf("native", "", edition));
    expect(handed).toHaveLength(1);
    expect(prints.every(({ images }) => images?.has("/grey.jpg"))).toBe(true);
  });
});
