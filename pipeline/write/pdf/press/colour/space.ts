import {
  PDFArray,
  type PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import { dictOf, get } from "../../values.js";

/** Say whether a colour space is one of red, green and blue, however it is described (ISO 32000-1, 8.6). */
export function isRgb(space: PDFObject | undefined): boolean {
  if (space instanceof PDFName) return space === PDFName.of("DeviceRGB") || space === PDFName.of("RGB");
  if (!(space instanceof PDFArray)) return false;
  const family = space.lookup(0);
  if (family === PDFName.of("CalRGB") || family === PDFName.of("Lab")) return true;
  if (family === PDFName.of("Indexed")) return isRgb(space.lookup(1));
  return componentsOf(profileOf(space)) === 3;
}

/** Say whether a colour space is one of greys that an ICC profile describes. */
export function isProfiledGrey(space: PDFObject | undefined): boolean {
  return componentsOf(profileOf(space)) === 1;
}

/** Find the ICC profile that describes a colour space (8.6.5.5). */
export function profileOf(space: PDFObject | undefined): PDFStream | undefined {
  if (!(space instanceof PDFArray) || space.lookup(0) !== PDFName.of("ICCBased")) return undefined;
  const profile = space.lookup(1);
  return profile instanceof PDFStream ? profile : undefined;
}

function componentsOf(profile: PDFStream | undefined): number | undefined {
  const count = profile?.dict.lookup(PDFName.of("N"));
  return count instanceof PDFNumber ? count.asNumber() : undefined;
}

/** Look up a colour space by the name that a content stream calls it. */
export function spaceNamed(operand: string, resources: PDFDict): PDFObject | undefined {
  const name = operand.slice(1);
  const found = get(dictOf(resources, "ColorSpace"), name);
  return found instanceof PDFRef ? undefined : (found ?? PDFName.of(name));
}
