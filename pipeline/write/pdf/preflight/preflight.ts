/** Say of a PDF what a printer would say, before he does. */
import { pointsInMillimetre } from "../../../length.js";
import type { PressProfile, Spooled } from "../../../publication.js";
import type { PageFacts, XFacts } from "../x/facts.js";
import type { Standard } from "../x/rule.js";
import { rules as standardRules } from "../x/rules/index.js";
import { printedBox } from "./inks/plates.js";
import { readFacts, readInk } from "./read-facts.js";
import type { PageReport, Preflight, RuleResult } from "./report.js";
import type { Breach, Rule } from "./rule.js";
import { trimOf } from "./rules/boxes.js";
import { inkRules, rules } from "./rules/index.js";
import type { PreflightWork } from "./work.js";

/**
 * Hold a PDF to a printer's profile and to the standard that it names; some 0.1 s a page. Takes its facts to pieces: nobody
 * reads them afterwards.
 */
export async function preflight(
  file: Spooled,
  x: XFacts,
  profile: PressProfile,
  work: PreflightWork,
): Promise<Preflight> {
  const { standard } = profile;
  const ofStandard = standard === "none" ? [] : resultsOf(x, standard);
  const known = new Set(ofStandard.map(({ id }) => id));
  const held = <Facts>(given: Facts, demands: readonly Rule<Facts>[]) =>
    demands.flatMap(({ id, asks, sameAs, find }): RuleResult[] => {
      const asked = asks(profile);
      if (asked === undefined || (sameAs !== undefined && known.has(sameAs))) return [];
      return [{ id, asks: asked, asker: profile.title, breaches: [...find(given, profile)] }];
    });
  // Characters, and where text is painted, are most of what is read, and ink needs neither: the function's end lets them go.
  const holdPages = async () => {
    const { characters, pictures, ...most } = await readFacts(file, x, profile, work);
    const ofProfile = held({ ...most, characters }, rules);
    const paints = most.paints.map((page) => page.filter(({ kind }) => kind !== "text"));
    return { ofProfile, facts: { ...most, paints }, coloured: pictures };
  };
  const { ofProfile, facts, coloured } = await holdPages();
  const pages = x.pages.map(pageOf);
  const ink = await readInk(facts, profile, work);
  const pictures = ink?.pictures ?? coloured;
  return {
    profile,
    pages: pages.map((page, index) => ({ ...page, ink: ink?.pages[index], picture: pictures[index] })),
    rules: [...(ink ? held({ ...facts, ink }, inkRules) : []), ...ofProfile, ...ofStandard],
  };
}

function resultsOf(facts: XFacts, standard: Standard): readonly RuleResult[] {
  return standardRules
    .filter(({ only }) => only === undefined || only === standard)
    .map(({ id, asks, find }) => ({
      id,
      asks,
      asker: standard,
      breaches: [...find(facts, standard)].map((breach): Breach => ({ gravity: "refusal", ...breach })),
    }));
}

function pageOf({ boxes }: PageFacts): Omit<PageReport, "ink" | "picture"> {
  const [left, bottom, right, top] = trimOf(boxes) ?? [0, 0, 0, 0];
  return {
    printed: printedBox(boxes),
    width: (right - left) / pointsInMillimetre,
    height: (top - bottom) / pointsInMillimetre,
    origin: { x: left, y: top },
  };
}
