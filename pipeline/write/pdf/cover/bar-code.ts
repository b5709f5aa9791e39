import type { Resource } from "../../../publication.js";

/** The bar code of a book, drawn, and what it says. */
export interface BarCode extends Resource {
  /** `ISBN 978-0-306-40615-7`. */
  readonly alt: string;
  /** In millimetres, quiet zones and figures included. */
  readonly width: number;
  readonly height: number;
}

/** Width of the narrowest bar at nominal size, in millimetres, and the height of bars in such widths (ISO/IEC 15420; GS1, 5.2.3.4). */
const module = 0.33;
const bars = 69;
/**
 * What stays white around it. The library leaves room at the left for the first figure, and nearly none at the right, where
 * seven modules must stay white.
 */
const padding = { left: 3, right: 9, top: 5, bottom: 4 };
/** In modules: so the number is as wide as the bars below it. */
const textSize = 7.5;

/** Draw the ISBN of a book, 13 digits, as an EAN-13 in black, the number above it with its hyphens. */
export async function drawBarCode(isbn: string): Promise<BarCode> {
  const [{ drawingSVG, isbn: encode }, { default: isbns }] = await Promise.all([
    import("bwip-js/generic"),
    import("isbn3"),
  ]);
  // A number of a group that is not yet known to the list goes without hyphens after its prefix.
  const text = isbns.hyphenate(isbn) || `${isbn.slice(0, 3)}-${isbn.slice(3, 12)}-${isbn.slice(12)}`;
  const options = {
    bcid: "isbn",
    text,
    includetext: true,
    isbntextsize: textSize,
    scale: 1,
    // Millimetres, of which it makes modules as if these were points.
    height: (bars * 25.4) / 72,
    paddingleft: padding.left,
    paddingright: padding.right,
    paddingtop: padding.top,
    paddingbottom: padding.bottom,
  };
  const svg = encode(options, drawingSVG());
  const [, across, down] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  if (across === undefined || down === undefined) throw new Error("A bar code has no size");
  return {
    mediaType: "image/svg+xml",
    bytes: new TextEncoder().encode(svg),
    alt: `ISBN ${text}`,
    width: Number(across) * module,
    height: Number(down) * module,
  };
}
