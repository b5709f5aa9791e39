import type { Operation } from "../../content/operations.js";
import { type Matrix, times, toMatrix } from "../../press/images/placements.js";

/** Where text is set, and how large (ISO 32000-1, 9.3 and 9.4.2). */
export interface TextState {
  /** Of the line's beginning. */
  readonly matrix: Matrix;
  /** How far from there the pen is, where somebody follows what is shown. */
  readonly along: number;
  /** As it is named: `/F4`. */
  readonly font: string;
  readonly size: number;
  readonly leading: number;
  /** 0 fills, 1 strokes, 2 does both, 3 shows nothing; 4 more clips as well. */
  readonly mode: number;
}

const still: Matrix = [1, 0, 0, 1, 0, 0];
export const textStart: TextState = { matrix: still, along: 0, font: "", size: 0, leading: 0, mode: 0 };

/** Follow an operator of text; the same state where it is none. */
export function followText(state: TextState, { name, operands }: Operation): TextState {
  switch (name) {
    case "BT":
      return { ...state, matrix: still, along: 0 };
    case "Tf":
      return { ...state, font: operands[0] ?? "", size: Number(operands[1]) };
    case "Tr":
      return { ...state, mode: Number(operands[0] ?? 0) };
    case "TL":
      return { ...state, leading: Number(operands[0] ?? 0) };
    case "Tm":
      return { ...state, matrix: toMatrix(operands.map(Number)), along: 0 };
    case "Td":
      return moved(state, operands);
    case "TD":
      return { ...moved(state, operands), leading: -Number(operands[1] ?? 0) };
    case "T*":
    case "'":
    case '"':
      return moved(state, ["0", String(-state.leading)]);
    default:
      return state;
  }
}

function moved(state: TextState, [across = "0", up = "0"]: readonly string[]): TextState {
  return { ...state, matrix: times([1, 0, 0, 1, Number(across), Number(up)], state.matrix), along: 0 };
}
