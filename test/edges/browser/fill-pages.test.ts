import { describe, expect, test } from "vitest";
import type { PrintDocument, Typeset } from "../../../pipeline/publication.js";
import { typesetter } from "../../support/browser.js";

const line = 20;

/** A page of 20 lines of 20 pixels; every paragraph is `n` lines that are broken by hand. */
function document(rhythm: string, content: string): PrintDocument {
  const css = `@page{size:400px 500px;margin:50px}html{font:10px/${line}px sans-serif;orphans:2;widows:2}
    p{margin:0}figure{margin:0;break-inside:avoid}h2{margin:0;font:inherit}`;
  const html = `<!doctype html><html ${rhythm}><head><meta charset="utf-8"><style>${css}</style></head><body>
    <section data-part="a" data-folio-style="decimal">${content}</section></body></html>`;
  return { html, resources: new Map(), geometry: { trimWidth: 400, trimHeight: 500, bleed: 0 } };
}

function paragraph(id: string, count: number): string {
  return `<p id="${id}">${Array.from({ length: count }, (_, i) => `${id} ${i + 1}`).join("<br>")}</p>`;
}

function figure(id: string, height: number): string {
  return `<figure id="${id}" data-drift style="height:${height * line}px"><figcaption>${id}</figcaption></figure>`;
}

function pageOf({ destinations }: Typeset, id: string): number | undefined {
  return destinations.find((destination) => destination.id === id)?.page;
}

const rhythm = `data-line="${line}" data-least-lines="5"`;

describe.each(["paged", "native"] as const)("%s: a figure that does not fit", (name) => {
  const typeset = (made: PrintDocument) => typesetter.typeset({ ...made, typesetter: name });
  const content = paragraph("before", 12) + figure("fig", 10) + paragraph("after", 6) + paragraph("last", 3);

  test("lets the text behind it go first, and heads the next page", async () => {
    const set = await typeset(document(rhythm, content));
    expect(["before", "after", "fig", "last"].map((id) => pageOf(set, id))).toEqual([0, 0, 1, 1]);
    expect(set.messages).toEqual([]);
  });

  test("stays where it is in a document that does not ask", async () => {
    const set = await typeset(document("", content));
    expect(["before", "fig", "after"].map((id) => pageOf(set, id))).toEqual([0, 1, 1]);
  });

  test("takes nothing from behind where too little room is left", async () => {
    const tight = paragraph("before", 18) + figure("fig", 10) + paragraph("after", 6);
    const set = await typeset(document(rhythm, tight));
    expect(pageOf(set, "after")).toBe(1);
    expect(set.destinations.find(({ id }) => id === "fig")).toMatchObject({ page: 1, y: 50 });
  });

  test("may pass the heading of the next section with its first paragraph", async () => {
    const next = `<section><h2 id="head">Head</h2>${paragraph("after", 4)}${paragraph("last", 8)}</section>`;
    const set = await typeset(document(rhythm, paragraph("before", 12) + figure("fig", 10) + next));
    expect(["head", "after", "fig"].map((id) => pageOf(set, id))).toEqual([0, 0, 1]);
    expect(set.messages).toEqual([]);
  });
});

describe.each(["paged", "native"] as const)("%s: the end of a part", (name) => {
  const typeset = (made: PrintDocument) => typesetter.typeset({ ...made, typesetter: name });
  const content = `<h2>a</h2>${paragraph("one", 10)}${paragraph("two", 11)}`;
  const left = (set: Typeset) => set.pages.length;

  test("is no page of two lines: the page before it is shorter", async () => {
    const set = await typeset(document(rhythm, `${content}<p id="end">end</p>`));
    expect(left(set)).toBe(2);
    // Three lines are left over; with five on the last page it begins within the paragraph before, two lines earlier.
    const end = set.destinations.find(({ id }) => id === "end");
    expect(end?.page).toBe(1);
    expect(end?.y).toBe(50 + 4 * line);
    expect(set.messages).toEqual([]);
  });

  test("falls as it falls in a document that does not ask", async () => {
    const set = await typeset(document("", `${content}<p id="end">end</p>`));
    expect(set.destinations.find(({ id }) => id === "end")?.y).toBe(50 + 2 * line);
  });
});
