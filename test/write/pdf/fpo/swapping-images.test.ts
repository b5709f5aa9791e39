import { createHash } from "node:crypto";
import { PDFRawStream } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import type { PrintDocument, Resource, Typeset, Typesetter } from "../../../../pipeline/publication.js";
import { shownIn } from "../../../../pipeline/write/pdf/fpo/shown-in.js";
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
    ["/a picture (1) [of two].jpg", resource(await jpeg(90, 90))],
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
    ([id, [src = ""]]) =>
      `<section data-part="${id}"><figure id="${id}"><img src="${encodeURI(src)}" width="150" height="90" alt=""></figure></section>`,
  );
  const document = smallDocument(sections.join(""), { typesetter: setter, css, resources });
  return { ...document, shown: new Map(shown), ...(edition && { edition }) };
}

/** A document with one of the pictures in a figure, and in the head of a table of many pages. */
function inTableHead(css: string): PrintDocument {
  const rows = Array.from({ length: 60 }, (_, index) => `<tr><td>Row ${index}</td></tr>`).join("");
  const image = `<img src="/full.jpg" width="60" height="40" alt="">`;
  const sections = `<section data-part="one"><figure>${image}</figure><table><thead><tr><th>${image}</th></tr></thead><tbody>${rows}</tbody></table></section>
    <section data-part="two"><img src="/grey.jpg" width="60" height="40" alt=""></section>`;
  const document = smallDocument(sections, { typesetter: "native", css, resources });
  return {
    ...document,
    shown: new Map([
      ["one", ["/full.jpg"]],
      ["two", ["/grey.jpg"]],
    ]),
  };
}

/** A typesetter that tells, of each document that it sets, which JPEGs the browser asks for. */
function counting(): { typesetter: Typesetter; readonly asked: string[][] } {
  const asked: string[][] = [];
  return {
    asked,
    typesetter: {
      ...typesetter,
      typeset(document, watcher) {
        const own: string[] = [];
        asked.push(own);
        const watched = [...document.resources].map(([path, resource]): [string, Resource] => [
          path,
          {
            mediaType: resource.mediaType,
            get bytes() {
              if (resource.mediaType === "image/jpeg") own.push(path);
              return resource.bytes;
            },
          },
        ]);
        return typesetter.typeset({ ...document, resources: new Map(watched) }, watcher);
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
  const own = ["/plain.jpg", "/turned.jpg", "/inks.jpg"];
  const position = [
    "/full.jpg",
    "/progressive.jpg",
    "/grey.jpg",
    "/profile.jpg",
    "/upright.jpg",
    "/small.jpg",
  ];

  test("is handed none that it prints as they are, and that are shown once", async () => {
    const { typesetter: counted, asked } = counting();
    const { prints } = await swappingImages(counted, 1).typeset(documentOf("native"));
    expect(asked.map((paths) => paths.toSorted())).toEqual([
      [...own, ...[...position, "/a picture (1) [of two].jpg"].map((path) => `/.fpo${path}`)].sort(),
    ]);
    for (const { file, images } of prints) expect(await shownIn(file)).toEqual(new Set(images?.keys()));
  });

  test("is handed all of a document that has few of them, or does not say where it shows them", async () => {
    const { typesetter: counted, asked } = counting();
    await swappingImages(counted).typeset(documentOf("native"));
    const { shown: _, ...silent } = documentOf("native");
    await swappingImages(counted, 1).typeset(silent);
    const all = [...resources.keys()].sort();
    expect(asked.map((paths) => paths.toSorted())).toEqual([all, all]);
  });

  test.each([
    ["a style changes the pixels of one", "/full.jpg", "#part-1 img { filter: grayscale(1) }"],
    ["a part of one is shown", "/full.jpg", "#part-1 img { object-fit: cover; height: 30px }"],
    ["one is not shown", "/progressive.jpg", "#part-2 { display: none }"],
  ])("is handed that one, and the document set once more, where %s", async (_, name, css) => {
    const { typesetter: counted, asked } = counting();
    const told: number[] = [];
    const paged = (pages: readonly unknown[]) => void told.push(pages.length);
    const swapped = await swappingImages(counted, 1).typeset(documentOf("native", css), { paged });
    expect(asked.map((paths) => paths.includes(`/.fpo${name}`) || paths.includes("/.fpo/grey.jpg"))).toEqual([
      true,
      true,
    ]);
    expect(asked[1]).not.toContain(`/.fpo${name}`);
    expect(told).toEqual([swapped.pages.length]);
    expect(swapped.prints.map(({ images }) => [images?.has(name), images?.has("/grey.jpg")])).toEqual([
      [false, true],
    ]);
    expect(await imagesOf(swapped)).toEqual(
      await imagesOf(await typesetter.typeset(documentOf("native", css))),
    );
  });

  test.each([
    ["rounded", "img { border-radius: 20px }"],
    ["cut to a form", "img { clip-path: circle(30%) }"],
    ["see-through", "img { opacity: 0.5 }"],
    ["fitted into a box", "img { object-fit: contain; height: 30px }"],
    ["turned by a style", "img { transform: rotate(30deg) }"],
    ["painted into what is below", "img { mix-blend-mode: multiply }"],
  ])("need not have those that are %s", async (_, css) => {
    const { typesetter: counted, asked } = counting();
    const swapped = await swappingImages(counted, 1).typeset(documentOf("native", css));
    expect(asked).toHaveLength(1);
    expect(await imagesOf(swapped)).toEqual(
      await imagesOf(await typesetter.typeset(documentOf("native", css))),
    );
  });

  test.each([
    "url('progressive.jpg')",
    "URL(/progressive.jpg)",
    "url('/a picture (1) [of two].jpg')",
    'image-set("/a%20picture%20(1)%20[of%20two].jpg" 1x)',
  ])("has the picture itself where a style sheet shows it as `%s`", async (address) => {
    const css = `#part-0 { height: 60px; background: ${address}; filter: blur(2px) }`;
    const swapped = await swappingImages(typesetter, 1).typeset(documentOf("native", css));
    expect(swapped.prints.every(({ images }) => images?.has("/progressive.jpg"))).toBe(true);
    expect(await imagesOf(swapped)).toEqual(
      await imagesOf(await typesetter.typeset(documentOf("native", css))),
    );
  });

  test("has the pictures of the heads of tables, which come again and stand for no other", async () => {
    const css = "figure img { filter: grayscale(1) }";
    const swapped = await swappingImages(typesetter, 1).typeset(inTableHead(css));
    expect(swapped.pages.length).toBeGreaterThan(3);
    expect(swapped.prints.map(({ images }) => [...(images?.keys() ?? [])])).toEqual([["/grey.jpg"]]);
    expect(await imagesOf(swapped)).toEqual(await imagesOf(await typesetter.typeset(inTableHead(css))));
  });

  test("need not show what its edition leaves out", async () => {
    const { typesetter: counted, asked } = counting();
    const edition = { css: "", leftOut: ["part-3"] };
    const { prints } = await swappingImages(counted, 1).typeset(documentOf("native", "", edition));
    expect(asked).toHaveLength(1);
    expect(prints.every(({ images }) => images?.has("/grey.jpg"))).toBe(true);
  });
});
