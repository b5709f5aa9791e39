import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { streamText } from "../../content/page-content.js";
import { dictOf, get, listOf, nameOf, numberOf } from "../../values.js";

/** A colour space, as far as inks depend on it (ISO 32000-1, 8.6). */
export type Space =
  | { readonly kind: "grey" | "rgb" | "cmyk" }
  /** Inks by their names: Separation and DeviceN. */
  | { readonly kind: "tints"; readonly names: readonly string[] }
  | { readonly kind: "indexed"; readonly base: Space; readonly table: Uint8Array }
  /** Lightness and two axes of colour, which have so wide a range: from and to of each. */
  | { readonly kind: "lab"; readonly range: readonly number[] }
  /** With colours of its own, or coloured from a space where it is used. */
  | { readonly kind: "pattern"; readonly base: Space | undefined }
  /** What nobody knows. */
  | { readonly kind: "unknown" };

const device: Readonly<Record<string, Space>> = {
  DeviceGray: { kind: "grey" },
  CalGray: { kind: "grey" },
  G: { kind: "grey" },
  DeviceRGB: { kind: "rgb" },
  CalRGB: { kind: "rgb" },
  RGB: { kind: "rgb" },
  DeviceCMYK: { kind: "cmyk" },
  CMYK: { kind: "cmyk" },
  Pattern: { kind: "pattern", base: undefined },
};
const unknown: Space = { kind: "unknown" };

/** Read a colour space; a name may be one of the resources. */
export function readSpace(value: PDFObject | undefined, resources: PDFDict | undefined): Space {
  if (value instanceof PDFName) {
    const name = value.decodeText();
    if (Object.hasOwn(device, name)) return device[name] ?? unknown;
    const named = get(dictOf(resources, "ColorSpace"), name);
    return named && named !== value ? readSpace(named, undefined) : unknown;
  }
  if (!(value instanceof PDFArray)) return unknown;
  const family = nameOf(value.lookup(0)) ?? "";
  const second = value.size() > 1 ? value.lookup(1) : undefined;
  if (family === "ICCBased" && second instanceof PDFStream)
    return byComponents(numberOf(get(second.dict, "N")));
  if (family === "Separation") return { kind: "tints", names: [nameOf(second) ?? ""] };
  if (family === "DeviceN" && second instanceof PDFArray)
    return { kind: "tints", names: second.asArray().map((_, i) => nameOf(second.lookup(i)) ?? "") };
  if (family === "Indexed" || family === "I")
    return { kind: "indexed", base: readSpace(second, resources), table: tableOf(value.lookup(3)) };
  if (family === "Lab") {
    const range = second instanceof PDFDict ? listOf(second, "Range").map((each) => numberOf(each) ?? 0) : [];
    return { kind: "lab", range: range.length === 4 ? range : [-100, 100, -100, 100] };
  }
  if (family === "Pattern")
    return { kind: "pattern", base: second === undefined ? undefined : readSpace(second, resources) };
  return device[family] ?? unknown;
}

function byComponents(count: number | undefined): Space {
  if (count === 1) return { kind: "grey" };
  return count === 3 ? { kind: "rgb" } : count === 4 ? { kind: "cmyk" } : unknown;
}

function tableOf(value: PDFObject | undefined): Uint8Array {
  if (value instanceof PDFStream) return Buffer.from(streamText(value), "latin1");
  return value instanceof PDFString || value instanceof PDFHexString ? value.asBytes() : new Uint8Array();
}

/** How many numbers make a colour in a space. */
export function componentsOf(space: Space): number {
  if (space.kind === "tints") return space.names.length;
  return { grey: 1, rgb: 3, lab: 3, cmyk: 4, indexed: 1, pattern: 0, unknown: 0 }[space.kind];
}
