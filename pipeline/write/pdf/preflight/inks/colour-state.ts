import type { PDFDict } from "@cantoo/pdf-lib";
import { PDFBool, PDFName } from "@cantoo/pdf-lib";
import type { Operation } from "../../content/operations.js";
import { dictOf, get, numberOf } from "../../values.js";
import { firstColour, type Inks, inksOf, type Mix } from "./inks.js";
import { readSpace, type Space } from "./space.js";

/** A colour that is painted with; a pattern has its inks in its own content. */
export interface Colour {
  readonly space: Space;
  /** Undefined for patterns, and where nobody can say. */
  readonly inks: Inks | undefined;
}

/** The part of the graphics state that decides which inks are laid down, and over what (ISO 32000-1, 8.4). */
export interface ColourState {
  readonly fill: Colour;
  readonly stroke: Colour;
  readonly fillOverprints: boolean;
  readonly strokeOverprints: boolean;
  readonly overprintMode: number;
}

const black: Colour = { space: { kind: "grey" }, inks: new Map([["Black", 1]]) };

export const firstState: ColourState = {
  fill: black,
  stroke: black,
  fillOverprints: false,
  strokeOverprints: false,
  overprintMode: 0,
};

const direct: Readonly<Record<string, Space>> = {
  g: { kind: "grey" },
  rg: { kind: "rgb" },
  k: { kind: "cmyk" },
};

/** Operators that do: of thousands on a page a handful. */
const changing = new Set(["gs", "g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN"]);

/** Follow an operator that changes colours or overprinting; the same state where it does neither. */
export function after(
  state: ColourState,
  { name, operands }: Operation,
  resources: PDFDict,
  mix: Mix,
): ColourState {
  if (!changing.has(name)) return state;
  if (name === "gs")
    return withState(state, dictOf(dictOf(resources, "ExtGState"), operands[0]?.slice(1) ?? ""));
  const side = name === name.toUpperCase() ? "stroke" : "fill";
  const space = direct[name.toLowerCase()];
  if (space) return { ...state, [side]: colourOf(space, operands.map(Number), mix) };
  if (/^cs$/i.test(name)) {
    const named = readSpace(PDFName.of(operands[0]?.slice(1) ?? ""), resources);
    return { ...state, [side]: colourOf(named, firstColour(named), mix) };
  }
  const known = state[side].space;
  if (known.kind === "pattern") {
    const values = operands.slice(0, -1).map(Number);
    const inks = known.base && values.length > 0 ? inksOf(known.base, values, mix) : undefined;
    return { ...state, [side]: { space: known, inks } };
  }
  return { ...state, [side]: colourOf(known, operands.map(Number), mix) };
}

function colourOf(space: Space, values: readonly number[], mix: Mix): Colour {
  return { space, inks: inksOf(space, values, mix) };
}

function withState(state: ColourState, dictionary: PDFDict | undefined): ColourState {
  const flag = (key: string) => {
    const value = get(dictionary, key);
    return value instanceof PDFBool ? value.asBoolean() : undefined;
  };
  const [stroke, fill] = [flag("OP"), flag("op")];
  return {
    ...state,
    strokeOverprints: stroke ?? state.strokeOverprints,
    // One key alone is for both (ISO 32000-1, table 58).
    fillOverprints: fill ?? stroke ?? state.fillOverprints,
    overprintMode: numberOf(get(dictionary, "OPM")) ?? state.overprintMode,
  };
}
