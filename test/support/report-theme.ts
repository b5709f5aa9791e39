import { loadTheme } from "../../pipeline/edges/load-theme.js";
import type { Theme } from "../../pipeline/publication.js";

/** Load the theme that ships with quoin. */
export async function reportTheme(): Promise<Theme> {
  const { theme, messages } = await loadTheme("report", ".", {
    file: "publication.yaml",
    line: 1,
    column: 1,
  });
  if (theme === undefined) throw new Error(messages.map(String).join("\n"));
  return theme;
}
