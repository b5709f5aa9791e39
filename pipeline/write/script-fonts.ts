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

/**
 * Write the rules that set passages of a language in the face that was made for it, the theme's text face behind it.
 *
 * The attribute and not `:lang()`, so that what a passage holds keeps its own faces: code, figures.
 */
export function languagesCss(faces: readonly FontFace[]): string {
  const text = faces.find((face) => face.for === undefined)?.family;
  const families = new Map<string, Set<string>>();
  for (const { family, languages = [] } of faces)
    for (const language of languages)
      families.set(language, (families.get(language) ?? new Set()).add(family));
  // A longer name is of a narrower language, and the later rule holds.
  const narrower = [...families].sort(([a], [b]) => a.length - b.length);
  return narrower
    .map(([language, leading]) => {
      const list = [...leading, ...(text === undefined ? [] : [text])].map((family) =>
        JSON.stringify(family),
      );
      const passage = `[lang|="${language}"]`;
      return `${passage},${passage} body{font-family:${list.join(", ")}, var(--scripts), serif}`;
    })
    .join("\n");
}
