import type { Cmyk, Rgb } from "../../press/colour/ink.js";
import { fromLab } from "./lab.js";
import { processInks } from "./process-inks.js";
import { componentsOf, type Space } from "./space.js";

/** Shares of inks from 0 to 1, by their names. */
export type Inks = ReadonlyMap<string, number>;

const isProcess = (name: string) => processInks.includes(name);

/** The name by which a colour is meant for every ink at once (ISO 32000-1, 8.6.6.4). */
export const all = "All";

/** What red, green and blue are printed with. */
export type Mix = (colour: Rgb) => Cmyk;

/** Say with which inks a colour is printed; undefined where nobody can say. */
export function inksOf(space: Space, values: readonly number[], mix: Mix): Inks | undefined {
  const at = (index: number) => Math.min(Math.max(values[index] ?? 0, 0), 1);
  switch (space.kind) {
    case "grey":
      return new Map([["Black", 1 - at(0)]]);
    case "rgb":
      return fromCmyk(mix([at(0) * 255, at(1) * 255, at(2) * 255].map(Math.round) as unknown as Rgb));
    case "lab":
      return fromCmyk(mix(fromLab(values)));
    case "cmyk":
      return fromCmyk([at(0), at(1), at(2), at(3)]);
    case "tints":
      return new Map(
        space.names.map((name, i): [string, number] => [name, at(i)]).filter(([name]) => name !== "None"),
      );
    case "indexed": {
      const count = componentsOf(space.base);
      const start = Math.round(values[0] ?? 0) * count;
      return inksOf(
        space.base,
        Array.from(space.table.subarray(start, start + count), (byte, i) => meant(space.base, byte / 255, i)),
        mix,
      );
    }
    default:
      return undefined;
  }
}

/** What a share of a component's range means (ISO 32000-1, 8.6.6.3). */
function meant(space: Space, share: number, component: number): number {
  if (space.kind !== "lab") return share;
  const [from = 0, to = 100] = [0, 100, ...space.range].slice(2 * component);
  return from + share * (to - from);
}

function fromCmyk(values: readonly number[]): Inks {
  return new Map(processInks.map((name, i): [string, number] => [name, values[i] ?? 0]));
}

/** The share of one ink in a colour. */
export function levelOf(inks: Inks, plate: string): number {
  return inks.get(plate) ?? inks.get(all) ?? 0;
}

/** Say whether a colour paints on a plate though it overprints, which leaves what it has no part in (ISO 32000-1, 8.6.7). */
export function touches(space: Space, inks: Inks, plate: string, mode: number): boolean {
  if (space.kind === "tints") return inks.has(plate) || inks.has(all);
  if (!isProcess(plate)) return false;
  return space.kind !== "cmyk" || mode === 0 || levelOf(inks, plate) > 0;
}

/** The colour that a space begins with (8.6.8). */
export function firstColour(space: Space): readonly number[] {
  if (space.kind === "cmyk") return [0, 0, 0, 1];
  if (space.kind === "tints") return space.names.map(() => 1);
  return [0, 0, 0].slice(0, Math.max(1, componentsOf(space)));
}
