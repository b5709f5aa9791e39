/** Say of a PDF what a printer would say, before he does. */
import { pointsInMillimetre } from "../../../length.js";
import type { PressProfile } from "../../../publication.js";
import { placementsOf } from "../press/images/placements.js";
import type { PageFacts, XFacts } from "../x/facts.js";
import type { Standard } from "../x/rule.js";
import { rules as standardRules } from "../x/rules/index.js";
import type { PageReport, Preflight, RuleResult } from "./report.js";
import type { Breach } from "./rule.js";
import { trimOf } from "./rules/boxes.js";
import { rules } from "./rules/index.js";

/** Hold a PDF to a printer's profile and to the standard that it names. */
export function preflight(x: XFacts, profile: PressProfile): Preflight {
  const { standard } = profile;
  const ofStandard = standard === "none" ? [] : resultsOf(x, standard);
  const known = new Set(ofStandard.map(({ id }) => id));
  const facts = { x, placements: placementsOf(x.pdf) };
  const ofProfile = rules.flatMap(({ id, asks, sameAs, find }): RuleResult[] => {
    const asked = asks(profile);
    if (asked === undefined || (sameAs !== undefined && known.has(sameAs))) return [];
    return [{ id, asks: asked, asker: profile.title, breaches: [...find(facts, profile)] }];
  });
  return { profile, pages: x.pages.map(pageOf), rules: [...ofProfile, ...ofStandard] };
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

function pageOf({ boxes }: PageFacts): PageReport {
  const [left, bottom, right, top] = trimOf(boxes) ?? [0, 0, 0, 0];
  return {
    width: (right - left) / pointsInMillimetre,
    height: (top - bottom) / pointsInMillimetre,
    origin: { x: left, y: top },
  };
}
