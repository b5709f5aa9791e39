import type { Theme } from "../publication.js";

/** Write a theme's colours as CSS custom properties: `--accent`, `--ink` and so on. */
export function paletteCss(theme: Pick<Theme, "palette">): string {
  const colours = Object.entries(theme.palette).map(([name, value]) => `--${name}:${value}`);
  return `:root{${colours.join(";")}}`;
}
