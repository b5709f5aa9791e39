import type { Finding } from "../importer.js";

/** What a page says of itself but for its title, which is its heading. */
export function withoutTitle(matter: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { title: _, ...rest } = matter;
  return rest;
}

/** What the front matter of one page among many says is of that page, and not of the work. */
export function pagesMatter(findings: readonly Finding[]): readonly Finding[] {
  return findings.map(({ to: _, ...finding }): Finding => {
    if (finding.rule === "import-metadata-dropped") return finding;
    const words = finding.reason.replace(/^From the metadata: \S+ ?/, "");
    return {
      ...finding,
      rule: "import-metadata-dropped",
      reason: finding.reason.replace("From the metadata", "Left out of the front matter of a page"),
      dropped: words,
    };
  });
}
