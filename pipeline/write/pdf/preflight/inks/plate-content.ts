import { type PDFDict, PDFStream } from "@cantoo/pdf-lib";
import { type Edit, edited } from "../../content/edit.js";
import { showing } from "../../content/painting.js";
import { written } from "../../press/colour/ink.js";
import type { Content } from "../../press/survey.js";
import { dictOf, get } from "../../values.js";
import { after, type Colour, type ColourState, firstState } from "./colour-state.js";
import { levelOf, type Mix, touches } from "./inks.js";
import { UnseenText } from "./unseen-text.js";

/** The name of a pattern's space on a plate: greys for what is coloured where it is used. */
export const plateSpace = "QuoinPlate";

const placing = new Set(["BT", "ET", "Tf", "Td", "Tm", "T*"]);

/** What is left of a path's painting when its fill, or its stroke, is not painted. */
const strokeAlone: Readonly<Record<string, string>> = { B: "S", "B*": "S", b: "s", "b*": "s" };
const fillAlone: Readonly<Record<string, string>> = { B: "f", "B*": "f*", b: "f", "b*": "f*" };
const isFill = /^(?:f|F|f\*)$/;

/**
 * Write content as one ink sees it: where there is all of the ink it is black, and where other colours knock it out it is
 * white; what overprints it is left out.
 */
export function plateContent({ stream, operations, resources }: Content, plate: string, mix: Mix): string {
  const edits: Edit[] = [];
  const text = new UnseenText();
  const saved: { state: ColourState; mode: number }[] = [];
  let state = firstState;
  let mode = 0;
  const isLeftOut = ({ space, inks }: Colour, overprints: boolean) =>
    overprints && inks !== undefined && !touches(space, inks, plate, state.overprintMode);
  const fillLeft = () => isLeftOut(state.fill, state.fillOverprints);
  const strokeLeft = () => isLeftOut(state.stroke, state.strokeOverprints);

  for (const operation of operations) {
    const { name, operands, from, to } = operation;
    const replace = (text: string) => void edits.push({ from, to, text });
    if (name === "q") saved.push({ state, mode });
    else if (name === "Q") ({ state, mode } = saved.pop() ?? { state, mode });
    else if (name === "Tr") mode = Number(operands[0]);
    else if (/^(?:g|rg|k|cs|scn?)$/i.test(name)) {
      state = after(state, operation, resources, mix);
      const isStroke = name === name.toUpperCase();
      const instead = colourText(isStroke ? state.stroke : state.fill, operands, plate, isStroke);
      if (instead !== undefined) replace(instead);
    } else if (name === "gs") state = after(state, operation, resources, mix);
    else if (isFill.test(name) && fillLeft()) replace("n");
    else if (/^s$/i.test(name) && strokeLeft()) replace("n");
    else if (name in strokeAlone) {
      const [noFill, noStroke] = [fillLeft(), strokeLeft()];
      if (noFill && noStroke) replace("n");
      else if (noFill) replace(strokeAlone[name] ?? name);
      else if (noStroke) replace(fillAlone[name] ?? name);
    } else if (placing.has(name)) text.follow(operation, mode, false);
    else if (showing.has(name)) text.follow(operation, mode, !isTextLeftOut(mode, fillLeft(), strokeLeft()));
    else if (name === "Do" && fillLeft() && isDrawnInOneColour(operands[0] ?? "", resources)) replace("");
  }
  return edited(stream, [...edits, ...text.edits()]);
}

/** How a colour is set on a plate; undefined where it stays as it is: patterns have their own content. */
function colourText(
  { space, inks }: Colour,
  operands: readonly string[],
  plate: string,
  isStroke: boolean,
): string | undefined {
  if (space.kind === "pattern") {
    const pattern = operands.at(-1) ?? "";
    if (!inks) return undefined;
    return `/${plateSpace} ${isStroke ? "CS" : "cs"} ${written(1 - levelOf(inks, plate))} ${pattern} ${isStroke ? "SCN" : "scn"}`;
  }
  return `${written(1 - (inks ? levelOf(inks, plate) : 0))} ${isStroke ? "G" : "g"}`;
}

function isTextLeftOut(mode: number, noFill: boolean, noStroke: boolean): boolean {
  const painted = mode % 4;
  return painted === 0 ? noFill : painted === 1 ? noStroke : painted === 2 && noFill && noStroke;
}

/** Say whether a drawing is a stencil, which the colour of fills is painted through. */
function isDrawnInOneColour(operand: string, resources: PDFDict): boolean {
  const drawing = get(dictOf(resources, "XObject"), operand.slice(1));
  return drawing instanceof PDFStream && `${get(drawing.dict, "ImageMask")}` === "true";
}
