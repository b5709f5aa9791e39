import { z } from "zod";
import type { Finding } from "./finding.js";

const report = z.object({
  assertions: z.array(
    z.object({
      "earl:testSubject": z.object({ url: z.string() }),
      assertions: z.array(
        z.object({
          "earl:test": z.object({ "earl:impact": z.string(), "dct:title": z.string() }),
          "earl:result": z.object({
            "earl:outcome": z.string(),
            "dct:description": z.string(),
            html: z.string().optional(),
          }),
        }),
      ),
    }),
  ),
});

/** Read Ace's report.json; its violations count as errors, those it calls minor or moderate as warnings. Throws on another form. */
export function findingsOfAce(json: unknown): readonly Finding[] {
  return report.parse(json).assertions.flatMap(({ "earl:testSubject": { url }, assertions }) =>
    assertions
      .filter((assertion) => assertion["earl:result"]["earl:outcome"] !== "pass")
      .map(({ "earl:test": test, "earl:result": result }) => ({
        rule: `ace/${test["dct:title"]}`,
        gravity: /^(?:minor|moderate)$/.test(test["earl:impact"]) ? ("warning" as const) : ("error" as const),
        reason: [firstLine(result["dct:description"]), result.html?.slice(0, 100)].filter(Boolean).join(": "),
        path: url,
      })),
  );
}

function firstLine(text: string): string {
  return text.trim().split(/\s*\n\s*/)[0] ?? "";
}
