import { type Condition, convertColours } from "../../press/colour/convert-colours.js";
import { type Cmyk, hex } from "../../press/colour/ink.js";
import type { Mix } from "./inks.js";

/** More ink than there is: no limit. */
const unlimited = 400;

/** Mix inks for red, green and blue as a printing condition does, each colour once. */
export function mixingFor(condition: Condition): Mix {
  const known = new Map<string, Cmyk>();
  return (colour) => {
    const key = hex(colour);
    const mixed = known.get(key) ?? convertColours(condition, [colour], unlimited)[0] ?? [0, 0, 0, 0];
    known.set(key, mixed);
    return mixed;
  };
}
