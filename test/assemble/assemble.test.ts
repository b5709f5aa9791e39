import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { assemble } from "../../pipeline/assemble/assemble.js";
import { parseDrawing } from "../../pipeline/assemble/drawing.js";
import { letterOf } from "../../pipeline/assemble/number-notes.js";
import { readDrawing } from "../../pipeline/assemble/read-drawing.js";
import { dateText, pageView } from "../../pipeline/assemble/theme-page.js";
import { wordsOf } from "../../pipeline/assemble/words.js";
import { englishWords } from "../../pipeline/english-words.js";
import { examine } from "../../pipeline/examine.js";
import type { Publication, Words } from "../../pipeline/publication.js";
import { read } from "../../pipeline/read/read.js";
import { slug } from "../../pipeline/slug.js";
import { bareTheme, examineInMemory, memoryManuscript } from "../support/memory-manuscript.js";
import { messagesText } from "../support/messages.js";

const elements = (publication: Publication): Element[] => {
  const found: Element[] = [];
  for (const part of publication.parts) visit(part.tree, "element", (node: Element) => void found.push(node));
  return found;
};
const part = (publication: Publication, id: string) =>
  toHtml(publication.parts.find((p) => p.id === id)?.tree ?? []);
const words = (publication: Publication, id: string) =>
  textOf(publication.parts.find((p) => p.id === id)?.tree ?? { type: "root", children: [] });

const twoChapters = {
  "one.md":
    "# One\n\nA.[^x] B.[^y] A again.[^x] A thrice.[^x]\n\n[^y]: Note Y, see [](#note-x).\n\n[^x]: Note X.\n",
  "two.md": "# Two\n\nC.[^x]\n\n[^x]: Another X, see [](one.md#note-y) and [](one.md).\n",
};

describe("notes", () => {
  test("run through in the order of first calls; a note called three times is printed once with three ways back", async () => {
    const { publication, messages } = await examineInMemory(twoChapters);
    expect(messagesText(messages)).toBe("");
    const items = elements(publication).filter((node) => node.tagName === "li");
    expect(items.map((item) => [item.properties.id, textOf(item)])).toEqual([
      ["fn-1", "1. Note X. ↩b ↩c"],
      ["fn-2", "2. Note Y, see note 1."],
      ["fn-3", "3. Another X, see note 2 and One."],
    ]);
    expect(part(publication, "one")).toContain(
      '<sup class="note-call"><a id="fnref-1c" role="doc-noteref" href="#fn-1">1</a></sup>',
    );
  });

  test("restart by chapter under the chapter's title, ids unique all the same", async () => {
    const { publication } = await examineInMemory(twoChapters, {
      notes: { placement: "endnotes", numbering: "chapter" },
    });
    const items = elements(publication).filter((node) => node.tagName === "li");
    expect(items.map((item) => item.properties.id)).toEqual(["fn-one-1", "fn-one-2", "fn-two-1"]);
    expect(part(publication, "notes")).toContain('<h2 id="notes-two-h">2 Two</h2>');
    // From another chapter a number alone would mislead.
    expect(words(publication, "notes")).toContain("Another X, see note 2, One and One.");
    expect(words(publication, "notes")).toContain("Note Y, see note 1.");
  });

  test("every call has its note and every backlink its call", async () => {
    const { publication } = await examineInMemory(twoChapters);
    const all = elements(publication);
    const ids = new Set(all.map((node) => node.properties.id));
    const links = all.filter((node) => node.tagName === "a").map((node) => String(node.properties.href));
    expect(links.length).toBe(5 + 5 + 3);
    expect(links.filter((href) => !ids.has(href.slice(1)))).toEqual([]);
  });

  test("a note that begins or ends with a list still has its number first and its returns last", async () => {
    const { publication } = await examineInMemory({
      "one.md": "# One\n\nA.[^x] B.[^x]\n\n[^x]:\n    - item\n",
    });
    const notes = part(publication, "notes");
    expect(notes).toMatch(/<li class="note"[^>]*><p><a class="note-number"[^>]*>1\.<\/a> <\/p><ul>/);
    expect(notes).toMatch(/<\/ul><p><a class="note-return"[^>]*>↩b<\/a><\/p><\/li>/);
  });

  test("letters of further calls go on after z", () => {
    expect([0, 1, 2, 25, 26, 27, 52].map(letterOf)).toEqual(["", "b", "c", "z", "aa", "ab", "ba"]);
  });
});

