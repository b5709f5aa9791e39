import { PDFDocument } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import { spooled } from "../../../../pipeline/spooled.js";
import { openPdf } from "../../../../pipeline/write/pdf/preflight/open-pdf.js";
import { preflight } from "../../../../pipeline/write/pdf/preflight/preflight.js";
import { toMessages } from "../../../../pipeline/write/pdf/preflight/to-messages.js";
import { checkX } from "../../../../pipeline/write/pdf/x/check.js";
import type { Standard } from "../../../../pipeline/write/pdf/x/rule.js";
import { rules } from "../../../../pipeline/write/pdf/x/rules/index.js";
import { profileNamed, room } from "../press/sample.js";
import { breaks } from "./break.js";

const good = new Map<Standard, Uint8Array>();

beforeAll(async () => {
  for (const [standard, profile] of [
    ["PDF/X-4", "offset-eu"],
    ["PDF/X-1a", "ingramspark"],
  ] as const) {
    const { artifact, messages } = await room.press({ profile });
    expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
    good.set(standard, artifact?.file.read() ?? new Uint8Array());
  }
}, 300_000);

const load = (standard: Standard) =>
  PDFDocument.load(good.get(standard) ?? new Uint8Array(), { updateMetadata: false });

describe("the rules of PDF/X", () => {
  test("have names of their own, and something that breaks each", () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(breaks)).toEqual(ids);
  });

  test.each(["PDF/X-4", "PDF/X-1a"] as const)("are all kept by a file made to %s", async (standard) => {
    expect(checkX(await load(standard), standard)).toEqual([]);
  });

  test.each(rules.map(({ id, only }) => [id, only ?? "PDF/X-4"] as const))(
    "%s is seen to be broken",
    async (id, standard) => {
      const pdf = await load(standard);
      breaks[id]?.(pdf);
      expect(checkX(pdf, standard).map((finding) => finding.id)).toContain(id);
    },
  );

  test("a breach is a message of the build", async () => {
    const pdf = await load("PDF/X-4");
    breaks["trim-missing"]?.(pdf);
    const bytes = await pdf.save({ addDefaultPage: false });
    const facts = await openPdf(bytes);
    if (typeof facts === "string") throw new Error(facts);
    const work = { pictures: "none", onPage: async () => {} } as const;
    const report = await preflight(spooled(bytes), facts, await profileNamed("offset-eu"), work);
    const messages = toMessages(report).filter(({ ruleId }) => ruleId === "press-standard");
    expect(messages.map(({ ruleId, reason, fatal }) => ({ ruleId, reason, fatal }))).toEqual([
      {
        ruleId: "press-standard",
        reason:
          "there is no TrimBox on page 7. PDF/X-4, trim-missing: Every page has a TrimBox or an ArtBox.",
        fatal: true,
      },
    ]);
  });
});
