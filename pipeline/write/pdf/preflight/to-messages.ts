import type { VFileMessage } from "vfile-message";
import { problem, type RuleId } from "../../../problem.js";
import type { Preflight, RuleResult } from "./report.js";
import type { Breach } from "./rule.js";
import { whereOf } from "./to-text.js";

/** The rules of quoin that a printer's demands fall under; those of a standard are `press-standard`. */
const ids: Readonly<Record<string, RuleId>> = {
  "trim-box": "press-boxes",
  "trim-size": "press-boxes",
  bleed: "press-boxes",
  sheet: "press-boxes",
  "page-multiple": "press-pages",
  "page-count": "press-pages",
  "last-page": "press-pages",
  colours: "press-colours",
  "ink-limit": "press-ink",
  "text-black": "press-text",
  "text-margin": "press-text",
  hairline: "press-hairline",
};

/** Messages of one rule beyond these are counted in the last. */
const most = 20;

/** Report what a preflight found as messages of a build, each place of the manuscript once. */
export function toMessages({ profile, rules, ...report }: Preflight): readonly VFileMessage[] {
  return rules.flatMap((rule) => {
    const groups = grouped(rule.breaches);
    const rest = groups.slice(most).flat().length;
    return groups.slice(0, most).map(([first, ...more], index) => {
      const others = more.length + (index === most - 1 ? rest : 0);
      if (!first) throw new Error("A group has a member");
      const further = others > 0 ? `, and ${others} more` : "";
      const reason = `${first.detail}${whereOf(first, { pages: report.pages })}${further}. ${rule.asker}, ${rule.id}: ${rule.asks}`;
      return problem(idOf(rule, first, profile), reason, first.place ?? {});
    });
  });
}

function idOf({ id, asker }: RuleResult, { gravity }: Breach, { standard }: Preflight["profile"]): RuleId {
  if (asker === standard) return "press-standard";
  if (id === "image-resolution") return gravity === "refusal" ? "press-image" : "press-image-soft";
  return ids[id] ?? "press-refused";
}

/** Put those together that are of one place and gravity; those without a place are of one, too. */
function grouped(breaches: readonly Breach[]): readonly (readonly Breach[])[] {
  const groups = new Map<string, Breach[]>();
  for (const breach of breaches) {
    const key = JSON.stringify([breach.place, breach.gravity]);
    const group = groups.get(key);
    if (group) group.push(breach);
    else groups.set(key, [breach]);
  }
  return [...groups.values()];
}
