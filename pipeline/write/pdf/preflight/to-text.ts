import type { Colors } from "picocolors/types.js";
import { count } from "../../../count.js";
import {
  type Preflight,
  pageRanges,
  type RuleResult,
  type Told,
  told,
  type Verdict,
  verdictOf,
} from "./report.js";
import type { Breach } from "./rule.js";
import { millimetresOf } from "./to-record.js";

/** Findings of one rule beyond these are counted. */
const shown = 12;

/** Write a preflight as lines for a terminal: what fails, what asks for a look, what passes, and the sum of it. */
export function toText(report: Preflight, file: string, colors: Colors): string {
  const { profile, pages, rules } = report;
  const standard = profile.standard === "none" ? "" : `, ${profile.standard}`;
  const of = (verdict: Verdict) => rules.filter((rule) => verdictOf(rule) === verdict);
  const lines = (["fail", "look", "pass"] as const).flatMap((verdict) =>
    of(verdict).flatMap((rule) => ruleLines(rule, verdict, report, colors)),
  );
  return [
    `${colors.bold(file)}: ${count(pages.length, "page")}, for ${profile.title} (${profile.name}${standard})`,
    "",
    ...lines,
    "",
    summaryOf(report),
    "",
  ].join("\n");
}

/** Say in one line what a preflight came to: `2 rules fail, 1 asks for a look, 46 pass`. */
export function summaryOf({ rules }: Preflight): string {
  const number = (verdict: Verdict) => rules.filter((rule) => verdictOf(rule) === verdict).length;
  const [fail, look, pass] = [number("fail"), number("look"), number("pass")];
  const parts = [
    ...(fail > 0 ? [`${count(fail, "rule")} ${fail === 1 ? "fails" : "fail"}`] : []),
    ...(look > 0 ? [`${look} ${look === 1 ? "asks" : "ask"} for a look`] : []),
    `${pass} ${pass === 1 ? "passes" : "pass"}`,
  ];
  return parts.join(", ");
}

function ruleLines(rule: RuleResult, verdict: Verdict, report: Preflight, colors: Colors): readonly string[] {
  const paint = { fail: colors.red, look: colors.yellow, pass: colors.green }[verdict];
  const breaches = told(rule.breaches);
  const more = breaches.length - shown;
  return [
    `${paint(verdict)}  ${rule.id.padEnd(26)} ${rule.asks}`,
    ...breaches.slice(0, shown).map((breach) => `      ${colors.dim("-")} ${breachLine(breach, report)}`),
    ...(more > 0 ? [`      ${colors.dim(`and ${more} more`)}`] : []),
  ];
}

/** Say one finding in a line: what it is, page, place on it, and its place in the manuscript. */
export function breachLine(breach: Told, report: Pick<Preflight, "pages">): string {
  const { detail, place, page, further } = breach;
  const where =
    further.length > 0 && page !== undefined
      ? ` on pages ${pageRanges([page, ...further])}`
      : whereOf(breach, report);
  return `${detail}${where}${place ? ` (${place.file}:${place.line})` : ""}`;
}

/** Say where a finding is: ` on page 12, at 34, 120 mm`; nothing where it is the file's. */
export function whereOf({ page, box }: Breach, { pages }: Pick<Preflight, "pages">): string {
  const report = page === undefined ? undefined : pages[page];
  if (page === undefined || !report) return "";
  const at = box && millimetresOf(box, report);
  return ` on page ${page + 1}${at ? `, at ${Math.round(at.x)}, ${Math.round(at.y)} mm` : ""}`;
}
