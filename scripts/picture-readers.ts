/**
 * Pictures pages of an EPUB in two reading systems, for docs/reading-systems.md.
 *
 *     npm run pictures [-- FILE.epub]     the book of manuscript/ where no file is named
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSession } from "../pipeline/edges/browser/session.js";
import { noteCalledTwice } from "../test/readers/called-notes.js";
import { openBook, type Reading } from "../test/readers/reading-system.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const file = process.argv[2] ?? join(root, "dist/chasing-the-impossible-dream.epub");
const book = await readFile(file);
const { note, calls } = await noteCalledTwice(book);
const [first = "", second = ""] = calls;

const picture = async ({ page }: Reading, name: string) => {
  const path = join(root, `docs/images/reader-${name}.jpg`);
  const bytes = await page.screenshot({ type: "jpeg", quality: 75 });
  await writeFile(path, bytes);
  console.log(`${path}  ${Math.round(bytes.length / 1000)} kB`);
};

const session = createSession();
try {
  await openBook(session, "foliate", book, async (reading) => {
    await reading.goTo(first);
    await reading.popUp(first);
    await picture(reading, "foliate-pop-up");
    await reading.dismiss();
    await reading.goTo(second);
    await reading.follow(second, note);
    await picture(reading, "foliate-note");
  });
  await openBook(session, "epubjs", book, async (reading) => {
    const [chapter] = first.split("#");
    await reading.goTo(chapter ?? "");
    await picture(reading, "epubjs-chapter");
    const page = (await reading.pages()).find(({ label }) => label === "7");
    if (page) await reading.goTo(page.href);
    await picture(reading, "epubjs-page-7");
  });
} finally {
  await session.close();
}
