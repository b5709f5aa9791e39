import type { Ink } from "./ink.js";

/** The colour spaces in which gradients are written. */
export type Space = "cmyk" | "grey" | "rgb";

export const deviceNames: Readonly<Record<Space, string>> = {
  cmyk: "DeviceCMYK",
  grey: "DeviceGray",
  rgb: "DeviceRGB",
};

/** The space in which all of some inks can be written. */
export function commonSpace(inks: readonly Ink[]): Space {
  if (inks.every(({ space }) => space === "grey")) return "grey";
  return inks.some(({ space }) => space === "rgb") ? "rgb" : "cmyk";
}

/** Write an ink as the components of a space, 0 to 1; a spot as what stands for it. */
export function inSpace(ink: Ink, space: Space): readonly number[] {
  if (ink.space === "rgb") return ink.values.map((value) => value / 255);
  if (ink.space !== "grey") return ink.values;
  if (space === "grey") return [ink.value];
  return space === "rgb" ? [ink.value, ink.value, ink.value] : [0, 0, 0, 1 - ink.value];
}