describe("references", () => {
  test("say what they lead to, wherever it stands", async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2"/></svg>';
    const { publication, messages } = await examineInMemory(
      {
        "one.md": [
          "# One",
          "See [](#fig-a), [](#tbl-a), [](two.md), [](two.md#second-part), [](#the-part), [](#notes), [own words](#fig-a).",
          "## The part",
          ":::figure{#fig-a}\n![A.](a.svg)\n\nCaption.[^n]\n:::",
          "[^n]: See [](#fig-a).",
        ].join("\n\n"),
        "two.md": "# Two\n\n## Second *part*\n\n:::table{#tbl-a}\n| a |\n|---|\n| b |\n\nTable.\n:::\n",
      },
      {},
      { "a.svg": svg },
    );
    expect(messagesText(messages)).toBe("");
    expect(words(publication, "one")).toContain(
      "See Figure 1, Table 1, Two, Second part, The part, Notes, own words.",
    );
    expect(part(publication, "one")).toContain('<a href="#two-second-part" class="cross-reference">');
    expect(words(publication, "notes")).toContain("1. See Figure 1.");
    expect(publication.exhibits).toEqual([
      { kind: "figure", id: "fig-a", partId: "one", label: "Figure 1", caption: "Caption." },
      { kind: "table", id: "tbl-a", partId: "two", label: "Table 1", caption: "Table." },
    ]);
  });
});

describe("parts", () => {
  const sources = {
    "front/preface.md": "# Preface\n\nP.",
    "one.md": "# One\n\nA.[^x]\n\n[^x]: N.",
    "last.md": "---\nrole: conclusion\n---\n\n# Last\n\nL.",
    "back/data.md": "---\nrole: appendix\n---\n\n# Data\n\nD.",
    "back/author.md": "# Author\n\nB.",
  };

  test("stand in a book's order: notes after the appendices, biographies last", async () => {
    const { publication } = await examineInMemory(sources);
    const order = publication.parts.map(({ id, number }) => [id, number].filter(Boolean).join(" "));
    expect(order).toEqual([
      "cover",
      "title-page",
      "imprint",
      "contents",
      "preface",
      "one 1",
      "last",
      "data",
      "notes",
      "author",
    ]);
    expect(publication.nav.map(({ title }) => title)).toEqual([
      "Preface",
      "One",
      "Last",
      "Data",
      "Notes",
      "Author",
    ]);
  });

  test("speak the publication's language", async () => {
    const { publication } = await examineInMemory(sources, { language: "de" });
    expect(publication.parts.find((p) => p.kind === "notes")?.title).toBe("Anmerkungen");
    expect(part(publication, "contents")).toContain("Inhalt");
    expect(dateText("2018-02-14", "de")).toBe("14. Februar 2018");
    expect(dateText("2018-02", "en")).toBe("February 2018");
    expect(dateText("2018", "en")).toBe("2018");
  });

  test("speak another language where publication.yaml has the words, and say where it has not", async () => {
    const here = await examineInMemory(sources, {
      language: "nb",
      words: { notes: "Noter", figure: "Figur" },
    });
    expect(here.publication.words.notes).toBe("Noter");
    expect(here.publication.words.contents).toBe("Contents");
    expect(messagesText(here.messages)).toMatch(
      /publication\.yaml:1:1 warning words-missing Unexpected language `nb`, .*`words:` with contents \(“Contents”\), .* and 19 more$/m,
    );
    const whole = await examineInMemory(sources, { language: "nb", words: englishWords });
    expect(messagesText(whole.messages)).not.toContain("words-missing");
    const italian = await examineInMemory(sources, { language: "it-CH" });
    expect(italian.publication.words.notes).toBe("Note");
    expect(messagesText(italian.messages)).not.toContain("words-missing");
  });

  test.each(["ar", "de", "es", "fr", "he", "it", "nl", "pt"])(
    "leave room for what is filled in: %s",
    (language) => {
      const places = (words: Words) =>
        Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text.match(/\{\w+\}/g)]));
      expect(wordsOf(language)).not.toEqual(englishWords);
      expect(places(wordsOf(language))).toEqual(places(englishWords));
    },
  );

  test("name the editors where a work names no author, and nobody twice", () => {
    const person = (name: string, role: string) => ({ name, sort: name, role, roleName: role });
    const metadata = (people: ReturnType<typeof person>[]) =>
      memoryManuscript({}, { language: "de", contributors: people }).metadata;
    const [editor, other, translator] = [
      person("A. B.", "edt"),
      person("C. D.", "edt"),
      person("E. F.", "trl"),
    ];
    const collection = pageView(metadata([editor, other, translator]), wordsOf("de"));
    expect(collection.authorLine).toBe("Herausgegeben von A. B. und C. D.");
    expect(collection.contributors).toEqual([{ name: "E. F.", roleName: "trl" }]);
    const work = pageView(metadata([person("G. H.", "aut"), editor]), wordsOf("de"));
    expect(work.authorLine).toBe("G. H.");
    expect(work.contributors).toEqual([{ name: "A. B.", roleName: "edt" }]);
  });

  test("end with the biographies of publication.yaml", async () => {
    const contributors = [
      { name: "B. Editor", sort: "Editor, B.", role: "edt", roleName: "editor", biography: "She edits." },
    ];
    const { publication } = await examineInMemory(sources, { contributors });
    expect(publication.parts.at(-1)?.title).toBe("Contributors");
    expect(words(publication, "contributors")).toBe("ContributorsB. EditoreditorShe edits.");
  });

  test("leave the reader's trees as they were", async () => {
    const manuscript = memoryManuscript(sources);
    const results = await Promise.all(
      manuscript.sources.map((source) => read(source, slug(source.path), "en")),
    );
    const chapters = results.map(({ chapter }) => chapter);
    const before = structuredClone(chapters);
    assemble(manuscript, chapters, bareTheme);
    expect(chapters).toEqual(before);
  });

  test("keep quoin's own ids free: notes.md and page-one.md get other names", async () => {
    const { publication, messages } = await examineInMemory({
      "notes.md": "# N\n\nA.",
      "page-one.md": "# P\n\nB.",
      "x/N.md": "# M\n\nC.",
    });
    expect(messagesText(messages)).toBe("");
    expect(publication.parts.slice(4).map(({ id }) => id)).toEqual([
      "chapter-notes",
      "chapter-page-one",
      "n",
    ]);
  });
});

