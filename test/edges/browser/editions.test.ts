import { afterAll, expect, test } from "vitest";
import { createTypesetter } from "../../../pipeline/edges/browser.js";
import type { DocumentEdition, PrintDocument, Typeset } from "../../../pipeline/publication.js";
import { typesetter } from "../../support/browser.js";
import { comparePixels } from "../../support/pixels.js";
import { printedPdf } from "../../support/printed-pdf.js";
import { paragraph, paragraphs, type Setter, setters, smallDocument } from "./small-document.js";

/** How many documents the browser of these tests has set. */
let works = 0;
const own = createTypesetter({
  onWork() {
    works++;
  },
});
afterAll(() => own.close());

const heads = 'data-head-verso="The Work" data-head-recto="Here"';
const cover = `<section data-part="cover" id="cover" data-folio-style="none">${paragraph(1, "Cover")}</section>`;
const title = `<section data-part="title" class="recto" data-folio-style="roman" data-folio-start="1" ${heads}>${paragraphs(30, 10)}
  <a data-folio-ref href="#p150">Where</a></section>`;
const body = `<section data-part="one" class="recto" data-folio-style="decimal" data-folio-start="1" ${heads}><a href="#p20">back</a>
    <svg aria-label="A quay" width="40" height="40"><rect width="40" height="40"/></svg>${paragraphs(60, 101)}</section>
  <section data-part="two" data-folio-style="decimal" ${heads}>${paragraphs(40, 201)}</section>`;

const screen: DocumentEdition = { css: "a { text-decoration: underline 2px red; color: red }", leftOut: [] };
const press: DocumentEdition = { css: "", leftOut: ["cover"] };

function documentOf(setter: Setter, sections = cover + title + body, more = ""): PrintDocument {
  const css = `.recto { break-before: right } a { text-decoration: none } ${more}`;
  return smallDocument(sections, { typesetter: setter, css });
}

/** Set editions of a document side by side, and each of them alone; say how many settings the first took. */
async function bothWays(document: PrintDocument, editions: readonly DocumentEdition[]) {
  const before = works;
  let waiting = 0;
  const shared = () => void waiting++;
  const together = await Promise.all(
    editions.map((edition) => own.typesetter.typeset({ ...document, edition }, { shared })),
  );
  const settings = works - before;
  const alone: Typeset[] = [];
  for (const edition of editions) alone.push(await typesetter.typeset({ ...document, edition }));
  return { together, alone, settings, waiting };
}

async function expectSame(found: Typeset | undefined, expected: Typeset | undefined): Promise<void> {
  if (!found || !expected) throw new Error("It was not set");
  const { prints, ...facts } = found;
  const { prints: own, ...others } = expected;
  expect(facts).toEqual(others);
  const plain = (all: Typeset["prints"]) => all.map(({ pages, hasLead }) => [pages, hasLead]);
  expect(plain(prints)).toEqual(plain(own));
  const pixels = await comparePixels(await printedPdf(expected), await printedPdf(found));
  expect(pixels).toMatchObject({ pages: [facts.pages.length, facts.pages.length], differing: [] });
}

test.each(setters)(
  "%s: an edition has its own style sheet, and lacks the parts that it leaves out",
  async (setter) => {
    const document = documentOf(setter);
    const [whole, rest] = [
      await typesetter.typeset({ ...document, edition: screen }),
      await typesetter.typeset({ ...document, edition: press }),
    ];
    const parts = ({ pages }: Typeset) => [...new Set(pages.map(({ partId }) => partId))];
    expect(parts(whole)).toEqual(["cover", "title", "one", "two"]);
    expect(parts(rest)).toEqual(["title", "one", "two"]);
    expect(rest.pages[0]).toMatchObject({ folio: "i", side: "right" });
    // A run wears it in the same step.
    if (setter === "native in runs") return;
    const plain = await typesetter.typeset({ ...document, edition: { ...screen, css: "" } });
    const { differing } = await comparePixels(await printedPdf(whole), await printedPdf(plain));
    // The pages with links.
    expect(differing).toEqual([
      whole.pages.findIndex(({ folio }) => folio === "ii"),
      whole.pages.findIndex(({ folio }) => folio === "1"),
    ]);
  },
);

