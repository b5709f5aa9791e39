import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import type { Image } from "../../publication.js";
import { type Drawing, toInlineSvg } from "./drawing.js";
import { elementsOf } from "./elements.js";

const extensions: Readonly<Record<Image["mediaType"], string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/svg+xml": "svg",
};

/** An image file of the container. */
export interface ImageItem {
  /** Relative to the package document: `images/growth.png`. */
  readonly href: string;
  readonly image: Image;
}

/** Name the files of all images that are copied, by their paths; safe in any file system, the same in every build. */
export function imageItems(
  trees: readonly Root[],
  images: ReadonlyMap<string, Image>,
): ReadonlyMap<string, ImageItem> {
  const used = new Set<string>();
  for (const tree of trees)
    for (const node of elementsOf(tree)) if (node.tagName === "img") used.add(sourceOf(node));
  const taken = new Set<string>();
  const items = new Map<string, ImageItem>();
  for (const path of [...used].sort()) {
    const image = imageAt(path, images);
    if (!image.svg)
      items.set(path, { href: `images/${safeName(path, extensions[image.mediaType], taken)}`, image });
  }
  return items;
}

/** Show every image of a tree, in place: drawings inline, others from their file in the container. */
export function placeImages(
  tree: Root,
  images: ReadonlyMap<string, Image>,
  items: ReadonlyMap<string, ImageItem>,
): void {
  const prefix = freePrefix(tree);
  let drawings = 0;
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "img") return;
    const image = imageAt(sourceOf(node), images);
    if (isDrawing(image) && parent && index !== undefined) {
      drawings += 1;
      const drawing = toInlineSvg(image, String(node.properties.alt ?? ""), `${prefix}${drawings}-`);
      const isOrnament = node.properties.role === "presentation";
      // A figure fills the width; what stands in a line, or only decorates, is as large as it was drawn.
      if (isOrnament || !("tagName" in parent && parent.tagName === "figure"))
        Object.assign(drawing.properties, {
          width: Math.round(image.width),
          height: Math.round(image.height),
        });
      if (node.properties.ariaDetails) drawing.properties.ariaDetails = node.properties.ariaDetails;
      parent.children[index] = drawing;
      return "skip";
    }
    node.properties.src = items.get(sourceOf(node))?.href;
  });
}

function isDrawing(image: Image): image is Drawing {
  return image.svg !== undefined;
}

function sourceOf(image: Element): string {
  return String(image.properties.src);
}

function imageAt(path: string, images: ReadonlyMap<string, Image>): Image {
  const image = images.get(path);
  if (!image) throw new Error(`Unexpected image ${path}, which the publication does not hold`);
  return image;
}

/** Find a beginning that no id of the tree has. */
function freePrefix(tree: Root): string {
  const ids = elementsOf(tree).map(({ properties }) => String(properties.id ?? ""));
  let prefix = "drawing";
  while (ids.some((id) => id.startsWith(prefix))) prefix += "-x";
  return prefix;
}

function safeName(path: string, extension: string, taken: Set<string>): string {
  const stem =
    path
      .replace(/^images\//, "")
      .replace(/\.[^./]*$/, "")
      .replace(/[^A-Za-z0-9_]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .toLowerCase() || "image";
  let name = `${stem}.${extension}`;
  for (let n = 2; taken.has(name); n++) name = `${stem}-${n}.${extension}`;
  taken.add(name);
  return name;
}
