import type { FontFace } from "../publication.js";

/** Name the families for writing that a theme's text faces lack, as CSS lists them: `"Noto Naskh Arabic", "Noto Serif Hebrew"`. */
export function scriptFamilies(faces: readonly FontFace[]): string {
  const families = faces.filter((face) => face.for === "scripts").map(({ family }) => family);
  return [...new Set(families)].map((family) => JSON.stringify(family)).join(", ");
}

/** Write them as the custom property that a theme's style sheets put behind each family: `var(--scripts)`. */
export function scriptsCss(faces: readonly FontFace[]): string {
  // A property without a value would void every list that it stands in.
  return `:root{--scripts:${scriptFamilies(faces) || "serif"}}`;
}

/** Write the families into a style sheet in place of `var(--scripts)`, which older reading systems do not know. */
export function spellOutScripts(css: string, faces: readonly FontFace[]): string {
  const families = scriptFamilies(faces);
  return css.replace(/var\(--scripts\),?\s*/g, families && `${families}, `);
}
