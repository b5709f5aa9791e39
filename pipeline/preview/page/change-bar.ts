import { changedRows, type Rows } from "./changed-rows.js";

/** Find where a canvas differs from the one before it; undefined where it does not, or where they are of other sizes. */
export function compareCanvases(before: HTMLCanvasElement, after: HTMLCanvasElement): Rows | undefined {
  if (before.width !== after.width || before.height !== after.height) return undefined;
  const [old, now] = [pixelsOf(before), pixelsOf(after)];
  return old && now && changedRows(old, now, after.width);
}

function pixelsOf(canvas: HTMLCanvasElement): Uint32Array | undefined {
  const image = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height);
  return image && new Uint32Array(image.data.buffer);
}

/** Make the bar that stands beside lines that have changed, as in a proof, and fades; `gone` is told when it has. */
export function changeBar({ from, to }: Rows, gone: () => void): HTMLElement {
  const bar = document.createElement("span");
  bar.className = "change";
  bar.style.top = `${from * 100}%`;
  bar.style.height = `${(to - from) * 100}%`;
  bar.addEventListener("animationend", () => {
    bar.remove();
    gone();
  });
  return bar;
}
