import { loadVips, scoped } from "../../press/colour/vips.js";
import type { Raster } from "./pdfium.js";
import type { Picture } from "./picture.js";

/** Write a rendered page in colours as a small JPEG. */
export async function toJpeg({ width, height, data }: Raster): Promise<Picture> {
  const vips = await loadVips();
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++)
    for (let band = 0; band < 3; band++) pixels[3 * at + band] = data[4 * at + 2 - band] ?? 255;
  return scoped((keep) => {
    const raw = keep(vips.Image.newFromMemory(pixels, width, height, 3, vips.BandFormat.uchar));
    const image = keep(raw.copy({ interpretation: "srgb" }));
    const bytes = Uint8Array.from(image.writeToBuffer(".jpg", { Q: 78, keep: "none" }));
    return { mediaType: "image/jpeg", bytes };
  });
}
