import { describe, expect, test } from "vitest";
import { html } from "../../pipeline/import/html.js";
import { broughtIn } from "../support/import.js";

const bring = (body: string) =>
  broughtIn(html, "a.html", [
    {
      name: "a.html",
      bytes: new TextEncoder().encode(
        `<!doctype html><html lang="en"><body><h1>One</h1>${body}</body></html>`,
      ),
    },
  ]);

/** The account of words must balance in every one of these. */
const balanced = /import-words|import-reads-back|import-link-dead/;

describe("raised numbers that link into the page are calls of notes", () => {
  const noted = "# One\n\nWords.[^1]\n\n[^1]: A note.\n";

  test.each([
    [
      "Wikipedia",
      `<p>Words.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup></p>
       <ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">^</a> A note.</li></ol>`,
    ],
    [
      "Google Docs",
      `<p>Words.<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p>
       <div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> A note.</p></div>`,
    ],
    [
      "Python-Markdown",
      `<p>Words.<sup id="fnref:1"><a class="footnote-ref" href="#fn%3A1">1</a></sup></p>
       <div class="footnote"><hr><ol><li id="fn:1"><p>A note.&#160;<a class="footnote-backref" href="#fnref:1">&#8617;</a></p></li></ol></div>`,
    ],
    [
      "numbers that are typed",
      `<p>Words.<a href="#n1" id="r1"><sup>1</sup></a></p><p id="n1">1. A note. <a href="#r1">back</a></p>`,
    ],
  ])("as %s writes them", async (_, body) => {
    const { text, messages } = await bring(body);
    expect(text("one.md")).toBe(noted);
    expect(messages).not.toMatch(balanced);
  });

  test("but not where they lead to a heading, or nowhere", async () => {
    const { text, messages } = await bring(
      `<p>See<sup><a href="#h">2</a></sup> and <sup><a href="#gone">3</a></sup>.</p><h2 id="h">Two</h2>`,
    );
    expect(text("one.md")).toBe(
      "# One\n\nSee<sup>[2](#sec-two)</sup> and <sup>3</sup>.\n\n## Two {#sec-two}\n",
    );
    expect(messages).not.toMatch(/import-words/);
  });
});

