import type { Element } from "hast";
import { h } from "hastscript";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { count } from "../../../../count.js";
import {
  type PageReport,
  type Preflight,
  pageRanges,
  type RuleResult,
  type Told,
  told,
  type Verdict,
  verdictOf,
} from "../report.js";
import { millimetresOf } from "../to-record.js";
import { pagesSection } from "./pages.js";
import { style } from "./style.js";

/** Findings of one rule beyond these are counted. */
const shown = 40;

/** Write a preflight as one HTML page that needs nothing beside itself. */
export function toHtml(report: Preflight, file: string): string {
  const verdict = overall(report);
  const html = h("html", { lang: "en" }, [
    h("head", [
      h("meta", { charset: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("title", `Preflight: ${file}`),
      h("style", style),
    ]),
    h("body", { className: [verdict] }, [
      headerOf(report, file, verdict),
      ...findingsSection(report),
      pagesSection(report),
      rulesSection(report),
      h("footer", "Made by quoin preflight. What a program can check, and no promise of a printer."),
    ]),
  ]);
  const page = unified()
    .use(rehypeStringify, { allowDangerousHtml: true })
    .stringify({ type: "root", children: [{ type: "doctype" }, html] });
  return `${page}\n`;
}

function overall({ rules }: Preflight): Verdict {
  const verdicts = rules.map(verdictOf);
  return verdicts.includes("fail") ? "fail" : verdicts.includes("look") ? "look" : "pass";
}

function headerOf({ profile, pages, rules }: Preflight, file: string, verdict: Verdict): Element {
  const number = (wanted: Verdict) => rules.filter((rule) => verdictOf(rule) === wanted).length;
  const said = {
    fail: [h("b", `${count(number("fail"), "thing")}`), ` the printer would send this file back for.`],
    look: [
      h("b", `${count(number("look"), "thing")} to look at,`),
      " nothing that the printer would send back.",
    ],
    pass: [h("b", "Nothing stands in the way"), " of printing this file."],
  }[verdict];
  const most = pages.reduce<{ page: number; most: number } | undefined>(
    (best, { ink }, page) => (ink && ink.most > (best?.most ?? -1) ? { page, most: ink.most } : best),
    undefined,
  );
  const [first] = pages;
  return h("header", [
    h("p.kicker", "Preflight"),
    h("h1", said),
    h("p.file", file),
    h("dl.facts", [
      fact(
        "Printer",
        profile.title,
        profile.standard === "none" ? profile.name : `${profile.name}, ${profile.standard}`,
      ),
      fact("Pages", String(pages.length), first ? sizeOf(first) : ""),
      fact("Rules kept", `${number("pass")} of ${rules.length}`, ""),
      ...(most
        ? [
            fact(
              "Most ink",
              `${Math.round(most.most)} %`,
              `on page ${most.page + 1}; the limit is ${profile.inkLimit} %`,
            ),
          ]
        : []),
    ]),
  ]);
}

function fact(name: string, value: string, more: string): Element {
  return h("div", [h("dt", name), h("dd", [value, more ? h("small", more) : ""])]);
}

function sizeOf({ width, height }: PageReport): string {
  return `${Math.round(width)} × ${Math.round(height)} mm`;
}

function findingsSection({ rules, pages }: Preflight): Element[] {
  const found = (["fail", "look"] as const).flatMap((verdict) =>
    rules.filter((rule) => verdictOf(rule) === verdict).map((rule) => findingOf(rule, verdict, pages)),
  );
  return found.length === 0 ? [] : [h("section", [h("h2", "What was found"), ...found])];
}

function findingOf(rule: RuleResult, verdict: "fail" | "look", pages: readonly PageReport[]): Element {
  const { id, asks, asker } = rule;
  const breaches = told(rule.breaches);
  const more = breaches.length - shown;
  return h(`article.finding.${verdict}`, [
    h("h3", [id, h("i", verdict === "fail" ? "would be sent back" : "asks for a look")]),
    h("div", [
      h("p", `${asker}: ${asks}`),
      h("ul", [
        ...breaches.slice(0, shown).map((breach) => itemOf(breach, pages)),
        ...(more > 0 ? [h("li", [h("b", ""), h("span", `and ${more} more`)])] : []),
      ]),
    ]),
  ]);
}

function itemOf({ detail, page, box, place, further }: Told, pages: readonly PageReport[]): Element {
  const report = page === undefined ? undefined : pages[page];
  const at = box && report ? millimetresOf(box, report) : undefined;
  const where = at ? `, at ${Math.round(at.x)}, ${Math.round(at.y)} mm` : "";
  return h("li", [
    page === undefined ? h("b", "File") : h("a", { href: `#page-${page + 1}` }, `Page ${page + 1}`),
    h("span", [
      `${detail}${where}${further.length > 0 ? `, and so on pages ${pageRanges(further)}` : ""}`,
      place ? h("code", `${place.file}:${place.line}`) : "",
    ]),
  ]);
}

function rulesSection({ rules }: Preflight): Element {
  const askers = [...new Set(rules.map(({ asker }) => asker))];
  const words = { fail: "fails", look: "look", pass: "kept" } as const;
  return h("section", [
    h("h2", "Every rule"),
    h(
      "table",
      askers.map((asker) =>
        h("tbody", [
          h("tr", [h("th", { colSpan: 3, scope: "rowgroup" }, asker)]),
          ...rules
            .filter((rule) => rule.asker === asker)
            .map((rule) =>
              h("tr", { className: [verdictOf(rule)] }, [
                h("td", words[verdictOf(rule)]),
                h("td", rule.id),
                h("td", rule.asks),
              ]),
            ),
        ]),
      ),
    ),
  ]);
}
