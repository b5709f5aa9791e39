import JSZip from "jszip";
import { expect, test } from "vitest";
import { compare, firstDifference } from "../../pipeline/verify/compare.js";
import { messagesText } from "../support/messages.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const book = (files: Readonly<Record<string, string>>) => {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(files)) zip.file(name, text, { date: new Date(0) });
  return zip.generateAsync({ type: "uint8array" });
};

test("the first byte that differs", () => {
  expect(firstDifference(bytes("same"), bytes("same"))).toBeUndefined();
  expect(firstDifference(bytes("same"), bytes("sane"))).toBe(2);
  expect(firstDifference(bytes("same"), bytes("sam"))).toBe(3);
});

test("nothing is said of what is alike, and of the rest where it first differs", async () => {
  const pdf = (date: string) =>
    bytes(`%PDF-1.7\n1 0 obj\n<</A 1>>\nendobj\n12 0 obj\n<</ModDate (${date})>>\nendobj\n`);
  const first = [
    { name: "same.pdf", bytes: pdf("2018") },
    { name: "date.pdf", bytes: pdf("2018") },
    {
      name: "book.epub",
      bytes: await book({ mimetype: "m", "OEBPS/one.xhtml": "a\nb\nc", "OEBPS/two.xhtml": "x" }),
    },
    { name: "gone.pdf", bytes: pdf("2018") },
  ];
  const second = [
    { name: "same.pdf", bytes: pdf("2018") },
    { name: "date.pdf", bytes: pdf("2019") },
    {
      name: "book.epub",
      bytes: await book({ mimetype: "m", "OEBPS/one.xhtml": "a\nB\nc", "OEBPS/two.xhtml": "y" }),
    },
    { name: "new.pdf", bytes: pdf("2018") },
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
  const [a, b] = await Promise.all(
    ["STORE", "DEFLATE"].map((compression) => {
      const zip = new JSZip();
      zip.file("one", "word ".repeat(99), { date: new Date(0) });
      return zip.generateAsync({ type: "uint8array", compression: compression as "STORE" });
    }),
  );
  const [message] = await compare(
    [{ name: "a.epub", bytes: a ?? bytes("") }],
    [{ name: "a.epub", bytes: b ?? bytes("") }],
  );
  expect(message?.reason).toMatch(/: byte \d+ of the archive; the files in it are alike$/);
});
