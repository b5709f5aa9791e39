import type { Mix } from "./inks.js";

/** Mix inks for red, green and blue as PDF itself would, of no press in particular (ISO 32000-1, 10.3.4). */
export const plainMix: Mix = ([red, green, blue]) => {
  const black = 1 - Math.max(red, green, blue) / 255;
  return [1 - red / 255 - black, 1 - green / 255 - black, 1 - blue / 255 - black, black];
};
