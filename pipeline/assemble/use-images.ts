import type { Element } from "hast";
import { visit } from "unist-util-visit";
import { VFileMessage } from "vfile-message";
import { imageName } from "../image-names.js";
import { didYouMean, problem } from "../problem.js";
import type { Image, Manuscript, Place } from "../publication.js";
import { type Draft, type Messages, treesOf } from "./draft.js";
import { parseDrawing } from "./drawing.js";
import { findImage } from "./find-image.js";
import { flawOfAddress } from "./flaw-of-address.js";
import { relative } from "./link-references.js";
import { measureImage } from "./measure-image.js";
import { readDrawing, unpack } from "./read-drawing.js";

/** Resolve, measure and check every image that the publication shows; its `src` becomes a key of the result. */
export function useImages(
  manuscript: Manuscript,
  drafts: readonly Draft[],
  messages: Messages,
): ReadonlyMap<string, Image> {
  const images = new Map<string, Image>();
  const refused = new Set<string>();

  const use = (src: string, from: string, at: Parameters<typeof problem>[2]): Image | undefined => {
    const address = decode(src);
    const written = relative(address, from);
    const file = findImage(manuscript.images, written);
    const path = file?.path ?? written;
    const known = images.get(path);
    if (known || refused.has(path)) return known;
    refused.add(path);
    const flaw = flawOfAddress(address);
    if (flaw) {
      messages.push(problem(flaw.rule, flaw.reason, at));
      return undefined;
    }
    if (
      address.startsWith("/") ||
      path.startsWith("..") ||
      (file && "problem" in file && file.problem === "outside")
    ) {
      const reason = `Unexpected image outside the publication's folder: ${address}`;
      messages.push(problem("image-outside", reason, at));
      return undefined;
    }
    if (!file) {
      messages.push(notFound(path, [...manuscript.images.keys()], at));
      return undefined;
    }
    const invalid = (reason: string) => {
      messages.push(problem("image-invalid", `Unexpected image file ${path}: ${reason}`, at));
      return undefined;
    };
    if ("problem" in file) return invalid(`it cannot be read: ${file.detail}`);
    const bytes = unpackOrSay(file, messages);
    if (!bytes) return undefined;
    const measured = measureImage(bytes, manuscript.mostPixels);
    if (typeof measured === "string") return invalid(measured);
    const drawing = measured.mediaType === "image/svg+xml" ? draw(bytes, path, at, messages) : undefined;
    const image: Image = {
      path,
      get bytes() {
        return unpack(file.bytes);
      },
      ...measured,
      ...(drawing && { svg: drawing }),
    };
    images.set(path, image);
    refused.delete(path);
    return image;
  };

  const { cover } = manuscript.metadata;
  if (cover) {
    const image = use(cover.image, "", manuscript.placeOf("cover", "image"));
    if (image && isPlaceholder(image))
      messages.push(standsIn(image.path, manuscript.placeOf("cover", "image")));
    else if (cover.alt === "") {
      const reason = "Missing `alt` for the cover, expected `cover: {image: …, alt: what it shows}`";
      messages.push(problem("cover-alt-missing", reason, manuscript.placeOf("cover")));
    }
  }
  for (const draft of drafts) {
    visit({ type: "root", children: treesOf(draft) }, { type: "element", tagName: "img" }, (img: Element) => {
      const at = { file: img.data?.file ?? draft.chapter.path, node: img };
      const image = use(String(img.properties.src ?? ""), draft.chapter.path, at);
      if (image && isPlaceholder(image)) messages.push(standsIn(image.path, at));
      else if (img.properties.role !== "presentation" && String(img.properties.alt ?? "").trim() === "") {
        const reason =
          "Unexpected image without alternative text; expected `![what it shows](…)`, or `:::figure{decorative}`";
        messages.push(problem("image-alt-missing", reason, at));
      }
      if (image)
        Object.assign(img.properties, {
          src: image.path,
          width: Math.round(image.width),
          height: Math.round(image.height),
        });
    });
  }
  return images;
}

/** Unpack a file's bytes; undefined, and said, where the file has changed since it was loaded. */
function unpackOrSay(file: { readonly bytes: Uint8Array }, messages: Messages): Uint8Array | undefined {
  try {
    return unpack(file.bytes);
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    messages.push(error);
    return undefined;
  }
}

/** A drawing that `quoin import`, or a designer, put where a picture is still missing; nobody can say yet what it shows. */
function isPlaceholder({ svg }: Image): boolean {
  return svg?.properties.dataPlaceholder !== undefined;
}

function standsIn(path: string, at: Parameters<typeof problem>[2]) {
  const reason = `Unexpected placeholder ${path}; expected the picture that it stands for, and what it shows in words`;
  return problem("image-placeholder", reason, at);
}

function notFound(path: string, there: readonly string[], at: Parameters<typeof problem>[2]) {
  if (!imageName.test(path)) {
    const reason = `Unexpected kind of image ${path}; expected a PNG, JPEG, GIF, WebP or SVG`;
    return problem("image-invalid", reason, at);
  }
  const name = path.split("/").at(-1)?.toLowerCase();
  const elsewhere = there.find((other) => other.toLowerCase().split("/").at(-1) === name);
  const meant = elsewhere ? ` Did you mean \`${elsewhere}\`?` : didYouMean(path, there);
  return problem("image-missing", `Unexpected missing image: there is no ${path}${meant && `.${meant}`}`, at);
}

function draw(
  bytes: Uint8Array,
  path: string,
  at: Place | Parameters<typeof problem>[2],
  messages: Messages,
): Element | undefined {
  const drawing = parseDrawing(readDrawing(bytes), path);
  if (drawing && drawing.dropped.length > 0) {
    const reason = `Unexpected in the drawing ${path}: ${[...new Set(drawing.dropped)].join(", ")}; left out`;
    messages.push(problem("image-unsafe", reason, at));
  }
  return drawing?.svg;
}

function decode(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}
