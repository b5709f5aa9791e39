/** Pixels to a unit of length (CSS Values 4, 6.2); `em` and `ex` at the size that a browser begins with. */
const units: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  q: 2.4 / 2.54,
  pt: 96 / 72,
  pc: 16,
  em: 16,
  ex: 8,
};

/** Tell how large a drawing is, in pixels, from its root element (SVG 2, 8.2, 8.7); a string says why it cannot be told. */
export function measureDrawing(text: string): { readonly width: number; readonly height: number } | string {
  const root = /<svg(?=[\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>/i.exec(text)?.[0];
  if (root === undefined) return /<svg(?=[\s/>])/i.test(text) ? cut : "there is no `<svg>` in it";
  if (!/<\/svg\s*>/i.test(text) && !/<svg[^<>]*\/>\s*$/i.test(text)) return cut;
  const width = length(attribute(root, "width"));
  const height = length(attribute(root, "height"));
  if (width && height) return { width, height };
  const [, , across = 0, down = 0] = attribute(root, "viewBox")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (!(across > 0 && down > 0)) return sizeless;
  if (width) return { width, height: (width * down) / across };
  if (height) return { width: (height * across) / down, height };
  return { width: across, height: down };
}

const cut = "its end is missing";
const sizeless =
  'nothing in it says how large it is; expected `viewBox="0 0 WIDTH HEIGHT"`, or `width` and `height`, in its `<svg>`';

function attribute(tag: string, name: string): string {
  const [, one, other] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(tag) ?? [];
  return one ?? other ?? "";
}

/** A length in pixels; undefined where it is a share of what surrounds the drawing, or none. */
function length(written: string): number | undefined {
  const [, number, unit = ""] =
    /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(written.replace(/\.(?!\d)/, "")) ?? [];
  const scale = units[unit.toLowerCase()];
  return number !== undefined && scale !== undefined ? Number(number) * scale : undefined;
}
