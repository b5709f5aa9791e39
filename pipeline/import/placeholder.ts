/**
 * Draw what stands for a picture that was not brought in: a frame with a landscape, and no words, for they would be invented.
 *
 * `data-placeholder` is what `image-placeholder` knows it by.
 */
export function placeholder(width: number, height: number): Uint8Array {
  const [w, h] = [width, height];
  const unit = Math.min(w, h) / 8;
  const [x, y] = [w / 2, h / 2];
  const ridge = `M${x - 2 * unit} ${y + unit}l${1.2 * unit} ${-1.6 * unit} ${0.9 * unit} ${1.1 * unit} ${0.6 * unit} ${-0.7 * unit} ${1.3 * unit} ${1.2 * unit}z`;
  return new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" data-placeholder="missing">
<rect width="${w}" height="${h}" fill="#eef0f2"/>
<rect x="4" y="4" width="${w - 8}" height="${h - 8}" fill="none" stroke="#9aa3ad" stroke-width="1.5" stroke-dasharray="7 5"/>
<path d="${ridge}" fill="#c3c9d0"/>
<circle cx="${x + 1.1 * unit}" cy="${y - 0.9 * unit}" r="${unit / 3}" fill="#c3c9d0"/>
</svg>
`);
}
