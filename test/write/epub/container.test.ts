import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import type { Spool } from "../../../pipeline/publication.js";
import { spoolInMemory } from "../../../pipeline/spooled.js";
import { type Book, type BookFile, pack } from "../../../pipeline/write/epub/container.js";

const bookOf = (images: readonly BookFile[]): Book => ({
  title: "Pictures",
  language: "en",
  identifier: "urn:isbn:9780000000002",
  modified: "2021-03-04T00:00:00Z",
  packageDocument: "<package/>",
  nav: "<html/>",
  ncx: "<ncx/>",
  css: "",
  documents: [{ name: "one.xhtml", xhtml: "<html/>" }],
  images,
  fonts: [],
});
const million = 1_000_000;
const hrefs = ["images/1.jpg", "images/2.jpg", "images/3.jpg", "cover.jpg"];
const pictureAt = (index: number) => Buffer.alloc(million, index + 1);

describe("the pictures of a book", () => {
  it("are each read when those before it are written", async () => {
    let written = 0;
    const open = (): Spool => {
      const spool = spoolInMemory();
      return {
        ...spool,
        write(bytes) {
          written += bytes.length;
          return spool.write(bytes);
        },
      };
    };
    const read: number[] = [];
    const images = hrefs.map((href, index) => ({
      href,
      get bytes() {
        read.push(Math.floor(written / million));
        return pictureAt(index);
      },
    }));
    const file = await pack(bookOf(images), open);
    expect(read).toEqual([0, 1, 2, 3]);
    const zip = await JSZip.loadAsync(file.read());
    for (const [index, href] of hrefs.entries()) {
      const bytes = await zip.file(`OEBPS/${href}`)?.async("nodebuffer");
      expect([href, bytes?.equals(pictureAt(index))]).toEqual([href, true]);
    }
  });

  it.each(hrefs)(
    "that cannot be read, such as %s, end it with the reason",
    { timeout: 10_000 },
    async (bad) => {
      const reason = new Error("Unexpected change of a picture");
      const failing = (fail: () => Uint8Array | Promise<Uint8Array>) =>
        pack(
          bookOf(
            hrefs.map((href, index) => ({
              href,
              get bytes() {
                return href === bad ? fail() : pictureAt(index);
              },
            })),
          ),
        );
      const thrown = failing(() => {
        throw reason;
      });
      await expect(thrown).rejects.toBe(reason);
      await expect(failing(() => Promise.reject(reason))).rejects.toBe(reason);
    },
  );
});
