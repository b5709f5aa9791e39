import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSession } from "../../pipeline/edges/browser/session.js";
import { ownBook } from "../support/own-book.js";
import { arabicBook } from "./arabic-book.js";
import { noteCalledTwice } from "./called-notes.js";
import { type Entry, openBook, Reading } from "./reading-system.js";

const session = createSession();
afterAll(() => session.close());

let own: Uint8Array;
let arabic: Uint8Array;
beforeAll(async () => {
  arabic = await arabicBook();
  own = await (await ownBook()).artifact("epub");
});

const flat = (entries: readonly Entry[]): Entry[] =>
  entries.flatMap((entry) => [entry, ...flat(entry.children)]);

describe.each(["the book of manuscript/", "a small Arabic book"])("%s", (name) => {
  const bookOf = () => (name === "a small Arabic book" ? arabic : own);

  test.each(["foliate", "epubjs"] as const)(
    "in %s leads from each call to its note and back to that call, and from the contents to all that they name",
    async (system) => {
      const { note, calls } = await noteCalledTwice(bookOf());
      await openBook(session, system, bookOf(), async (reading) => {
        expect((await reading.direction()) === "rtl").toBe(bookOf() === arabic);
        for (const call of calls) {
          await reading.goTo(call);
          expect(await reading.sees(note)).toBe(false);
          await reading.follow(call, note);
          expect(await reading.sees(call)).toBe(false);
          const [notes] = note.split("#");
          await reading.follow(`${notes}#[role="doc-backlink"][href$="${call.split("/")[1]}"]`, call);
        }
        const entries = flat(await reading.contents());
        // epub.js goes to the left edge of a section’s box: from right to left that is its last page.
        const isLost = ({ href }: Entry) => system === "epubjs" && bookOf() === arabic && href.includes("#");
        await expectToLead(
          reading,
          entries.filter((entry) => !isLost(entry)),
        );
      });
    },
  );

  test("in foliate pops the note up at each call, whole, and the page stays", async () => {
    const { note, calls } = await noteCalledTwice(bookOf());
    await openBook(session, "foliate", bookOf(), async (reading) => {
      for (const call of calls) {
        await reading.goTo(call);
        const { href, type, text } = await reading.popUp(call);
        expect({ href, type }).toEqual({ href: note, type: "endnote" });
        expect(await reading.sees(call)).toBe(true);
        await reading.dismiss();
        await reading.follow(call, note);
        expect(text.replace(/\s+/g, " ")).toBe(await reading.words(note));
        expect(text.length).toBeGreaterThan(15);
      }
    });
  });
});

async function expectToLead(reading: Reading, entries: readonly Entry[]): Promise<void> {
  expect(entries.length).toBeGreaterThan(2);
  for (const { label, href } of entries) {
    await reading.goTo(href);
    const title = label.replace(/^\d+\.? /, "").split(" — ")[0] ?? "";
    expect(await reading.words(href)).toContain(title);
  }
}

/** Say whether a page's mark that stands right before a heading, figure or table is on the same screen. Runs in the page. */
function isBesideItsBlock(place: string): boolean {
  const [file, id = ""] = place.split("#");
  const mark = window.reader
    .shown()
    .find(({ path }) => path === file)
    ?.doc.getElementById(id);
  const block = mark?.nextElementSibling;
  if (!mark || !block?.matches("h1, h2, h3, h4, h5, h6, figure, table")) return true;
  const apart = mark.getBoundingClientRect().left - block.getBoundingClientRect().left;
  return Math.abs(apart) < window.innerWidth / 2;
}

describe("the page list", () => {
  test.each(["foliate", "epubjs"] as const)("in %s leads to the beginning of every page", async (system) => {
    await openBook(session, system, own, async (reading) => {
      const pages = await reading.pages();
      expect(pages.length).toBeGreaterThan(20);
      for (const { label, href } of pages) {
        await reading.goTo(href);
        if (system === "foliate") expect(await reading.printPage()).toBe(label);
        expect(await reading.page.evaluate(isBesideItsBlock, href), label).toBe(true);
      }
      const labels = pages.map(({ href }) => href.split("#page-")[1] ?? "");
      // epub.js makes numbers of labels: of roman ones, none.
      const known = system === "epubjs" ? labels.map((label) => String(Number.parseInt(label, 10))) : labels;
      expect(pages.map(({ label }) => label)).toEqual(known);
    });
  });
});

test("a place that is nowhere would be missed", async () => {
  await openBook(session, "epubjs", arabic, async ({ page }) => {
    const impatient = new Reading(page, 500);
    await expect(impatient.goTo("OEBPS/quays.xhtml#nowhere")).rejects.toThrow("Expected to come to");
  });
});
