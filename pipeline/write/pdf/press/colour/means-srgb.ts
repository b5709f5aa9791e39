import { createHash } from "node:crypto";
import { profileField } from "./grid.js";
import { type Library, scoped } from "./vips.js";

const levels = [0, 64, 128, 192, 255];
const colours = Uint8Array.from(
  levels.flatMap((r) => levels.flatMap((g) => levels.flatMap((b) => [r, g, b]))),
);
const known = new Map<string, boolean>();

/**
 * Say whether an ICC profile of red, green and blue means by its numbers what sRGB means by them, to a 256th: browsers describe
 * sRGB in a profile of their own.
 */
export function meansSrgb(vips: Library, profile: Uint8Array): boolean {
  const key = createHash("sha256").update(profile).digest("hex");
  const answer =
    known.get(key) ??
    scoped((keep) => {
      const raw = keep(vips.Image.newFromMemory(colours, colours.length / 3, 1, 3, vips.BandFormat.uchar));
      const tagged = keep(raw.copy({ interpretation: "srgb" }));
      tagged.setBlob(profileField, profile);
      const seen = keep(
        tagged.iccTransform("srgb", { embedded: true, input_profile: "srgb" }),
      ).writeToMemory();
      return colours.every((level, at) => Math.abs(level - (seen[at] ?? 0)) <= 1);
    });
  known.set(key, answer);
  return answer;
}
