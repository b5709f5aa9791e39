import { loadTheme } from "../../pipeline/edges/load-theme.js";
import type { Theme } from "../../pipeline/publication.js";

let loaded: Promise<Theme> | undefined;

/** Load the theme that ships with quoin, its fonts with it; once, for nobody changes it. */
export function reportTheme(): Promise<Theme> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Theme> {
  const { theme, messages } = await loadTheme("report", ".", {
    file: "publication.yaml",
    line: 1,
    column: 1,
  });
  if (theme === undefined) throw new Error(messages.map(String).join("\n"));
  return theme;
}
