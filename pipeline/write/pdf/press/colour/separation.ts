import type { PressProfile, Theme } from "../../../../publication.js";
import { blackForGrey, greyAlone } from "./black-for-grey.js";
import { type Condition, convertColours, lightnessOfBlack } from "./convert-colours.js";
import { type Cmyk, fromHex, hex, type Ink, isNeutral, luminance, type Rgb, type Separation } from "./ink.js";

/**
 * Decide what is printed for each colour of a document: the theme's inks for its palette, black ink alone for greys, and for
 * all others what the printing condition makes of them.
 */
export function separationOf(
  colours: readonly Rgb[],
  profile: PressProfile,
  theme: Pick<Theme, "palette" | "inks">,
  condition: Condition | undefined,
): Separation {
  const house = houseInks(profile, theme);
  if (profile.colour === "cmyk" && condition) return inFour(colours, profile, house, condition);
  const grey = (colour: Rgb): Ink => ({ space: "grey", value: greyAlone(Math.round(luminance(colour))) });
  return {
    exact: (colour) => house.get(hex(colour)) ?? (isNeutral(colour) ? grey(colour) : undefined),
    tone: profile.colour === "rgb" ? (colour) => ({ space: "rgb", values: colour }) : grey,
  };
}

function inFour(
  colours: readonly Rgb[],
  profile: PressProfile,
  house: ReadonlyMap<string, Ink>,
  condition: Condition,
): Separation {
  const distinct = [...new Map(colours.map((colour) => [hex(colour), colour])).values()];
  // Where all are the theme's or grey nobody asks.
  let tones: ReadonlyMap<string, Cmyk | undefined> | undefined;
  const convert = () => {
    const converted = convertColours(condition, distinct, profile.inkLimit);
    return new Map(distinct.map((colour, i) => [hex(colour), converted[i]]));
  };
  const lightness = lightnessOfBlack(condition);
  const greys = (colour: Rgb): Ink => {
    const black = blackForGrey(Math.round(luminance(colour)), lightness);
    return { space: "cmyk", values: [0, 0, 0, black] };
  };
  return {
    exact: (colour) => house.get(hex(colour)) ?? (isNeutral(colour) ? greys(colour) : undefined),
    tone: (colour) => {
      tones ??= convert();
      const values = tones.get(hex(colour));
      if (!values) throw new Error(`The colour ${hex(colour)} was never converted`);
      return { space: "cmyk", values };
    },
  };
}

/** The inks of the theme's palette, as far as a printer takes them: none in RGB, their black in grey. */
function houseInks(
  { colour, forbidden }: PressProfile,
  { palette, inks }: Pick<Theme, "palette" | "inks">,
): ReadonlyMap<string, Ink> {
  const found = new Map<string, Ink>();
  for (const [name, { cmyk, spot }] of Object.entries(inks)) {
    const shown = palette[name];
    if (shown === undefined) continue;
    const [cyan, magenta, yellow, black] = cmyk;
    const values: Cmyk = [cyan / 100, magenta / 100, yellow / 100, black / 100];
    const key = hex(fromHex(shown));
    if (colour === "cmyk") {
      const isSpot = spot !== undefined && !forbidden.includes("spot-colours");
      found.set(key, isSpot ? { space: "spot", name: spot, values } : { space: "cmyk", values });
    } else if (cyan + magenta + yellow === 0) found.set(key, { space: "grey", value: 1 - black / 100 });
  }
  return found;
}
