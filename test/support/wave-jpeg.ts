import { loadVips } from "../../pipeline/write/pdf/press/colour/vips.js";

/** Draw a JPEG of waves in three colours, as noisy as a photograph never is. */
export async function jpeg(width: number, height: number): Promise<Uint8Array> {
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      pixels[at] = 128 + 127 * Math.sin(x / 40);
      pixels[at + 1] = 128 + 127 * Math.cos(y / 30);
      pixels[at + 2] = (x * 255) / width;
    }
  }
  const vips = await loadVips();
  const image = vips.Image.newFromMemory(pixels, width, height, 3, vips.BandFormat.uchar);
  return Uint8Array.from(image.copy({ interpretation: "srgb" }).writeToBuffer(".jpg", { Q: 90 }));
}
