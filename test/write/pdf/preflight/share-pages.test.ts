import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { PDFDocument, PDFName, PDFNull, PDFWriter } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import type { StartThread } from "../../../../pipeline/publication.js";
import { spooled, spooledText } from "../../../../pipeline/spooled.js";
import { beginPlates } from "../../../../pipeline/write/pdf/preflight/inks/begin-plates.js";
import type { BegunPlates } from "../../../../pipeline/write/pdf/preflight/inks/begun-plates.js";
import type { PlateFiles } from "../../../../pipeline/write/pdf/preflight/inks/plate-files.js";
import type { PlateReading } from "../../../../pipeline/write/pdf/preflight/inks/read-plates.js";
import { sharePages } from "../../../../pipeline/write/pdf/preflight/inks/share-pages.js";
import { takePages } from "../../../../pipeline/write/pdf/preflight/inks/take-pages.js";
import { openPdf } from "../../../../pipeline/write/pdf/preflight/open-pdf.js";
import { preflight } from "../../../../pipeline/write/pdf/preflight/preflight.js";
import { RenderingError } from "../../../../pipeline/write/pdf/preflight/raster/pdfium.js";
import { toRecord } from "../../../../pipeline/write/pdf/preflight/to-record.js";
import { runCli } from "../../../support/run-cli.js";
import { temporaryFolder } from "../../../support/temporary-folder.js";
import { profileNamed } from "../press/sample.js";

const count = 120;
const size = 40;

/** Pages with a square on each, wider from page to page, and further content. */
async function pages(content: (page: number) => string, broken: readonly number[] = []): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let index = 0; index < count; index++) {
    const page = pdf.addPage([size, size]);
    const text = `${content(index)} 5 5 ${3 + (index % 20)} 12 re f`;
    page.node.set(PDFName.of("Contents"), pdf.context.register(pdf.context.stream(text)));
  }
  const refs = pdf.getPages().map(({ ref }) => ref);
  for (const index of broken) pdf.context.assign(refs[index] ?? pdf.context.nextRef(), PDFNull);
  return PDFWriter.forContext(pdf.context, Number.POSITIVE_INFINITY).serializeToBuffer();
}

async function plates(broken: readonly number[] = []): Promise<PlateFiles> {
  const files = new Map([["Black", await pages(() => "0.2 g", broken)]]);
  return {
    files,
    unread: [],
    pages: Array.from({ length: count }, () => ({
      inks: ["Black"],
      tones: "few",
      width: size,
      height: size,
    })),
  };
}

async function read(files: PlateFiles, begun?: Begun) {
  const readings: PlateReading[] = [];
  const told: number[] = [];
  await sharePages(files, {
    limit: 300,
    pictures: "wanted",
    begun,
    onReading(page, reading) {
      readings[page] = reading;
      told.push(page);
    },
    onPage: () => setImmediate(),
  });
  return { readings, told };
}

/** Draw an image within the content, heavy with ink, and one that nobody can unpack, on a page, from 0. */
async function withImages(bytes: Uint8Array, page: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes);
  const { node } = pdf.getPage(page);
  const look = { Width: 8, Height: 8, BitsPerComponent: 8, ColorSpace: "DeviceCMYK", Filter: "JPXDecode" };
  const image = pdf.context.stream("odd", { Type: "XObject", Subtype: "Image", ...look });
  node.set(PDFName.of("Resources"), pdf.context.obj({ XObject: { Odd: pdf.context.register(image) } }));
  const dark = String.fromCharCode(230, 230, 229, 229).repeat(64);
  const inline = `BI /W 8 /H 8 /BPC 8 /CS /CMYK ID ${dark}\nEI`;
  const content = `q 20 0 0 20 10 10 cm ${inline} Q q 5 0 0 5 1 1 cm /Odd Do Q`;
  const stream = pdf.context.stream(Buffer.from(content, "latin1"));
  node.set(PDFName.of("Contents"), pdf.context.register(stream));
  return PDFWriter.forContext(pdf.context, Number.POSITIVE_INFINITY).serializeToBuffer();
}

type Begun = Pick<BegunPlates, "next" | "ended" | "listen">;

/** What a thread does, in turn with its caller. */
function inTurn(files: PlateFiles, taken: number[]): Begun {
  const next = new Int32Array(new SharedArrayBuffer(4));
  let hear: Parameters<Begun["listen"]>[0] = () => undefined;
  const task = { ...files, limit: 300, pictures: "wanted", next } as const;
  const ended = takePages(task, async (told) => {
    taken.push(told.page);
    hear(told);
    await setImmediate();
  });
  return {
    next,
    ended,
    listen(listener) {
      hear = listener;
    },
  };
}

test("two read each page once, and to the same as one alone", async () => {
  const files = await plates();
  const taken: number[] = [];
  const [alone, both] = [await read(files), await read(files, inTurn(files, taken))];
  expect(both.told.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, page) => page));
  expect(both.readings).toEqual(alone.readings);
  expect(taken.length).toBeGreaterThan(10);
  expect(taken.length).toBeLessThan(count - 10);
});

test("the first page that cannot be rendered is the one that is told, whoever had it", async () => {
  const files = await plates([70, 71, 110]);
  for (const begin of [() => undefined, () => inTurn(files, [])])
    await expect(read(files, begin())).rejects.toThrow("page 71 cannot be rendered");
});

test("a thread whose plates cannot be opened says so as this one would", async () => {
  const profile = await profileNamed("offset-eu");
  const startThread: StartThread = (_, __, onTold) => {
    onTold({ unrenderable: "it cannot be rendered" } as Parameters<typeof onTold>[0]);
    return { ended: Promise.resolve(), stop: () => undefined };
  };
  const wanted = { pages: count, profile, pictures: "none", startThread } as const;
  const begun = beginPlates(spooled(await pages(() => "0 g")), wanted);
  await expect(begun?.ended).rejects.toThrow(RenderingError);
  expect(beginPlates(spooledText(""), { ...wanted, pages: 99 })).toBe(undefined);
});

test("the command, which starts a thread for so many pages, finds what is found without one", async () => {
  const bytes = await withImages(
    await pages((page) => (page % 5 === 0 ? "0.5 0.4 0 0 k" : "0 0 0 1 k")),
    110,
  );
  const facts = await openPdf(bytes);
  if (typeof facts === "string") throw new Error(facts);
  const work = { pictures: "none", onPage: async () => {} } as const;
  const report = toRecord(await preflight(spooled(bytes), facts, await profileNamed("offset-eu"), work));
  expect(report.pages.map(({ ink }) => ink?.inks.length)).toContain(2);
  const ink = report.rules.find(({ id }) => id === "ink-limit")?.findings;
  expect(ink).toEqual([
    expect.objectContaining({ page: 111, detail: expect.stringContaining("360 % on") }),
    expect.objectContaining({ page: 111, detail: expect.stringContaining("is not measured") }),
  ]);

  const folder = temporaryFolder();
  writeFileSync(join(folder, "many.pdf"), bytes);
  const { stdout } = await runCli(["preflight", "many.pdf", "--profile", "offset-eu", "--json"], folder);
  expect(JSON.parse(stdout)).toEqual({ ok: false, file: "many.pdf", ...JSON.parse(JSON.stringify(report)) });
});
