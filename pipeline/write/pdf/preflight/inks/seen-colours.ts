import { building, fills, showing, strokes } from "../../content/painting.js";
import { type Matrix, times, toMatrix } from "../../press/images/placements.js";
import type { Box } from "../../press/sheet/sheet.js";
import type { Content } from "../../press/survey.js";
import { around, PathBoxes } from "../scan/path.js";
import { after, type Colour, type ColourState, firstState } from "./colour-state.js";
import type { Mix } from "./inks.js";

interface State {
  readonly colours: ColourState;
  readonly matrix: Matrix;
  readonly lineWidth: number;
  /** Of text: 0 fills, 1 strokes, 2 does both, 3 shows nothing; 4 more clip as well. */
  readonly mode: number;
}

const start: State = { colours: firstState, matrix: [1, 0, 0, 1, 0, 0], lineWidth: 1, mode: 0 };

/**
 * Tell the colours that content paints with, as often as it does. What `isKnown` is left out, and so are paths that lie
 * outside of a window: marks for the printer are in all inks.
 */
export function* seenColours(
  { operations, resources }: Content,
  window: Box | undefined,
  mix: Mix,
  isKnown: (colour: Colour) => boolean,
): Iterable<Colour> {
  const saved: State[] = [];
  const path = new PathBoxes();
  let state = start;
  for (const operation of operations) {
    const { name, operands } = operation;
    const { fill, stroke } = state.colours;
    if (name === "q") saved.push(state);
    else if (name === "Q") state = saved.pop() ?? state;
    else if (name === "cm") state = { ...state, matrix: times(toMatrix(operands.map(Number)), state.matrix) };
    else if (name === "w") state = { ...state, lineWidth: Number(operands[0]) };
    else if (name === "Tr") state = { ...state, mode: Number(operands[0]) };
    else if (building.has(name)) {
      // To follow paths takes longer than all else, and is for nothing where their colours are known.
      if (window && !(isKnown(fill) && isKnown(stroke))) path.build(name, operands.map(Number), state.matrix);
    } else if (name === "n") path.take();
    else if (fills.has(name) || strokes.has(name)) {
      const boxes = path.take();
      const isSeen = (reach: number) => !window || meets(around(boxes), window, reach);
      if (fills.has(name) && !isKnown(fill) && isSeen(0)) yield fill;
      if (strokes.has(name) && !isKnown(stroke) && isSeen(state.lineWidth * scaleOf(state.matrix)))
        yield stroke;
    } else if (showing.has(name)) {
      const painted = state.mode % 4;
      if ((painted === 0 || painted === 2) && !isKnown(fill)) yield fill;
      if ((painted === 1 || painted === 2) && !isKnown(stroke)) yield stroke;
    } else if (name === "Do") {
      // Stencils are painted in the colour of fills, and forms begin with both.
      if (!isKnown(fill)) yield fill;
      if (!isKnown(stroke)) yield stroke;
    }
    const colours = after(state.colours, operation, resources, mix);
    if (colours !== state.colours) state = { ...state, colours };
  }
}

function meets([left, bottom, right, top]: Box, window: Box, reach: number): boolean {
  return (
    left - reach < window[2] &&
    right + reach > window[0] &&
    bottom - reach < window[3] &&
    top + reach > window[1]
  );
}

/** The larger of both scales: a line reaches as far as it is wide where it is wider. */
function scaleOf([a, b, c, d]: Matrix): number {
  return Math.max(Math.hypot(a, b), Math.hypot(c, d));
}
