import type { Page, PrintDocument, Resource, Spooled, Typeset, Typesetter } from "../../../publication.js";
import { positionOnly } from "./position-only.js";
import { shownIn } from "./shown-in.js";

/** Bytes of JPEGs from which on a document is set without them: a browser holds each several times. */
const heavy = 32_000_000;

/** A document without its heavy images, and those. */
interface Swapped extends Pick<PrintDocument, "html" | "resources"> {
  readonly images: ReadonlyMap<string, Spooled>;
  /** Images that must be set themselves. */
  readonly whole: readonly string[];
}

/** What editions share is made once, and a typesetter knows it again. */
const known = new WeakMap<PrintDocument["resources"], Swapped>();

/**
 * Make a typesetter that sets images for position only (FPO) in the places of heavy JPEGs, and hands out prints that say where these belong: `openPrints` puts them there. The browser
 * prints a JPEG as it is, so that the same bytes come of it; where it does not, for a style changes its pixels, the document is set once more with that image itself.
 */
export function swappingImages(typesetter: Typesetter, least: number = heavy): Typesetter {
  return {
    ...typesetter,
    async typeset(document, watcher = {}) {
      const { resources } = document;
      for (let changed: readonly string[] = []; ; ) {
        const before = known.get(resources) ?? swap(document, least);
        const swapped = changed.length > 0 ? swap(document, least, [...before.whole, ...changed]) : before;
        known.set(resources, swapped);
        const { images, html } = swapped;
        if (images.size === 0) return typesetter.typeset(document, watcher);
        let pages: readonly Page[] | undefined;
        // Nobody is told of pages that may be set once more.
        const paged = (set: readonly Page[]) => {
          pages = set;
        };
        const own = { ...document, html, resources: swapped.resources };
        const typeset = await typesetter.typeset(own, { ...watcher, paged });
        changed = await changedIn(document, images, typeset);
        if (changed.length > 0) continue;
        if (pages) watcher.paged?.(pages);
        return { ...typeset, prints: typeset.prints.map((print) => ({ ...print, images })) };
      }
    },
  };
}

/** An image in the document's HTML. */
const source = / src="([^"]*)"/g;

/**
 * Take the JPEGs that a document shows once out of it, if they have at least so many bytes. Each of their elements gets an address of its own, at which the image for position only is:
 * what style sheets show by the other address is what they have always shown.
 */
function swap(
  { resources, shown, html }: PrintDocument,
  least: number,
  whole: readonly string[] = [],
): Swapped {
  const none = { html, resources, images: new Map(), whole };
  const jpegs = [...resources].filter(([, { mediaType }]) => mediaType === "image/jpeg");
  if (!shown || jpegs.reduce((sum, [, { bytes }]) => sum + bytes.length, 0) < least) return none;
  const all = new Set([...shown.values()].flat());
  const counts = new Map<string, number>();
  for (const [, address = ""] of html.matchAll(source)) counts.set(address, (counts.get(address) ?? 0) + 1);
  const isOnce = (path: string) =>
    all.has(path) && !whole.includes(path) && counts.get(encodeURI(path)) === 1;
  const apart = jpegs.filter(([path, { bytes }]) => isOnce(path) && positionOnly(bytes, path));
  const addresses = new Map(apart.map(([path]) => [encodeURI(path), encodeURI(positionPath(path))]));
  const addressed = (whole: string, address: string) => {
    const own = addresses.get(address);
    return own === undefined ? whole : `${whole} srcset="${own} 1x"`;
  };
  return {
    html: html.replace(source, addressed),
    resources: new Map([
      ...resources,
      ...apart.map(([path, jpeg]) => [positionPath(path), positionOf(jpeg, path)] as const),
    ]),
    images: new Map(apart.map(([path, jpeg]) => [path, fileOf(jpeg)])),
    whole,
  };
}

/** No image of a publication lies in such a folder. */
function positionPath(path: string): string {
  return `/.fpo${path}`;
}

/** They are made whenever they are asked for: each may have hundreds of kilobytes. */
function positionOf(resource: Resource, path: string): Resource {
  const { mediaType } = resource;
  return {
    mediaType,
    get bytes() {
      return positionOnly(resource.bytes, path) ?? resource.bytes;
    },
  };
}

/** Its bytes are read anew whenever they are asked for. */
function fileOf(resource: Resource): Spooled {
  const { length: size } = resource.bytes;
  return { size, read: (from = 0, to = size) => resource.bytes.subarray(from, to) };
}

/** List the images of the edition that were not printed as they are: what is one element is either that, wherever it comes, or changed. */
async function changedIn(
  { shown = new Map(), edition }: PrintDocument,
  images: ReadonlyMap<string, Spooled>,
  { prints }: Typeset,
): Promise<readonly string[]> {
  const painted = new Set<string>();
  for (const { file } of prints) for (const name of await shownIn(file)) painted.add(name);
  return [...shown].flatMap(([partId, paths]) =>
    edition?.leftOut.includes(partId)
      ? []
      : paths.filter((path: string) => images.has(path) && !painted.has(path)),
  );
}
