import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import { openAside } from "../../../../pipeline/edges/aside.js";
import type { Aside } from "../../../../pipeline/publication.js";
import { finish } from "../../../../pipeline/write/pdf/finish.js";
import { openPrints } from "../../../../pipeline/write/pdf/join/open-prints.js";
import { checkUa } from "../../../../pipeline/write/pdf/ua/check.js";
import { claimWhereTrue } from "../../../../pipeline/write/pdf/ua/claim.js";
import { rules } from "../../../../pipeline/write/pdf/ua/rules/index.js";
import { toMessages } from "../../../../pipeline/write/pdf/ua/to-messages.js";
import { root } from "../../../support/run-cli.js";
import { type Sample, typesetSample } from "../tags/sample.js";
import { breaks } from "./break.js";

let sample: Sample;
let good: Uint8Array;
const load = (bytes: Uint8Array = good) => PDFDocument.load(bytes, { updateMetadata: false });

beforeAll(async () => {
  sample = await typesetSample();
  const { publication, theme, document, typeset } = sample;
  const finished = await finish(typeset, publication, theme, document.blocks);
  expect(finished.messages.map(String)).toEqual([]);
  good = finished.file?.read() ?? good;
});

describe("the rules of PDF/UA-1", () => {
  test("are at least seventy, each in a file of its name, in the order of clauses", () => {
    const ids = rules.map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(70);
    const files = readdirSync(new URL("../../../../pipeline/write/pdf/ua/rules/", import.meta.url));
    expect(files.filter((file) => file !== "index.ts").sort()).toEqual(ids.map((id) => `${id}.ts`).sort());
    const order = new Intl.Collator("en", { numeric: true });
    expect(ids).toEqual([...ids].sort(order.compare));
    expect(Object.keys(breaks)).toEqual(ids);
  });

  test("are all kept by a finished PDF", async () => {
    expect(await checkUa(await load())).toEqual([]);
  });

  test("are broken in many ways by the browser's own PDF", async () => {
    const broken = new Set((await checkUa(await openPrints(sample.typeset.prints))).map(({ id }) => id));
    expect([...broken]).toEqual(
      expect.arrayContaining(["5-1", "7.1-3", "7.1-5", "7.1-8", "7.2-20", "7.18.5-2", "7.21.7-2"]),
    );
  });

  test.each(rules.map(({ id }) => id))("%s is seen to be broken", async (id) => {
    const pdf = await load();
    breaks[id]?.(pdf);
    expect((await checkUa(pdf)).map((finding) => finding.id)).toContain(id);
  });
});

describe("a PDF that two threads finish", () => {
  test("is that of one, byte for byte", async () => {
    const open = openAside(pathToFileURL(`${root}/lib/aside-thread.js`));
    const asked = { deflate: 0, shorten: 0 };
    const aside: Aside = {
      ready: open.aside.ready,
      deflate(bytes) {
        asked.deflate++;
        return open.aside.deflate(bytes);
      },
      shorten(paintings) {
        asked.shorten += paintings.length;
        return open.aside.shorten(paintings);
      },
    };
    const { publication, theme, document, typeset } = sample;
    const { file, messages } = await finish(typeset, publication, theme, document.blocks, { aside });
    await open.close();
    expect(Buffer.compare(file?.read() ?? new Uint8Array(), good)).toBe(0);
    expect(messages).toEqual([]);
    expect(asked.deflate).toBeGreaterThan(10);
    expect(asked.shorten).toBeGreaterThan(1);
  });
});

describe("the claim of PDF/UA-1", () => {
  const packet = (pdf: PDFDocument) =>
    pdf.context.lookup(pdf.catalog.get(PDFName.of("Metadata")))?.toString() ?? "";

  test("stands in the metadata of a PDF that keeps the rules", async () => {
    expect(packet(await load())).toContain("<pdfuaid:part>1</pdfuaid:part>");
  });

  test("is not made where a rule is broken, and the message says which", async () => {
    const pdf = await load();
    breaks["5-1"]?.(pdf);
    breaks["7.18.5-2"]?.(pdf);
    const findings = await claimWhereTrue(pdf);
    expect(packet(pdf)).not.toContain("<pdfuaid:part>");
    const messages = toMessages(findings);
    expect(messages.map(({ ruleId, fatal }) => ({ ruleId, fatal }))).toEqual([
      { ruleId: "pdf-ua", fatal: false },
    ]);
    expect(messages[0]?.reason).toMatch(
      /^a link without Contents on page \d+\. PDF\/UA-1, 7\.18\.5-2: A link has a description\.$/,
    );
  });
});
