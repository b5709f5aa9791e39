import { createHash } from "node:crypto";
import type Vips from "wasm-vips";
import { reasonOf } from "../pdf/press/colour/library-failure.js";
import { type Scope, scoped } from "../pdf/press/colour/vips.js";
import type { Damage } from "../pdf/press/images/convert-images.js";
import type { PictureFile } from "./container.js";

/** Photographs stay JPEG, of a quality at which a screen shows no difference. */
const jpeg = { Q: 90, subsample_mode: "off", optimize_coding: true, keep: "none" } as const;

/**
 * Give photographs in the inks of a press the colours of screens, sRGB: many reading systems show their numbers inverted, or nothing. All other
 * files are handed back as they are; those that cannot be read to their end too, with the damage.
 */
export async function inScreenColours(
  files: readonly PictureFile[],
): Promise<{ readonly files: readonly PictureFile[]; readonly damages: readonly Damage[] }> {
  if (!files.some(({ bytes }) => isInInks(bytes))) return { files, damages: [] };
  const { loadVips } = await import("../pdf/press/colour/vips.js");
  const vips = await loadVips();
  const damages: Damage[] = [];
  const converted = files.map((file) => {
    if (!isInInks(file.bytes)) return file;
    try {
      return { href: file.href, bytes: convert(vips, file.bytes) };
    } catch (error) {
      const sha256 = createHash("sha256").update(file.bytes).digest("hex");
      damages.push({ sha256, reason: reasonOf(error) });
      return file;
    }
  });
  return { files: converted, damages };
}

/** Say whether a file is a JPEG of four colours: its frame counts them (ITU-T T.81, B.2.2). */
export function isInInks(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 2; at + 9 < view.length; ) {
    const marker = view.readUInt8(at + 1);
    if (marker === 0xff) at += 1;
    // 0xc4, 0xc8 and 0xcc are tables.
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return view.readUInt8(at + 9) === 4;
    else at += 2 + view.readUInt16BE(at + 2);
  }
  return false;
}

function convert(vips: typeof Vips, bytes: Uint8Array): Uint8Array {
  return scoped((keep) => {
    const read = keep(vips.Image.newFromBuffer(bytes, "", { fail_on: "truncated" } as object));
    // What says how a camera was held goes with all else that is no picture.
    const upright = keep(read.autorot());
    return Uint8Array.from(inSrgb(upright, keep).writeToBuffer(".jpg", jpeg));
  });
}

/** By the profile that the photograph brings along, or a common one of print. */
function inSrgb(image: Vips.Image, keep: Scope): Vips.Image {
  const transform = (embedded: boolean) =>
    keep(image.iccTransform("srgb", { embedded, input_profile: "cmyk" }));
  try {
    return transform(true);
  } catch {
    return transform(false);
  }
}
