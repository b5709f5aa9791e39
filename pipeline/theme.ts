import type { VFileMessage } from "vfile-message";
import { parseTrim } from "./metadata/trim.js";
import { problem } from "./problem.js";
import type { HouseInk, Place, Theme } from "./publication.js";
import {
  type Face,
  type FontEntry,
  fontsSchema,
  isSameFace,
  themeSchema,
  type WrittenTheme,
} from "./theme/schema.js";
import { parseYaml } from "./yaml/parse.js";
import { validate } from "./yaml/validate.js";

const rules = { missing: "theme-invalid", unknown: "theme-invalid", invalid: "theme-invalid" } as const;

/** A theme's settings with every key filled in: all of a `Theme` but the contents of its files. */
export interface ThemeSettings
  extends Omit<Theme, "styles" | "pages" | "printFonts" | "bookFonts" | "offers"> {
  readonly printFonts: readonly FontEntry[];
  readonly bookFonts: readonly FontEntry[];
}

/** A file of a theme, and where it lies. */
export interface ThemeFile {
  readonly file: string;
  readonly text: string;
}

/** Read fonts.yaml. */
export function readFonts({ file, text }: ThemeFile): {
  fonts: readonly FontEntry[];
  messages: readonly VFileMessage[];
} {
  const yaml = parseYaml(text, file, "typed");
  if (yaml.messages.length > 0) return { fonts: [], messages: yaml.messages };
  const { value, messages } = validate(fontsSchema, yaml, rules);
  return { fonts: value ?? [], messages };
}

/** Read theme.yaml files, the theme's own first; a key that one lacks comes from the next, colours one by one. */
export function readTheme(
  name: string,
  files: readonly ThemeFile[],
  fonts: readonly FontEntry[],
): { settings?: ThemeSettings; messages: readonly VFileMessage[] } {
  const layers = files.map(({ file, text }) => {
    const yaml = parseYaml(text, file, "typed");
    if (yaml.messages.length > 0) return { value: {}, messages: yaml.messages };
    const { value = {}, messages } = validate(themeSchema, yaml, rules);
    const missing = (["printFonts", "bookFonts"] as const).flatMap((list) =>
      (value[list] ?? [])
        .map((face, i) => lacking(face, fonts, yaml.placeOf([list, i])))
        .filter((message) => message !== undefined),
    );
    return { value, messages: [...messages, ...missing] };
  });
  const messages = layers.flatMap((layer) => layer.messages);
  if (messages.length > 0) return { messages };
  return {
    settings: settle(
      name,
      layers.map((layer) => layer.value),
      fonts,
    ),
    messages,
  };
}

function lacking(face: Face, fonts: readonly FontEntry[], place: Place): VFileMessage | undefined {
  if (fonts.some((entry) => isSameFace(entry, face))) return undefined;
  const reason = `Unexpected face ${face.family}, ${face.weight}, ${face.style}, expected one of fonts.yaml`;
  return problem("font-missing", reason, place);
}

function settle(name: string, layers: readonly WrittenTheme[], fonts: readonly FontEntry[]): ThemeSettings {
  const merged: WrittenTheme = Object.assign({}, ...layers.toReversed());
  // Nobody has to ask for what only a formula or another script needs: a page without either never loads it.
  const everywhere = fonts.filter((entry) => entry.for !== undefined);
  const entries = (faces: readonly Face[] = []) =>
    [...faces, ...everywhere]
      .filter((face, i, all) => all.findIndex((other) => isSameFace(other, face)) === i)
      .flatMap((face) => fonts.filter((entry) => isSameFace(entry, face)).slice(0, 1));
  const { trim = "170x240mm" } = merged;
  return {
    name,
    trim: (typeof trim === "string" ? parseTrim(trim) : trim) ?? { width: 170, height: 240 },
    rectoOpeners: merged.rectoOpeners ?? false,
    partNumbers: merged.partNumbers ?? "roman",
    contentsDepth: merged.contentsDepth ?? 2,
    palette: Object.assign({}, ...layers.toReversed().map(({ palette }) => palette)),
    inks: inksOf(layers),
    printFonts: entries(merged.printFonts),
    bookFonts: entries(merged.bookFonts),
  };
}

/** An ink that is borrowed prints the colour that it was made for: not one that has been changed since. */
function inksOf(layers: readonly WrittenTheme[]): ThemeSettings["inks"] {
  const inks: Record<string, HouseInk> = {};
  for (const { palette = {}, inks: own = {} } of layers.toReversed()) {
    for (const name of Object.keys(palette)) delete inks[name];
    Object.assign(inks, own);
  }
  return inks;
}
