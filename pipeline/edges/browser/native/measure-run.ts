import type { Measured, TargetPlace } from "./shared.js";

/** Measure what the other runs must know of this one. Runs in the page. */
export function measureRun(): Measured {
  const { all, parts, sheet, wanted } = window.quoinRun;
  if (!sheet) throw new Error("A run is measured before it is laid out");
  const places = new Map(parts.map((part) => [part.section, window.steps.locate(part, sheet)]));
  const lengths: Record<number, number> = {};
  const targets: Record<string, TargetPlace> = {};
  for (const part of parts)
    lengths[all.findIndex(({ section }) => section === part.section)] = window.steps.partLength(part, sheet);
  for (const id of wanted) {
    const element = document.getElementById(id);
    const section = element?.closest<HTMLElement>(".quoin-columns > section");
    const place = section && places.get(section);
    const box = element?.getClientRects()[0] ?? element?.getBoundingClientRect();
    if (section && place && box)
      targets[id] = [all.findIndex((part) => part.section === section), place(box).page];
  }
  return { lengths, targets };
}
