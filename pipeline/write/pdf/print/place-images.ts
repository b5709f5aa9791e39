import type { Element } from "hast";
import { visit } from "unist-util-visit";
import type { Image, Publication, Resource } from "../../../publication.js";
import { type Drawing, toInlineSvg } from "../../epub/drawing.js";
import { addClass } from "./mark-paragraphs.js";

/** The image files that a tree shows. */
export interface PlacedImages {
  readonly resources: ReadonlyMap<string, Resource>;
  /** Their paths, as often as each is shown, but in the heads of tables: these may be shown again on any page. */
  readonly shown: readonly string[];
}

/**
 * Put drawings into the tree, so that their words are set in the document's fonts, and gather the other images as
 * resources. Throws where an image was never measured: assemble answers for that.
 */
export function placeImages(root: Element, prefix: string, images: Publication["images"]): PlacedImages {
  const resources = new Map<string, Resource>();
  const shown: string[] = [];
  const inHeads = imagesInHeads(root);
  let count = 0;
  visit(root, "element", (element, index, parent) => {
    if (element.tagName !== "img" || parent === undefined || index === undefined) return;
    const image = imageOf(element, images);
    if (isDrawing(image)) {
      const alt = String(element.properties.alt ?? "");
      const drawing = toInlineSvg(image, alt, `${prefix}-d${++count}-`);
      Object.assign(drawing.properties, { width: image.width, height: image.height });
      addClass(drawing, "drawing");
      parent.children[index] = drawing;
      return;
    }
    const path = `/${image.path}`;
    if (!inHeads.has(element)) shown.push(path);
    resources.set(path, {
      mediaType: image.mediaType,
      get bytes() {
        return image.bytes;
      },
    });
    Object.assign(element.properties, { src: encodeURI(path), width: image.width, height: image.height });
  });
  return { resources, shown };
}

function imagesInHeads(root: Element): ReadonlySet<Element> {
  const found = new Set<Element>();
  visit(root, "element", (head) => {
    if (head.tagName === "thead" || head.tagName === "tfoot")
      visit(head, "element", (element) => void found.add(element));
  });
  return found;
}

function imageOf(element: Element, images: Publication["images"]): Image {
  const path = String(element.properties.src);
  const image = images.get(path);
  if (image === undefined) throw new Error(`The image ${path} is not among the publication's images.`);
  return image;
}

function isDrawing(image: Image): image is Drawing {
  return image.svg !== undefined;
}
