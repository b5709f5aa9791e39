/**
 * Writes a volume of so many chapters into a folder, to be built or looked at.
 *
 *     npm run bench:volume -- CHAPTERS FOLDER
 */
import { volume } from "./book/volume.js";
import { writeFiles } from "./write-files.js";

const [chapters, folder] = [Number(process.argv[2]), process.argv[3]];
if (!Number.isInteger(chapters) || chapters < 1 || !folder) {
  console.error("usage: npm run bench:volume -- CHAPTERS FOLDER");
  process.exit(2);
}
await writeFiles(folder, volume(chapters));
