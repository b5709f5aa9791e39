import { type PDFDict, PDFStream } from "@cantoo/pdf-lib";
import { building, fills, showing, strokes } from "../../content/painting.js";
import { type Matrix, type Placement, placed, times, toMatrix } from "../../press/images/placements.js";
import type { Box } from "../../press/sheet/sheet.js";
import type { Content, Survey } from "../../press/survey.js";
import { dictOf, get, listOf, nameOf, numberOf } from "../../values.js";
import { after, type ColourState, firstState } from "../inks/colour-state.js";
import type { Mix } from "../inks/inks.js";
import type { FontReach } from "./font-reach.js";
import type { Paint } from "./paint.js";
import { apply, around, PathBoxes } from "./path.js";
import { TextReach } from "./text-reach.js";
import { followText, type TextState, textStart } from "./text-state.js";

/** Forms within forms that are followed; deeper ones draw themselves. */
const deepest = 20;

interface State {
  readonly matrix: Matrix;
  readonly colours: ColourState;
  readonly lineWidth: number;
  readonly text: TextState;
}

/** What the pages of a document paint. */
export interface Scanned {
  /** By page, in the order of painting. */
  readonly paints: readonly (readonly Paint[])[];
  /** Every place where an image is drawn, in the same order. */
  readonly placements: readonly Placement[];
  /** By page, a box that holds all of its text, in points of the user space; undefined where nobody can be sure of one. */
  readonly texts: readonly (Box | undefined)[];
}

/** List what the pages of a document paint, themselves and through forms; text in fonts whose reach is known is followed. */
export function scan(
  { pages, pieces }: Pick<Survey, "pages" | "pieces">,
  mix: Mix,
  fonts: ReadonlyMap<PDFDict, FontReach> = new Map(),
): Scanned {
  const placements: Placement[] = [];
  const scanned = pages.map((content, page) => {
    const paints: Paint[] = [];
    const reach = new TextReach(fonts);
    const start: State = { matrix: [1, 0, 0, 1, 0, 0], colours: firstState, lineWidth: 1, text: textStart };
    follow(content, start, { page, pieces, mix, paints, placements, reach }, undefined, 0);
    return { paints, text: reach.box };
  });
  const [paints, texts] = [scanned.map(({ paints }) => paints), scanned.map(({ text }) => text)];
  return { paints, placements, texts };
}

interface Work {
  readonly page: number;
  readonly pieces: Survey["pieces"];
  readonly mix: Mix;
  readonly paints: Paint[];
  readonly placements: Placement[];
  readonly reach: TextReach;
}

function follow(content: Content, start: State, work: Work, outer: number | undefined, depth: number): void {
  const { operations, resources } = content;
  const { page, pieces, mix, paints, placements, reach } = work;
  const saved: State[] = [];
  const marks: (number | undefined)[] = [outer];
  const path = new PathBoxes();
  let state = start;

  const paint = (kind: Paint["kind"], box: Box, more: Partial<Paint> = {}) =>
    paints.push({
      kind,
      page,
      order: paints.length,
      box,
      colour: undefined,
      size: 0,
      width: 0,
      mark: marks.findLast((mark) => mark !== undefined),
      ...more,
    });

  for (const operation of operations) {
    const { name, operands } = operation;
    reach.heed(operation, resources);
    if (name === "q") saved.push(state);
    else if (name === "Q") state = saved.pop() ?? state;
    else if (name === "cm") state = { ...state, matrix: times(toMatrix(operands.map(Number)), state.matrix) };
    else if (name === "w") state = { ...state, lineWidth: Number(operands[0]) };
    else if (building.has(name)) path.build(name, operands.map(Number), state.matrix);
    else if (name === "n") path.take();
    else if (fills.has(name) || strokes.has(name)) {
      const boxes = path.take();
      if (boxes.length === 0) continue;
      const { fill, stroke } = state.colours;
      if (fills.has(name)) paint("fill", around(boxes), { colour: fill, width: thinnest(boxes) });
      if (strokes.has(name))
        paint("stroke", around(boxes), { colour: stroke, width: state.lineWidth * scaleOf(state.matrix) });
    } else if (showing.has(name)) {
      const { mode } = state.text;
      const colour = mode % 4 === 1 ? state.colours.stroke : state.colours.fill;
      const { box, size } = placeOf(state);
      paint("text", box, { size, ...(mode % 4 !== 3 && { colour }) });
      // The renderer has the text of some forms elsewhere than where they are drawn.
      if (depth > 0) reach.doubt();
      const along = reach.show(operation, state.text, state.matrix, resources);
      state = { ...state, text: { ...state.text, along } };
    } else if (name === "sh") paint("shading", unitSquare(state.matrix));
    else if (name === "BI") paint("image", unitSquare(state.matrix));
    else if (name === "BDC" || name === "BMC") marks.push(numberIn(operands[1]));
    else if (name === "EMC") marks.pop();
    else if (name === "Do") {
      const named = get(dictOf(resources, "XObject"), operands[0]?.slice(1) ?? "");
      const drawing = named instanceof PDFStream ? named : undefined;
      const form = drawing && pieces.get(drawing);
      const isImage = nameOf(get(drawing?.dict, "Subtype")) === "Image";
      if (drawing && isImage) {
        placements.push(placed(drawing, page, state.matrix));
        paint("image", unitSquare(state.matrix));
      } else if (!form || depth >= deepest) reach.doubt();
      else {
        const own = listOf(drawing?.dict, "Matrix").map((each) => numberOf(each) ?? 0);
        const matrix = own.length === 6 ? times(toMatrix(own), state.matrix) : state.matrix;
        follow(
          form,
          { ...state, matrix },
          work,
          marks.findLast((mark) => mark !== undefined),
          depth + 1,
        );
      }
    }
    const colours = after(state.colours, operation, resources, mix);
    const text = followText(state.text, operation);
    if (colours !== state.colours || text !== state.text) state = { ...state, colours, text };
  }
}

function numberIn(properties: string | undefined): number | undefined {
  const id = /\/MCID\s+(\d+)/.exec(properties ?? "")?.[1];
  return id === undefined ? undefined : Number(id);
}

/** The smaller of both scales: what is thin in one direction is thin. */
function scaleOf([a, b, c, d]: Matrix): number {
  return Math.min(Math.hypot(a, b), Math.hypot(c, d));
}

/** Parts without any thickness are where a pen was only moved: they cover nothing. */
function thinnest(boxes: readonly Box[]): number {
  const widths = boxes.map(([left, bottom, right, top]) => Math.min(right - left, top - bottom));
  return Math.min(...widths.filter((width) => width > 0));
}

function placeOf({ matrix, text }: State): { box: Box; size: number } {
  const whole = times(text.matrix, matrix);
  const size = text.size * Math.hypot(whole[2], whole[3]);
  const [x, y] = apply(whole, 0, 0);
  return { box: [x, y, x + size, y + size], size };
}

function unitSquare(matrix: Matrix): Box {
  const corners = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ].map(([x = 0, y = 0]) => apply(matrix, x, y));
  return around(corners.map(([x, y]): Box => [x, y, x, y]));
}