describe("drawings", () => {
  test("keep their shapes and lose scripts, handlers and what is fetched from elsewhere", async () => {
    const svg =
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2" onload="x()"><defs><linearGradient id="g"/></defs>' +
      '<script>x()</script><foreignObject><p>x</p></foreignObject><use href="https://example.org/a.svg#x"/><rect fill="url(#g)"/></svg>';
    const { publication, messages } = await examineInMemory(
      { "one.md": "# One\n\n![A.](d.svg)\n" },
      {},
      { "d.svg": svg },
    );
    expect(messagesText(messages)).toBe(
      "one.md:3:1 warning image-unsafe Unexpected in the drawing d.svg: the handler onload, <script>, <foreignObject> with “x”, a link to https://example.org/a.svg#x; left out\n",
    );
    const drawing = publication.images.get("d.svg")?.svg;
    expect(toHtml(drawing ?? [])).toBe(
      '<svg viewBox="0 0 4 2"><defs><linearGradient id="svg-d-g"></linearGradient></defs><use></use><rect fill="url(#svg-d-g)"></rect></svg>',
    );
  });

  test("keep their style sheets to themselves", async () => {
    const style =
      "@import url(https://example.org/a.css); /* x */ .a, #b > rect { fill: url(#g) ; } text{background:url(http://x/y);fill:red}";
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><style>${style}</style><rect id="b" class="a"/></svg>`;
    const { publication, messages } = await examineInMemory(
      { "one.md": "# One\n\n![A.](d.svg)\n" },
      {},
      { "d.svg": svg },
    );
    expect(messagesText(messages)).toContain(
      "in the drawing d.svg: @import, a style with an address; left out",
    );
    expect(toHtml(publication.images.get("d.svg")?.svg ?? [])).toBe(
      '<svg viewBox="0 0 4 2" class="svg-d"><style>.svg-d .a,.svg-d #svg-d-b > rect{fill: url(#svg-d-g)}\n.svg-d text{fill:red}</style>' +
        '<rect id="svg-d-b" class="a"></rect></svg>',
    );
  });

  const drawn = (text: string, file = "d.svg") => {
    const { svg, dropped = [] } = parseDrawing(readDrawing(new TextEncoder().encode(text)), file) ?? {};
    return { html: toHtml(svg ?? []), dropped };
  };
  const head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"';

  test("are styled as they were where their style sheet names their root", () => {
    const style =
      "svg{fill:red} :root{--ink:red} #m .node,#m{fill:blue} svg.chart > text{fill:red} .chart{fill:red}";
    const { html } = drawn(`${head} id="m" class="chart"><style>${style}</style></svg>`);
    expect(/<style>([^<]*)/.exec(html)?.[1]?.split("\n")).toEqual([
      ".svg-d svg,.svg-d{fill:red}",
      ".svg-d :root,.svg-d{--ink:red}",
      ".svg-d #svg-d-m .node,.svg-d .node,.svg-d #svg-d-m,.svg-d{fill:blue}",
      ".svg-d svg.chart > text,.svg-d > text{fill:red}",
      ".svg-d .chart,.svg-d{fill:red}",
    ]);
  });

  test("have what their DTD declares, and the letters of their encoding", () => {
    const dtd = '<!DOCTYPE svg [\n<!ENTITY st0 "fill:#c33;">\n]>';
    expect(drawn(`<?xml version="1.0"?>${dtd}${head}><path style="&st0;"/></svg>`).html).toContain(
      '<path style="fill:#c33;">',
    );
    const latin = Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?>${head}><text>Größe</text></svg>`,
      "latin1",
    );
    expect(readDrawing(latin)).toContain("<text>Größe</text>");
  });

  test("keep shadows and photographs, and tell the words that go", () => {
    const filter =
      '<filter><feDropShadow dx="1"/><feComponentTransfer><feFuncA slope=".5"/></feComponentTransfer></filter>';
    const kept = drawn(`${head}>${filter}<image href="data:image/jpg;base64,AA"/></svg>`);
    expect([kept.dropped, kept.html.match(/<fe\w+|data:[^;]+/g)]).toEqual([
      [],
      ["<feDropShadow", "<feComponentTransfer", "<feFuncA", "data:image/jpeg"],
    ]);
    const lost = drawn(
      `${head}><flowRoot><flowPara>Words</flowPara></flowRoot><text>A<b>b</b></text><text>C</text></svg>`,
    );
    expect(lost.dropped).toEqual(["all from <b> on", "<flowroot> with “Words”"]);
  });
});

