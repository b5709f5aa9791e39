import type { PressProfile } from "../publication.js";
import { readIcc } from "./icc.js";
import type { PartialProfile } from "./schema.js";

/** What is wrong with a profile whose parts are each well formed. */
export interface Fault {
  readonly key: keyof PartialProfile;
  readonly reason: string;
}

/** Find what in a profile contradicts itself, or an ICC profile that cannot serve it. */
export function faultOf({
  standard,
  colour,
  output,
  gutter,
  images,
  pages,
}: PressProfile): Fault | undefined {
  if (standard === "PDF/X-1a" && colour !== "cmyk")
    return { key: "standard", reason: `Unexpected PDF/X-1a with colours in ${colour}, expected cmyk` };
  if (!output && (standard !== "none" || colour === "cmyk")) {
    const why = standard === "none" ? "colours in cmyk" : standard;
    return { key: "output", reason: `Missing \`output\`, expected icc and condition for ${why}` };
  }
  const icc = output && iccFault(output.icc, colour);
  if (icc) return { key: "output", reason: `Unusable ICC profile: ${icc}` };
  if (gutter.some((step, i) => step.pages <= (gutter[i - 1]?.pages ?? 0)))
    return { key: "gutter", reason: "Unexpected order of `gutter`, expected ascending numbers of pages" };
  if (images.least > images.wanted)
    return { key: "images", reason: "Unexpected `least` above `wanted`, expected at most as much" };
  if (pages.least > pages.most)
    return { key: "pages", reason: "Unexpected `least` above `most`, expected at most as many" };
  return undefined;
}

function iccFault(bytes: Uint8Array, colour: PressProfile["colour"]): string | undefined {
  const icc = readIcc(bytes);
  if (typeof icc === "string") return icc;
  if (icc.colours !== colour) return `its colours are ${icc.colours}, expected ${colour}`;
  if (icc.deviceClass !== "prtr") return "it describes no output device";
  if (Number.parseFloat(icc.version) >= 5) return `its version is ${icc.version}, expected up to 4`;
  return undefined;
}
