import { PDFArray, PDFDict, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import type { Forbidden } from "../../../../publication.js";
import { transparentPaints } from "../../press/transparency.js";
import { get, nameOf } from "../../values.js";
import { rules as standardRules } from "../../x/rules/index.js";
import type { Breach, PressFacts, Rule } from "../rule.js";

/** What a rule of PDF/X finds, whatever the standard. */
function* asStandard(id: string, { x }: PressFacts): Iterable<Breach> {
  for (const breach of standardRules.find((rule) => rule.id === id)?.find(x, "PDF/X-1a") ?? [])
    yield { gravity: "refusal", ...breach };
}

const demands: Readonly<
  Record<Forbidden, { asks: string; sameAs?: string; find: (facts: PressFacts) => Iterable<Breach> }>
> = {
  annotations: {
    asks: "No page has annotations: links, comments, fields.",
    sameAs: "annotation",
    find: (facts) => asStandard("annotation", facts),
  },
  bookmarks: {
    asks: "The file has no bookmarks.",
    *find({ x: { catalog } }) {
      if (get(catalog, "Outlines") instanceof PDFDict)
        yield { gravity: "refusal", detail: "there are bookmarks" };
    },
  },
  encryption: {
    asks: "The file is not encrypted.",
    sameAs: "encrypted",
    find: (facts) => asStandard("encrypted", facts),
  },
  layers: {
    asks: "The file has no layers.",
    sameAs: "layers",
    find: (facts) => asStandard("layers", facts),
  },
  metadata: {
    asks: "The file has no XMP metadata.",
    *find({ x: { metadata } }) {
      if (metadata) yield { gravity: "refusal", detail: "there is an XMP packet" };
    },
  },
  scripts: {
    asks: "Nothing happens when the file is opened, read or clicked.",
    sameAs: "action",
    find: (facts) => asStandard("action", facts),
  },
  "spot-colours": {
    asks: "No ink has a name of its own.",
    *find({ x: { objects } }) {
      for (const name of new Set(objects.flatMap(spotsIn)))
        yield { gravity: "refusal", detail: `the ink ${name}` };
    },
  },
  transparency: {
    asks: "Nothing is transparent.",
    sameAs: "transparency",
    *find({ x: { painted } }) {
      for (const page of new Set(transparentPaints(painted).map((paint) => paint.page)))
        yield { gravity: "refusal", detail: "something shines through", page };
    },
  },
};

/** Of what a printer may refuse. */
export const forbiddenRules: readonly Rule[] = Object.entries(demands).map(
  ([name, { asks, sameAs, find }]) => ({
    id: `forbidden-${name}`,
    asks: ({ forbidden }) => (forbidden.some((each) => each === name) ? asks : undefined),
    ...(sameAs !== undefined && { sameAs }),
    find,
  }),
);

const pressInks = new Set(["Cyan", "Magenta", "Yellow", "Black", "All", "None"]);

/** Names of inks in the colour spaces of an object, but not of others that it refers to (ISO 32000-1, 8.6.6.4 and 8.6.6.5). */
function spotsIn(object: PDFObject): readonly string[] {
  if (object instanceof PDFArray) {
    const family = nameOf(object.lookup(0));
    const names = object.size() > 1 ? object.lookup(1) : undefined;
    if (family === "Separation") return [nameOf(names) ?? ""].filter(isSpot);
    if (family === "DeviceN" && names instanceof PDFArray)
      return names
        .asArray()
        .map((_, i) => nameOf(names.lookup(i)) ?? "")
        .filter(isSpot);
    return object.asArray().flatMap(spotsIn);
  }
  const dictionary = object instanceof PDFStream ? object.dict : object;
  return dictionary instanceof PDFDict ? dictionary.values().flatMap(spotsIn) : [];
}

function isSpot(name: string): boolean {
  return name !== "" && !pressInks.has(name);
}
