/**
 * Keep every pixel of a picture, four bytes each, within an ink limit in per cent: cyan, magenta and yellow give way, in
 * proportion, and black stays. Returns the most ink that there was before.
 */
export function limitInk(pixels: Uint8Array, limit: number): number {
  const most = Math.floor((limit / 100) * 255);
  let highest = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const colours = byte(pixels, at) + byte(pixels, at + 1) + byte(pixels, at + 2);
    const black = byte(pixels, at + 3);
    const total = colours + black;
    if (total > highest) highest = total;
    if (total <= most) continue;
    const share = (most - black) / colours;
    for (let ink = at; ink < at + 3; ink++) pixels[ink] = Math.floor(byte(pixels, ink) * share);
  }
  return (highest / 255) * 100;
}

function byte(pixels: Uint8Array, index: number): number {
  return pixels[index] ?? 0;
}