describe("a page of HTML", () => {
  test("leads links to ids in any letters", async () => {
    const { text, messages } = await bring(
      `<p>See <a href="#%C3%BCber">there</a>.</p><h2 id="über">Über uns</h2><p>Words.</p>`,
    );
    expect(text("one.md")).toContain("See [there](#sec-uber-uns).");
    expect(messages).not.toMatch(balanced);
  });

  test("keeps the titles of pictures, links and short forms", async () => {
    const { text, messages } = await bring(
      `<p>The <abbr title="World &amp; &quot;Health&quot;">WHO</abbr> <abbr>says</abbr> <a href="https://a.org/" title="A page">so</a>.</p><p><img src="x.png" alt="A map" title="The delta in 2019"></p>`,
    );
    expect(text("one.md")).toBe(
      `# One\n\nThe <abbr title="World &#x26; &#x22;Health&#x22;">WHO</abbr> says [so](https://a.org/ "A page").\n\n![A map](images/missing-1.svg "The delta in 2019")\n`,
    );
    expect(messages).not.toMatch(balanced);
  });

  test("has emphasis by its styles, as Google Docs writes it, but not in headings", async () => {
    const { text, messages } = await bring(
      `<style>.c1{font-weight:700}.c2{font-style:italic;color:#000}.c3{font-weight:400}h2 .c1{color:red}</style>
       <h2><span class="c1">Two</span></h2><p><span class="c1">Bo</span><span class="c1 c4">ld</span><span class="c3"> and </span><span style="font-style:italic">sla</span><span class="c2">nted </span><span class="c2 c1">both</span><span class="c1"> </span>.</p>`,
    );
    expect(text("one.md")).toBe("# One\n\n## Two\n\n**Bold** and *slanted* ***both*** .\n");
    expect(messages).not.toMatch(balanced);
  });

  test("leads its links past Google's counter", async () => {
    const google = "https://www.google.com/url?q=https://example.org/a?b%3Dc&amp;sa=D&amp;source=editors";
    const { text, messages } = await bring(
      `<p><a href="${google}">Here</a> and <a href="https://www.google.com/url?q=data:x">there</a>.</p>`,
    );
    expect(text("one.md")).toBe(
      "# One\n\n[Here](https://example.org/a?b=c) and [there](https://www.google.com/url?q=data:x).\n",
    );
    expect(messages).not.toMatch(balanced);
  });

  test("that Word saved is told to be that once, at its first paragraph", async () => {
    const { messages } = await bring(
      `<p>Plain.</p>\n<p class="MsoNormal"><b>Looks like a heading</b></p><p class=MsoNormal>Words.</p>`,
    );
    expect(messages.match(/comes from Word/g)).toHaveLength(1);
    expect(messages).toMatch(
      /a\.html:2:1.* warning import-markup-foreign .*comes from Word|import-markup-foreign.*comes from Word/,
    );
    expect((await bring("<p class=mso>Words.</p>")).messages).not.toContain("Word,");
  });

  test("keeps what stands beside the picture and the caption of a figure", async () => {
    const { text, messages } = await bring(
      `<figure><img src="x.png" alt="A gate"><p>Drawn by hand.</p><figcaption>Figure 1. The gate</figcaption></figure>`,
    );
    expect(text("one.md")).toBe(
      "# One\n\n:::figure\n![A gate](images/missing-1.svg)\n\nThe gate\n:::\n\nDrawn by hand.\n",
    );
    expect(messages).not.toMatch(balanced);
  });

  test("has tables in figures, with the caption of the figure", async () => {
    const { text, messages } = await bring(
      `<p>See <a href="#t">Table 1</a>.</p><figure id="t"><table><tr><th>A</th></tr><tr><td>1</td></tr></table><figcaption>Table 1. Kinds</figcaption></figure>`,
    );
    expect(text("one.md")).toBe(
      "# One\n\nSee [](#tbl-kinds).\n\n:::table{#tbl-kinds}\n| A |\n| - |\n| 1 |\n\nKinds\n:::\n",
    );
    expect(messages).not.toMatch(balanced);
  });

  test("may hold pictures in their addresses, packed or not; what cannot be unpacked is told", async () => {
    const svg = encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"/>`);
    const { texts, messages } = await bring(
      `<p><img alt="a" src="data:image/svg+xml;charset=utf-8,${svg}"></p><p><img alt="b" src="data:image/png;base64,@@@"></p>`,
    );
    expect([...texts.keys()].filter((name) => name.startsWith("images/"))).toEqual([
      "images/picture-1.svg",
      "images/missing-2.svg",
    ]);
    expect(messages).toMatch(/warning import-picture-missing .*data:image\/png;base64,@@@: it is not there/);
  });
});

describe("the title of a page", () => {
  const page = (head: string, body: string) =>
    broughtIn(html, "a.html", [
      {
        name: "a.html",
        bytes: new TextEncoder().encode(
          `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
        ),
      },
    ]);

  test("is taken out of the block that Pandoc sets above the text, with all authors; other words of it stay", async () => {
    const { text, texts, messages } = await page(
      `<meta name="author" content="Jane Doe"><title>Field Guide</title>`,
      `<header id="title-block-header"><h1 class="title">Field <em>Guide</em></h1><p class="subtitle">To Fields</p><p class="author">Jane Doe</p><p class="author">John Roe</p><p class="date">In spring</p></header><h1>One</h1><p>Words.</p><h1>Two</h1><p>More.</p>`,
    );
    expect(text("publication.yaml")).toContain(
      "title: Field Guide\nsubtitle: To Fields\nlanguage: en\nauthor:\n  - Jane Doe\n  - John Roe\n",
    );
    expect([text("field-guide.md"), text("one.md"), text("two.md")]).toEqual([
      "# Field Guide\n\nIn spring\n",
      "# One\n\nWords.\n",
      "# Two\n\nMore.\n",
    ]);
    expect(texts.size).toBeGreaterThan(3);
    expect(messages).not.toMatch(/import-words|import-title-missing/);
  });

  test("is that of its head where several headings are of the first level", async () => {
    const { text, messages } = await page(
      "<title>Field Guide</title>",
      "<h1>One</h1><p>a</p><h1>Two</h1><p>b</p>",
    );
    expect(text("publication.yaml")).toContain("title: Field Guide\n");
    expect(messages).not.toMatch(/import-words|import-title-missing/);
  });
});
