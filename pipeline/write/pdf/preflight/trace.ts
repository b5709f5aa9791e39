import type { Place, Print } from "../../../publication.js";
import { condense } from "../condense/condense.js";
import { openPrints } from "../join/open-prints.js";
import { blockOfMarks } from "../press/block-of-marks.js";
import { survey } from "../press/survey.js";
import type { Block } from "../tags/block.js";
import { plainMix } from "./inks/plain-mix.js";
import type { Preflight } from "./report.js";
import type { Breach } from "./rule.js";
import { scan } from "./scan/scan.js";

/**
 * Find the places of the manuscript for what was found in a press PDF: its pages paint the same things in the same order as
 * those of the typeset PDF, condensed, whose tags say which block each thing belongs to.
 */
export async function traced(
  report: Preflight,
  prints: readonly Print[],
  blocks: readonly Block[],
): Promise<Preflight> {
  const isTraceable = ({ order, image }: Breach) => order !== undefined || image !== undefined;
  if (!report.rules.some(({ breaches }) => breaches.some(isTraceable))) return report;
  const pdf = await openPrints(prints);
  await condense(pdf);
  const { paints } = scan(survey(pdf), plainMix);
  const keys = blockOfMarks(pdf);
  const placeOf = ({ page, order, image }: Breach): Place | undefined => {
    if (page === undefined) return undefined;
    const list = paints[page] ?? [];
    const own = image === undefined ? order : list.filter(({ kind }) => kind === "image")[image]?.order;
    if (own === undefined) return undefined;
    // A background has no mark of its own: it comes before the words that stand on it.
    const places = list.slice(own).map(({ mark }) => blocks[keys.get(`${page} ${mark}`) ?? -1]?.place);
    return places.find((place) => place !== undefined);
  };
  return {
    ...report,
    rules: report.rules.map((rule) => ({
      ...rule,
      breaches: rule.breaches.map((breach) => ({ ...breach, place: placeOf(breach) })),
    })),
  };
}