describe("the cover", () => {
  const drawing = (attributes: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"${attributes}><rect width="30" height="20"/></svg>`;
  const messagesOf = async (attributes: string) => {
    const cover = { image: "c.svg", alt: "" };
    const { messages } = await examineInMemory(
      { "one.md": "# One\n\nText.\n" },
      { cover },
      { "c.svg": drawing(attributes) },
    );
    return messages.map(({ ruleId }) => ruleId);
  };

  test("wants words for what it shows, unless it is a placeholder that wants a picture", async () => {
    expect(await messagesOf("")).toEqual(["cover-alt-missing"]);
    expect(await messagesOf(' data-placeholder="missing"')).toEqual(["image-placeholder"]);
  });

  test("hands its caption and credit to the imprint, and says whether there is one", () => {
    const { metadata } = memoryManuscript({});
    const view = (cover: NonNullable<typeof metadata.cover>) =>
      pageView({ ...metadata, cover }, wordsOf("en")).cover;
    expect(view({ image: "c.svg", alt: "A.", credit: "By B." })).toMatchObject({
      caption: "",
      credit: "By B.",
      printed: true,
    });
    expect(view({ image: "c.svg", alt: "A." })).toMatchObject({ printed: false });
  });
});

describe("groups of chapters", () => {
  const sources = { "one.md": "# One\n\nA.", "two.md": "# Two\n\nB.", "sea.md": "# *Sea*\n\nC." };
  const body = [
    { title: "Harbour", chapters: ["one.md"] },
    { source: "sea.md", chapters: ["two.md"] },
  ];
  const inOrder = { "one.md": sources["one.md"], "sea.md": sources["sea.md"], "two.md": sources["two.md"] };
  const titles = ({ parts }: Publication) =>
    parts.filter(({ kind }) => kind === "part-title").map(({ id, number, title }) => [id, number, title]);

  test("open with a part title, of publication.yaml or of a source; chapters count through them", async () => {
    const { publication, messages } = await examineInMemory(inOrder, { body });
    expect(messagesText(messages)).toBe("");
    expect(titles(publication)).toEqual([
      ["harbour", "Part I", "Harbour"],
      ["sea", "Part II", "Sea"],
    ]);
    const chapters = publication.parts.filter(({ kind }) => kind === "chapter");
    expect(chapters.map(({ id, number, group }) => [id, number, group])).toEqual([
      ["one", "1", "harbour"],
      ["two", "2", "sea"],
    ]);
    expect(part(publication, "harbour")).toBe(
      '<section id="harbour" class="part-title body alone" role="doc-part" aria-labelledby="harbour-title"><header class="opener"><p class="part-number">Part I</p><h1 id="harbour-title">Harbour</h1></header></section>',
    );
    expect(
      publication.nav.map(({ kind, id, children }) => [kind, id, children.map((child) => child.id)]),
    ).toEqual([
      ["part-title", "harbour", ["one"]],
      ["part-title", "sea", ["two"]],
    ]);
  });

  test("are counted as theme, language and author ask", async () => {
    const manuscript = (changes: Parameters<typeof memoryManuscript>[1]) =>
      memoryManuscript(inOrder, { body, ...changes });
    const numbers = async (changes: Parameters<typeof memoryManuscript>[1], theme = bareTheme) =>
      titles((await examine(manuscript(changes), theme)).publication).map(([, number]) => number);
    expect(await numbers({ language: "de" })).toEqual(["Teil I", "Teil II"]);
    expect(await numbers({}, { ...bareTheme, partNumbers: "decimal" })).toEqual(["Part 1", "Part 2"]);
    expect(await numbers({ language: "ar" })).toEqual(["القسم 1", "القسم 2"]);
    expect(await numbers({ numberedGroups: false })).toEqual([undefined, undefined]);
    const own = { ...inOrder, "sea.md": "---\nnumbered: false\n---\n\n# Sea" };
    const { publication } = await examineInMemory(own, { body });
    expect(titles(publication).map(([, number]) => number)).toEqual(["Part I", undefined]);
  });

  test("have no id that a chapter has, and none that quoin makes", async () => {
    const named = [
      { title: "Two", chapters: ["one.md"] },
      { title: "Notes", chapters: ["sea.md"] },
      { title: "البحر", chapters: ["two.md"] },
    ];
    const { publication } = await examineInMemory(inOrder, { body: named });
    expect(titles(publication).map(([id]) => id)).toEqual(["two-2", "part-notes", "part"]);
  });

  test("are led to by their source or their id; publication.yaml is none", async () => {
    const { publication, messages } = await examineInMemory(
      { ...inOrder, "one.md": "# One\n\n[](sea.md), [](#harbour), [x](publication.yaml)." },
      { body },
    );
    expect(words(publication, "one")).toContain("Sea, Harbour, x.");
    expect(messagesText(messages)).toBe(
      "one.md:3:27 error reference-undefined Unexpected link to `publication.yaml`, which is not a source of this publication\n",
    );
  });

  test("have a role already, which their source cannot change", async () => {
    const { messages } = await examineInMemory(
      { ...inOrder, "sea.md": "---\nrole: introduction\n---\n\n# Sea" },
      { body },
    );
    expect(messagesText(messages)).toBe(
      "sea.md:2:1 error front-matter-invalid Unexpected key `role`. Expected one of title, subtitle, author, numbered\n",
    );
  });
});

test("what the theme prints of publication.yaml stands where it stands there", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"/>';
  const cover = { image: "a.svg", alt: "Waves" };
  const changes = { title: "Sea", rights: "© Sea", cover };
  const manuscript = memoryManuscript({ "one.md": "# One\n" }, changes, { "a.svg": svg });
  const lines: Readonly<Record<string, number>> = { title: 1, rights: 2, "cover.image": 3 };
  const placeOf = (...path: readonly (string | number)[]) => ({
    file: "publication.yaml",
    line: lines[path.join(".")] ?? 0,
    column: 1,
  });
  const pages = {
    "cover.html": '<div><p>{{title}}</p></div><img src="{{#cover}}{{image}}{{/cover}}"><p>Own words</p>',
    "imprint.html": "<p>{{rights}}</p>",
  };
  const { publication } = await examine({ ...manuscript, placeOf }, { ...bareTheme, pages });
  const places = elements(publication)
    .filter(({ data }) => data?.file === "publication.yaml")
    .map(({ tagName, position, children }) => {
      return `${tagName} ${position?.start.line} ${textOf({ type: "root", children })}`;
    });
  expect(places).toEqual([
    "section 3 SeaOwn words",
    "p 1 Sea",
    "img 3 ",
    "section 1 ",
    "section 1 © Sea",
    "p 2 © Sea",
  ]);
});
