import { loadVips, scoped } from "../../pipeline/write/pdf/press/colour/vips.js";

const size = { width: 2048, height: 1536 } as const;

/** Draw a JPEG of 3 megapixels with waves and grain, which no other number has; it is as large as a photograph's. */
export async function photograph(number: number): Promise<Uint8Array> {
  const { width, height } = size;
  const pixels = new Uint8Array(width * height * 3);
  let grain = number;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      grain = (grain * 1664525 + 1013904223) >>> 0;
      const at = (y * width + x) * 3;
      const light = 110 + 70 * Math.sin(x / (60 + number)) + 40 * Math.cos(y / 90) + (grain >>> 28);
      pixels[at] = light;
      pixels[at + 1] = 0.9 * light + 20 * Math.sin(y / 40);
      pixels[at + 2] = 60 + (120 * y) / height + (grain >>> 29);
    }
  }
  const vips = await loadVips();
  return scoped((keep) => {
    const raw = keep(vips.Image.newFromMemory(pixels, width, height, 3, vips.BandFormat.uchar));
    const image = keep(raw.copy({ interpretation: "srgb" }));
    return Uint8Array.from(image.writeToBuffer(".jpg", { Q: 88 }));
  });
}
