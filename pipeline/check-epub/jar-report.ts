import { z } from "zod";
import type { Finding, Gravity } from "./finding.js";

const report = z.object({
  messages: z.array(
    z.object({
      ID: z.string(),
      severity: z.string(),
      message: z.string(),
      locations: z.array(z.object({ path: z.string(), line: z.number(), column: z.number() })),
    }),
  ),
});

const gravities: Readonly<Record<string, Gravity>> = { FATAL: "error", ERROR: "error", WARNING: "warning" };

/** Read the JSON that EPUBCheck's jar writes; usage notes are left out. Throws on another form. */
export function findingsOfJar(json: unknown): readonly Finding[] {
  return report
    .parse(json)
    .messages.filter(({ severity }) => severity !== "USAGE" && severity !== "SUPPRESSED")
    .flatMap(({ ID, severity, message, locations }) => {
      const finding = {
        rule: `epubcheck-jar/${ID}`,
        gravity: gravities[severity] ?? "info",
        reason: message,
      };
      return locations.length === 0 ? [finding] : locations.map((location) => ({ ...finding, ...location }));
    });
}
