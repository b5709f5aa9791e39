import { join } from "node:path";
import type { ReportFont } from "../diff/report/report.js";
import { fontPath } from "./load-fonts.js";
import { packageRoot } from "./package-root.js";
import { readInside } from "./read-inside.js";

const faces = [
  { family: "Serif", weight: "400", file: "source-serif/WOFF2/TTF/SourceSerif4-Regular.ttf.woff2" },
  { family: "Display", weight: "300", file: "source-serif/WOFF2/TTF/SourceSerif4Display-Light.ttf.woff2" },
  { family: "Sans", weight: "200 900", file: "source-sans/WOFF2/VF/SourceSans3VF-Upright.ttf.woff2" },
] as const;

/** Load the faces of the page that `quoin diff` makes; one that is not there leaves its place to the system's. */
export async function reportFonts(): Promise<readonly ReportFont[]> {
  const loaded = await Promise.all(
    faces.map(async ({ family, weight, file }): Promise<ReportFont[]> => {
      const found = await fontPath(file, join(packageRoot, "assets", "fonts.yaml"), packageRoot);
      const content = found && (await readInside(found.folder, found.path, 5_000_000));
      return content && "bytes" in content ? [{ family, weight, woff2: content.bytes }] : [];
    }),
  );
  return loaded.flat();
}
