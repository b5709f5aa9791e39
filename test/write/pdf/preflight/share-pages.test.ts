import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { PDFDocument, PDFName, PDFNull, PDFWriter } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import type { StartThread } from "../../../../pipeline/publication.js";
import type { PlateFiles } from "../../../../pipeline/write/pdf/preflight/inks/plate-files.js";
import type { PlateReading } from "../../../../pipeline/write/pdf/preflight/inks/read-plates.js";
import { sharePages } from "../../../../pipeline/write/pdf/preflight/inks/share-pages.js";
import {
  type PageTold,
  type PlateTask,
  takePages,
} from "../../../../pipeline/write/pdf/preflight/inks/take-pages.js";
import { openPdf } from "../../../../pipeline/write/pdf/preflight/open-pdf.js";
import { preflight } from "../../../../pipeline/write/pdf/preflight/preflight.js";
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
    pages: Array.from({ length: count }, () => ({
      inks: ["Black"],
      tones: "few",
      width: size,
      height: size,
    })),
  };
}

async function read(files: PlateFiles, startThread?: StartThread) {
  const readings: PlateReading[] = [];
  const told: number[] = [];
  await sharePages(files, {
    limit: 300,
    pictures: "wanted",
    startThread,
    onReading(page, reading) {
      readings[page] = reading;
      told.push(page);
    },
    onPage: () => setImmediate(),
  });
  return { readings, told };
}

/** What a thread does, in turn with its caller. */
const inTurn = (taken: number[]): StartThread => {
  return (_, task, onTold) => ({
    ended: takePages(task as PlateTask, async (told: PageTold) => {
      taken.push(told.page);
      onTold(told as Parameters<typeof onTold>[0]);
      await setImmediate();
    }),
    stop: () => undefined,
  });
};

test("two read each page once, and to the same as one alone", async () => {
  const files = await plates();
  const taken: number[] = [];
  const [alone, both] = [await read(files), await read(files, inTurn(taken))];
  expect(both.told.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, page) => page));
  expect(both.readings).toEqual(alone.readings);
  expect(taken.length).toBeGreaterThan(10);
  expect(taken.length).toBeLessThan(count - 10);
});

test("the first page that cannot be rendered is the one that is told, whoever had it", async () => {
  const files = await plates([70, 71, 110]);
  for (const startThread of [undefined, inTurn([])])
    await expect(read(files, startThread)).rejects.toThrow("page 71 cannot be rendered");
});

test("the command, which starts a thread for so many pages, finds what is found without one", async () => {
  const bytes = await pages((page) => (page % 5 === 0 ? "0.5 0.4 0 0 k" : "0 0 0 1 k"));
  const facts = await openPdf(bytes);
  if (typeof facts === "string") throw new Error(facts);
  const work = { pictures: "none", onPage: async () => {} } as const;
  const report = toRecord(await preflight(bytes, facts, await profileNamed("offset-eu"), work));
  expect(report.pages.map(({ ink }) => ink?.inks.length)).toContain(2);

  const folder = temporaryFolder();
  writeFileSync(join(folder, "many.pdf"), bytes);
  const { stdout } = await runCli(["preflight", "many.pdf", "--profile", "offset-eu", "--json"], folder);
  expect(JSON.parse(stdout)).toEqual({ ok: false, file: "many.pdf", ...JSON.parse(JSON.stringify(report)) });
});
