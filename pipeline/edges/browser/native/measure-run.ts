import type { Measured, TargetPlace } from "./shared.js";

/** Measure what the other runs must know of this one. Runs in the page. */
export function measureRun(): Measured {
  const { parts, sheet, wanted } = window.quoinRun;
  if (!sheet) throw new Error("A run is measured before it is laid out");
  const places = new Map(
    parts.map((part) => [part.section, { id: part.id, place: window.steps.locate(part, sheet) }]),
  );
  const lengths: Record<string, number> = {};
  const targets: Record<string, TargetPlace> = {};
  for (const part of parts) lengths[part.id] = window.steps.partLength(part, sheet);
  for (const id of wanted) {
    const element = document.getElementById(id);
    const section = element?.closest<HTMLElement>(".quoin-columns > section");
    const found = section && places.get(section);
    const box = element?.getClientRects()[0] ?? element?.getBoundingClientRect();
    if (found && box) targets[id] = [found.id, found.place(box).page];
  }
  return { lengths, targets };
}
