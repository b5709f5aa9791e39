import type { Setting } from "../publication.js";

/**
 * From when to when each step lasts of what setting a document takes, as far as it is counted while it goes on: measured on the volumes of the bench.
 * Before the first there is what the browser does until it begins, behind the last what is done when nothing is counted any more.
 */
const steps = {
  paged: { laying: [0.2, 0.8] },
  native: { loading: [0.2, 0.45], laying: [0.45, 0.8], numbering: [0.8, 0.85], measuring: [0.85, 0.95] },
} as const satisfies Record<Setting["typesetter"], Partial<Record<Setting["is"], readonly [number, number]>>>;

/**
 * Say how much of the printing of a document is done, 0 to 1: of two runs side by side the second is ready soon after the first. Undefined while nothing in it is
 * counted.
 */
export function printingDone({ is, share }: Setting): number | undefined {
  if (is === "printing") return share > 0 ? 0.65 : undefined;
  return is === "printed" ? 1 : 0;
}

/** Say how much of the setting of a document is done, 0 to 1; undefined while nothing in it is counted. */
export function settingDone({ is, typesetter, share }: Setting): number | undefined {
  if (is === "begun") return undefined;
  const lasting: Partial<Record<Setting["is"], readonly [number, number]>> = steps[typesetter];
  const [from, to] = lasting[is] ?? [1, 1];
  return from + (to - from) * (is === "numbering" ? 0 : share);
}
