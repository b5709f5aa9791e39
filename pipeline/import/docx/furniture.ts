import type { Archive } from "../archive.js";
import type { Finding } from "../importer.js";
import type { Parts } from "./parts.js";
import { prepare } from "./prepare.js";

/** List what stands in the headers and footers of pages: the theme sets its own. */
export async function takeFurniture(
  archive: Archive,
  { related }: Parts,
  file: string,
): Promise<{ readonly text: string; readonly findings: readonly Finding[] }> {
  const texts: string[] = [];
  for (const path of [...(related.get("header") ?? []), ...(related.get("footer") ?? [])])
    texts.push(prepare(await archive.text(path), "h").words.trim());
  const all = texts.filter((text) => text !== "");
  const findings = all.map((text): Finding => {
    const reason = `Left out of the top or foot of pages: ${text.replace(/\s+/g, " ")}`;
    return {
      rule: "import-furniture-dropped",
      reason,
      from: { file, part: "headers and footers" },
      dropped: text,
    };
  });
  return { text: all.join("\n"), findings };
}