test.each(setters)(
  "%s: editions that are painted otherwise are printed from one setting, and are what they would be alone",
  async (setter) => {
    const { together, alone, settings, waiting } = await bothWays(documentOf(setter), [screen, press]);
    expect([settings, waiting]).toEqual([1, 1]);
    await expectSame(together[0], alone[0]);
    await expectSame(together[1], alone[1]);
  },
  60_000,
);

interface Apart {
  readonly why: string;
  readonly editions: readonly DocumentEdition[];
  readonly sections?: string;
  /** Beside the style sheet of all editions. */
  readonly css?: string;
}
const others: readonly Apart[] = [
  { why: "a style sheet moves words", editions: [screen, { ...press, css: "p { letter-spacing: 1px }" }] },
  {
    why: "a style sheet has rules within rules",
    editions: [screen, { ...press, css: "@media print { p { font-size: 14px } }" }],
  },
  { why: "the first has a part less", editions: [press, screen] },
  {
    why: "a part that is left out takes a number with it",
    editions: [screen, press],
    sections: cover + body.replace(' class="recto"', "").replace(' data-folio-start="1"', ""),
  },
];
/** What Paged.js knows of pages while it sets them. */
const othersOfPaged: readonly Apart[] = [
  {
    why: "a style sheet goes by neighbours, which a page may part",
    editions: [screen, { ...press, css: "p + p { color: blue }" }],
  },
  {
    why: "pages are counted by a style sheet",
    editions: [screen, press],
    css: "@page { @bottom-left { content: counter(page) } }",
  },
  {
    why: "a style sheet means the first page",
    editions: [screen, press],
    css: "@page :first { margin-top: 30mm }",
  },
  {
    why: "the pages that are left out are not whole sheets",
    editions: [screen, press],
    sections: cover + title.replace(' class="recto"', "") + body,
  },
  {
    why: "something leads to what is left out",
    editions: [screen, press],
    sections: cover + title + body.replace('href="#p20"', 'href="#p1"'),
  },
  {
    why: "what is left out stands behind something",
    editions: [screen, { ...press, leftOut: ["title"] }],
  },
];
const allApart = [
  ...others.flatMap((apart) => (["native", "paged"] as const).map((setter) => ({ setter, ...apart }))),
  ...othersOfPaged.map((apart) => ({ setter: "paged" as const, ...apart })),
];
test.each(allApart)(
  "$setter: sets them one by one where $why",
  async ({ setter, editions, sections, css }) => {
    const { together, alone, settings } = await bothWays(documentOf(setter, sections, css), editions);
    expect(settings).toBe(2);
    const facts = (all: readonly Typeset[]) => all.map(({ prints: _, ...others }) => others);
    expect(facts(together)).toEqual(facts(alone));
  },
  60_000,
);

test.each(["native", "paged"] as const)(
  "%s: sets an edition anew whose part the one before it left out",
  async (setter) => {
    const later = { ...screen, css: "a { color: blue }" };
    const { together, alone, settings } = await bothWays(documentOf(setter), [screen, press, later]);
    expect(settings).toBe(2);
    await expectSame(together[2], alone[2]);
  },
  60_000,
);

test.each(["native", "paged"] as const)(
  "%s: sets an edition anew that waited for one which could not be set",
  async (setter) => {
    const giveUp = new AbortController();
    const document = documentOf(setter);
    const first = own.typesetter.typeset(
      { ...document, edition: screen },
      { signal: giveUp.signal, received: () => giveUp.abort(new Error("enough")) },
    );
    const second = own.typesetter.typeset({ ...document, edition: press });
    await expect(first).rejects.toThrow("enough");
    await expectSame(await second, await typesetter.typeset({ ...document, edition: press }));
  },
);
