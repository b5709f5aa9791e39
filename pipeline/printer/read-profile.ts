import type { VFileMessage } from "vfile-message";
import { problem } from "../problem.js";
import type { CoverForm, PressProfile } from "../publication.js";
import { parseYaml, type Yaml } from "../yaml/parse.js";
import { validate } from "../yaml/validate.js";
import { faultOf } from "./fault.js";
import {
  type PartialProfile,
  partialProfileSchema,
  profileSchema,
  toMillimetres,
  type WrittenProfile,
} from "./schema.js";

const rules = { missing: "profile-invalid", unknown: "profile-invalid", invalid: "profile-invalid" } as const;

/** A profile's file: its own keys and values, and where they stand. */
export interface ProfileLayer {
  readonly yaml: Yaml;
  readonly written: PartialProfile;
}

/** Read one profile's file, which may lack what another has that it extends; without messages there is a layer. */
export function readLayer(
  text: string,
  file: string,
): { layer?: ProfileLayer; messages: readonly VFileMessage[] } {
  const yaml = parseYaml(text, file, "typed");
  if (yaml.messages.length > 0) return { messages: yaml.messages };
  const { value, messages } = validate(partialProfileSchema, yaml, rules);
  return value ? { layer: { yaml, written: value }, messages } : { messages };
}

/** Find the layer that settles a key: the first that has it, or the first of all where none has. */
export function layerOf(layers: readonly ProfileLayer[], key: keyof PartialProfile): ProfileLayer {
  const found = layers.find(({ written }) => written[key] !== undefined) ?? layers[0];
  if (!found) throw new Error("A profile has at least one file");
  return found;
}

/**
 * Make a profile of its layers, its own first: a key that one lacks comes from the next. `icc` holds the bytes of the ICC
 * profile that its output names; it is empty where there is none.
 */
export function settleProfile(
  name: string,
  layers: readonly ProfileLayer[],
  icc: Uint8Array,
): { profile?: PressProfile; messages: readonly VFileMessage[] } {
  const merged: PartialProfile = Object.assign({}, ...layers.map(({ written }) => written).toReversed());
  const invalid = (key: keyof PartialProfile, reason: string) => ({
    messages: [problem("profile-invalid", reason, layerOf(layers, key).yaml.placeOf([key]))],
  });
  if (!isWhole(merged)) throw new Error("A profile that others extend is whole");
  const { extends: _, output, bleed, cover, paper, gutter, safety, hairline, forbidden, ...rest } = merged;
  const profile: PressProfile = {
    name,
    ...rest,
    ...(output && { output: { ...output, icc } }),
    ...(cover && { cover: coverOf(cover) }),
    // X-1a knows no transparency (ISO 15930-4, 6.13).
    forbidden:
      rest.standard === "PDF/X-1a" ? [...new Set([...forbidden, "transparency" as const])] : forbidden,
    bleed: bleedOf(bleed),
    gutter: gutter.map(({ pages, least }) => ({ pages, least: toMillimetres(least) })),
    safety: toMillimetres(safety),
    hairline: toMillimetres(hairline),
    // A leaf of 100 g/m² and 1 cm³/g is 0.1 mm thick, and has two pages.
    pageThickness: "page" in paper ? toMillimetres(paper.page) : (paper.grammage * paper.bulk) / 2000,
  };
  const fault = faultOf(profile);
  return fault ? invalid(fault.key, fault.reason) : { profile, messages: [] };
}

function isWhole(written: PartialProfile): written is WrittenProfile {
  return Object.keys(profileSchema.shape).every(
    (key) => key === "extends" || written[key as keyof PartialProfile] !== undefined,
  );
}

function coverOf({ bleed, safety, spineAdds, spineText }: NonNullable<WrittenProfile["cover"]>): CoverForm {
  return {
    bleed: toMillimetres(bleed),
    safety: toMillimetres(safety),
    spineAdds: toMillimetres(spineAdds),
    spineText: { pages: spineText.pages, clear: toMillimetres(spineText.clear) },
  };
}

function bleedOf(written: WrittenProfile["bleed"]): PressProfile["bleed"] {
  const edge = (name: keyof PressProfile["bleed"]) =>
    toMillimetres(typeof written === "object" ? written[name] : written);
  return { top: edge("top"), bottom: edge("bottom"), outside: edge("outside"), spine: edge("spine") };
}
