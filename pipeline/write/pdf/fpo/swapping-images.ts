import type { PrintDocument, Resource, Spooled, Typeset, Typesetter } from "../../../publication.js";
import { countShown } from "./count-shown.js";
import { positionOnly } from "./position-only.js";

/** Bytes of JPEGs from which on a document is set without them: a browser holds each several times. */
const heavy = 32_000_000;

/** Against which addresses are read; nobody asks there. */
const base = "http://quoin.invalid/";

/** The resources of a document, and what was taken out of them. */
interface Swapped {
  readonly resources: PrintDocument["resources"];
  readonly images: ReadonlyMap<string, Spooled>;
}

/** What editions share is made once, and a typesetter knows it by its resources. */
const known = new WeakMap<PrintDocument["resources"], Swapped>();

/**
 * Make a typesetter that sets images for position only (FPO) in the places of heavy JPEGs, and hands out prints that say where these belong: `openPrints` puts them there. The browser
 * prints a JPEG as it is, so that the same bytes come of it; where it does not, for a style changes its pixels, the document is set once more with the images themselves.
 */
export function swappingImages(typesetter: Typesetter, least: number = heavy): Typesetter {
  return {
    ...typesetter,
    async typeset(document, watcher) {
      const swapped = known.get(document.resources) ?? swap(document, least);
      known.set(document.resources, swapped);
      const { images, resources } = swapped;
      const ofEdition = addressesIn(document.edition?.css ?? "");
      if (images.size === 0 || [...images.keys()].some((path) => ofEdition.has(addressOf(encodeURI(path)))))
        return typesetter.typeset(document, watcher);
      const typeset = await typesetter.typeset({ ...document, resources }, watcher);
      if (!(await areShown(document, images, typeset))) return typesetter.typeset(document, watcher);
      return { ...typeset, prints: typeset.prints.map((print) => ({ ...print, images })) };
    },
  };
}

/** Take the JPEGs out of a document, if they have at least so many bytes. */
function swap({ resources, shown, html }: PrintDocument, least: number): Swapped {
  const none = { resources, images: new Map() };
  if (!shown) return none;
  const inStyles = addressesIn(html);
  const jpegs = [...resources].filter(
    ([path, { mediaType }]) => mediaType === "image/jpeg" && !inStyles.has(addressOf(encodeURI(path))),
  );
  if (jpegs.reduce((sum, [, { bytes }]) => sum + bytes.length, 0) < least) return none;
  const apart = jpegs.filter(([path, { bytes }]) => positionOnly(bytes, path));
  return {
    resources: new Map([
      ...resources,
      ...apart.map(([path, jpeg]) => [path, positionOf(jpeg, path)] as const),
    ]),
    images: new Map(apart.map(([path, jpeg]) => [path, fileOf(jpeg)])),
  };
}

/** List the addresses in style sheets: how often a page shows what is there, no part says. */
function addressesIn(css: string): ReadonlySet<string> {
  const found = [...css.matchAll(/url\(\s*["']?([^"')\s]+)/g)].map(([, address = ""]) => address);
  return new Set(found.filter((address) => URL.canParse(address, base)).map(addressOf));
}

/** Read an address as a browser does that finds it in a document. */
function addressOf(address: string): string {
  return new URL(address, base).pathname;
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

/** Say whether each image was printed as it is, as often as the parts of the edition show it. */
async function areShown(
  { shown = new Map(), edition }: PrintDocument,
  images: ReadonlyMap<string, Spooled>,
  { prints }: Typeset,
): Promise<boolean> {
  const wanted = new Map<string, number>();
  for (const [partId, paths] of shown)
    if (!edition?.leftOut.includes(partId))
      for (const path of paths) wanted.set(path, (wanted.get(path) ?? 0) + 1);
  const painted = new Map<string, number>();
  for (const { file } of prints)
    for (const [path, count] of await countShown(file)) painted.set(path, (painted.get(path) ?? 0) + count);
  return [...images.keys()].every((path) => (painted.get(path) ?? 0) >= (wanted.get(path) ?? 0));
}
