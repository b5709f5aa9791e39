import { type Edit, edited } from "../content/edit.js";
import { showing } from "../content/painting.js";
import { flat, fromOperands, type Ink, maskInk, type Separation, written } from "./colour/ink.js";
import { isRgb, spaceNamed } from "./colour/space.js";
import type { Content } from "./survey.js";

/** Content as it is printed, and what its resources must hold for that. */
export interface Rewritten {
  readonly stream: string;
  /** Named inks, by the names that their colour spaces bear in the content. */
  readonly spots: ReadonlyMap<string, Extract<Ink, { space: "spot" }>>;
  readonly overprints: boolean;
}

/** The names of graphics states that let black text print over what is below it, or not. */
export const overprintState = "QuoinOverprint";
export const knockoutState = "QuoinKnockout";

const painting = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI"]);
const marking = new Set(["BMC", "BDC", "EMC", "MP", "DP"]);

/** The part of the graphics state that matters here (ISO 32000-1, 8.4). */
interface State {
  /** Whether the space for fills, and that for strokes, is one of red, green and blue. */
  fillsRgb: boolean;
  strokesRgb: boolean;
  fillsBlack: boolean;
  /** Text rendering mode; 0 fills. */
  mode: number;
  overprints: boolean;
}

/**
 * Write content with inks in place of the browser's colours, text in pure black overprinting, and no marks of structure.
 *
 * In masks colours become the greys that they count for.
 */
export function rewriteContent(content: Content, separation: Separation): Rewritten {
  const { stream, operations, resources, use } = content;
  const edits: Edit[] = [];
  const spots = new Map<string, Extract<Ink, { space: "spot" }>>();
  const saved: State[] = [];
  let state: State = { fillsRgb: false, strokesRgb: false, fillsBlack: false, mode: 0, overprints: false };
  let overprints = false;

  const inkOf = (operands: readonly string[]): Ink => {
    const colour = fromOperands(operands);
    return use === "mask" ? maskInk(colour) : flat(separation, colour);
  };
  const greyInk = (operands: readonly string[]): Ink => {
    const value = Math.round(Number(operands[0]) * 255);
    return inkOf([value, value, value].map((each) => String(each / 255)));
  };
  const paint = (ink: Ink, strokes: boolean): string => {
    if (!strokes) state.fillsBlack = isBlack(ink);
    if (ink.space !== "spot") return operator(ink, strokes);
    const name = `Quoin${ink.name.replace(/[^A-Za-z0-9]/g, "")}`;
    spots.set(name, ink);
    return `/${name} ${strokes ? "CS 1 SCN" : "cs 1 scn"}`;
  };
  const overprint = (wanted: boolean, at: number) => {
    if (state.overprints === wanted) return;
    edits.push({ from: at, to: at, text: `/${wanted ? overprintState : knockoutState} gs\n` });
    state.overprints = wanted;
    overprints = true;
  };

  for (const { name, operands, from, to } of operations) {
    const replace = (text: string) => void edits.push({ from, to, text });
    if (name === "q") saved.push({ ...state });
    else if (name === "Q") state = saved.pop() ?? state;
    else if (name === "rg" || name === "RG") replace(paint(inkOf(operands), name === "RG"));
    else if (name === "g" || name === "G") replace(paint(greyInk(operands), name === "G"));
    else if (name === "k") state.fillsBlack = operands.join(" ") === "0 0 0 1";
    else if (name === "cs" || name === "CS") {
      const strokes = name === "CS";
      const rgb = isRgb(spaceNamed(operands[0] ?? "", resources));
      if (strokes) state.strokesRgb = rgb;
      else {
        state.fillsRgb = rgb;
        state.fillsBlack = false;
      }
      // A space begins with its black (8.6.8).
      if (rgb) replace(paint(inkOf(["0", "0", "0"]), strokes));
    } else if (/^scn?$/i.test(name)) {
      const strokes = name.startsWith("S");
      if (strokes ? state.strokesRgb : state.fillsRgb) replace(paint(inkOf(operands), strokes));
      else if (!strokes) state.fillsBlack = false;
    } else if (name === "Tr") state.mode = Number(operands[0]);
    else if (marking.has(name)) replace("");
    else if (showing.has(name)) overprint(state.fillsBlack && state.mode === 0 && use === "ink", from);
    else if (painting.has(name)) overprint(false, from);
  }
  return { stream: edited(stream, edits), spots, overprints };
}

function isBlack(ink: Ink): boolean {
  return ink.space === "cmyk" && ink.values.join(" ") === "0 0 0 1";
}

function operator(ink: Exclude<Ink, { space: "spot" }>, strokes: boolean): string {
  if (ink.space === "grey") return `${written(ink.value)} ${strokes ? "G" : "g"}`;
  if (ink.space === "cmyk") return `${ink.values.map(written).join(" ")} ${strokes ? "K" : "k"}`;
  return `${ink.values.map((value) => written(value / 255)).join(" ")} ${strokes ? "RG" : "rg"}`;
}

/** List the colours that content asks for. */
export function coloursIn({ operations }: Content): readonly string[][] {
  const colours: string[][] = [];
  for (const { name, operands } of operations) {
    const isTriple = operands.length === 3 && operands.every((operand) => !operand.startsWith("/"));
    if (/^(?:rg|scn?)$/i.test(name) && isTriple) colours.push([...operands]);
    else if (/^g$/i.test(name)) colours.push([operands[0], operands[0], operands[0]].map(String));
  }
  return colours;
}
