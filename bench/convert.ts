/** Converts five photographs for the press and prints the processor's milliseconds for each after the first; `npm run bench:press` runs it. */
import { readFileSync } from "node:fs";
import { keepFile } from "../pipeline/edges/scratch-folder.js";
import { openCondition } from "../pipeline/write/pdf/press/colour/convert-colours.js";
import { keepFilesBy, loadVips } from "../pipeline/write/pdf/press/colour/vips.js";
import { convertImage } from "../pipeline/write/pdf/press/images/convert-image.js";
import { photograph } from "./book/photograph.js";

const icc = readFileSync(new URL("../../assets/printers/FOGRA39L_coated.icc", import.meta.url));
keepFilesBy(keepFile);
const vips = await loadVips();
const condition = openCondition(vips, {
  icc,
  condition: "FOGRA39",
  intent: "relative",
  blackPoint: "compensate",
});
const bytes = await photograph(1);
const times = Array.from({ length: 5 }, () => {
  const start = process.cpuUsage();
  convertImage(
    vips,
    { kind: "jpeg", bytes, width: 2048, height: 1536 },
    { space: "cmyk", condition, inkLimit: 300 },
    2048,
  );
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
});
console.log((times.slice(1).reduce((sum, ms) => sum + ms, 0) / (times.length - 1)).toFixed(0));
// The library's threads would keep it alive.
process.exit(0);
