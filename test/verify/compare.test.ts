import JSZip from "jszip";
import { expect, test } from "vitest";
import { spooled, spooledText } from "../../pipeline/spooled.js";
import { compare } from "../../pipeline/verify/compare.js";
import { messagesText } from "../support/messages.js";

const book = async (files: Readonly<Record<string, string>>) => {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(files)) zip.file(name, text, { date: new Date(0) });
  return spooled(await zip.generateAsync({ type: "uint8array" }));
};

test("nothing is said of what is alike, and of the rest where it first differs", async () => {
  const pdf = (date: string) =>
    spooledText(`%PDF-1.7\n1 0 obj\n<</A 1>>\nendobj\n12 0 obj\n<</ModDate (${date})>>\nendobj\n`);
  const first = [
    { name: "same.pdf", file: pdf("2018") },
    { name: "date.pdf", file: pdf("2018") },
    {
      name: "book.epub",
      file: await book({ mimetype: "m", "OEBPS/one.xhtml": "a\nb\nc", "OEBPS/two.xhtml": "x" }),
    },
    { name: "gone.pdf", file: pdf("2018") },
  ];
  const second = [
    { name: "same.pdf", file: pdf("2018") },
    { name: "date.pdf", file: pdf("2019") },
    {
      name: "book.epub",
      file: await book({ mimetype: "m", "OEBPS/one.xhtml": "a\nB\nc", "OEBPS/two.xhtml": "y" }),
    },
    { name: "new.pdf", file: pdf("2018") },
  ];
  expect(messagesText(await compare(first, second)).split("\n")).toEqual([
    " error artifact-unstable Unexpected difference between two builds of book.epub: OEBPS/one.xhtml, line 2",
    " error artifact-unstable Unexpected difference between two builds of date.pdf: byte 57, in or after object 12",
    " error artifact-unstable Unexpected difference between two builds of gone.pdf: only one of the builds made it",
    " error artifact-unstable Unexpected difference between two builds of new.pdf: only one of the builds made it",
    "",
  ]);
});

test("two archives of the same files may still differ", async () => {
  const packed = await Promise.all(
    ["STORE", "DEFLATE"].map(async (compression) => {
      const zip = new JSZip();
      zip.file("one", "word ".repeat(99), { date: new Date(0) });
      const archive = await zip.generateAsync({ type: "uint8array", compression: compression as "STORE" });
      return { name: "a.epub", file: spooled(archive) };
    }),
  );
  const [message] = await compare(packed.slice(0, 1), packed.slice(1));
  expect(message?.reason).toMatch(/: byte \d+ of the archive; the files in it are alike$/);
});
