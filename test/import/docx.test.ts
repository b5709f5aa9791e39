import { describe, expect, test } from "vitest";
import { docx as importer } from "../../pipeline/import/docx.js";
import { type DocxParts, docx, p, picture, run, tbl } from "../support/docx.js";
import { broughtIn } from "../support/import.js";
import { png } from "../support/png.js";

const read = async (parts: DocxParts) =>
  broughtIn(importer, "a.docx", [{ name: "a.docx", bytes: await docx(parts) }]);
const title = p("The Weir", "Title");
const one = title + p("Start", "H1");

/** The account of words must balance in every one of these. */
const balanced = /import-words|import-reads-back/;

describe("what a Word document is made of", () => {
  test("bold in the place of a heading is one, and flagged", async () => {
    const { text, messages } = await read({ body: one + p(run("Why it leaks", "<w:b/>")) + p("Because.") });
    expect(text("start.md")).toBe("# Start\n\n## Why it leaks\n\nBecause.\n");
    expect(messages).toContain(
      "start.md:3:1 warning import-heading-bold A bold paragraph became a heading: Why it leaks",
    );
    expect(messages).not.toMatch(balanced);
  });

  test("a bold sentence is none", async () => {
    const { text } = await read({ body: one + p(run("It leaks.", "<w:b/>")) });
    expect(text("start.md")).toBe("# Start\n\n**It leaks.**\n");
  });

  test("spaces at the edges of bold and italic stand outside of them", async () => {
    const body = one + p(run("a ") + run("b ", "<w:b/>") + run("c ", "<w:b/><w:i/>") + run(" d"));
    const { text, messages } = await read({ body });
    expect(text("start.md")).toBe("# Start\n\na **b _c_** d\n");
    expect(messages).not.toMatch(balanced);
  });

  test("styles are what they are based on", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="X"><w:name w:val="Our heading"/><w:basedOn w:val="H2"/></w:style>
      <w:style w:type="paragraph" w:styleId="Y"><w:name w:val="Outlined"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>`;
    const { text } = await read({ styles, body: one + p("Two", "X") + p("Three", "Y") });
    expect(text("start.md")).toBe("# Start\n\n## Two\n\n### Three\n");
  });

  test("a cross-reference in a simple field leads to its caption, and to its heading", async () => {
    const mark = (name: string) => `<w:bookmarkStart w:id="1" w:name="${name}"/>`;
    const ref = (name: string, words: string) =>
      `<w:fldSimple w:instr=" REF ${name} \\h ">${run(words)}</w:fldSimple>`;
    const seq = `${mark("_Ref1")}${run("Table ")}<w:fldSimple w:instr=" SEQ Table ">${run("1")}</w:fldSimple>`;
    const body =
      one +
      p(run("See ") + ref("_Ref1", "Table 1") + run(" and ") + ref("_Ref2", "the end") + run(".")) +
      p(seq + run(". Taps"), "Caption") +
      tbl(
        [
          [p("a"), p("b")],
          [p("1"), p("2")],
        ],
        "<w:trPr><w:tblHeader/></w:trPr>",
      ) +
      p(mark("_Ref2") + run("Finish"), "H1");
    const { text, messages } = await read({ body });
    expect(text("start.md")).toBe(
      "# Start\n\nSee [](#tbl-taps) and [the end](#sec-finish).\n\n:::table{#tbl-taps}\n| a | b |\n| - | - |\n| 1 | 2 |\n\nTaps\n:::\n",
    );
    expect(text("finish.md")).toBe("# Finish {#sec-finish}\n");
    expect(messages).not.toMatch(balanced);
  });

  test("a bookmark before a heading, where pandoc puts it, names the heading", async () => {
    const mark = `<w:bookmarkStart w:id="1" w:name="finish"/>`;
    const link = `<w:hyperlink w:anchor="finish">${run("Finish")}</w:hyperlink>`;
    const { text } = await read({ body: one + p(link) + mark + p("Finish", "H1") + p("Words.") });
    expect(text("start.md")).toBe("# Start\n\n[](#sec-finish)\n");
    expect(text("finish.md")).toBe("# Finish {#sec-finish}\n\nWords.\n");
  });

  test("a paragraph styled as the date is the publication's, where it is one; else it is text", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="D"><w:name w:val="Date"/></w:style>`;
    const dated = (date: string) =>
      read({ styles, body: title + p(date, "D") + p("Start", "H1") + p("Words.") });
    const day = await dated("May 1, 2024");
    expect(day.text("publication.yaml")).toContain("date: 2024-05-01");
    expect(day.messages).not.toMatch(balanced);
    const { text, messages } = await dated("In spring");
    expect(text("the-weir.md")).toContain("In spring");
    expect(messages).not.toMatch(balanced);
  });

  test("hidden text is left out, and told word for word; the fields of an index entry stay whole", async () => {
    const hidden = run("not for print ", "<w:vanish/>") + run("shown ", '<w:vanish w:val="0"/>');
    const entry = ["begin", "end"].map(
      (type) => `<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="${type}"/></w:r>`,
    );
    const { text, messages } = await read({
      body: one + p(run("Water ") + hidden + entry.join("") + run("runs.")),
    });
    expect(text("start.md")).toBe("# Start\n\nWater shown runs.\n");
    expect(messages).toMatch(/start\.md:3:1 warning import-hidden-dropped .*: not for print$/m);
    expect(messages).not.toMatch(balanced);
  });

  test("small capitals are such", async () => {
    const { text, messages } = await read({ body: one + p(run("At ") + run("nato", "<w:smallCaps/>")) });
    expect(text("start.md")).toBe('# Start\n\nAt <span class="small-caps">nato</span>\n');
    expect(messages).not.toMatch(balanced);
  });

  test("signs of other fonts are characters, and their letters words", async () => {
    const sign = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const body = one + p(run("So ") + sign("Symbol", "F061") + run(" and ") + sign("Arial", "2260"));
    const { text, messages } = await read({ body });
    expect(text("start.md")).toBe("# Start\n\nSo α and ≠\n");
    expect(messages).not.toMatch(balanced);
  });

  test("a reference to a note fills itself, and takes the word before its number with it", async () => {
    const call = `<w:bookmarkStart w:id="1" w:name="_Ref7"/><w:r><w:footnoteReference w:id="2"/></w:r>`;
    const ref = `<w:fldSimple w:instr=" NOTEREF _Ref7 \\h ">${run("1")}</w:fldSimple>`;
    const { text, messages } = await read({
      footnotes: `<w:footnote w:id="2">${p("Words.")}</w:footnote>`,
      body:
        one + p(run("A call.") + call) + p(run("See footnote ") + ref + run(".")) + p("Next", "H1") + p(ref),
    });
    expect(text("start.md")).toContain("See [](#note-1).");
    expect(text("next.md")).toContain("[](start.md#note-1)");
    expect(messages).not.toMatch(balanced);
  });

  test("a bare address is a link, as Markdown makes it one", async () => {
    const { text, messages } = await read({ body: one + p("In https://example.org/a_b, and on.") });
    expect(text("start.md")).toBe("# Start\n\nIn <https://example.org/a_b>, and on.\n");
    expect(messages).not.toMatch(balanced);
  });

  test("authors in one line are several, and a house stays one", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Author"/></w:style>`;
    const written = (line: string) =>
      read({ styles, body: title + p(line, "A") + p("Start", "H1") + p("Words.") });
    const people = await written("Ana Whitlock and Tomás Oyelaran");
    expect(people.text("publication.yaml")).toContain("author:\n  - Ana Whitlock\n  - Tomás Oyelaran\n");
    expect(people.messages).not.toMatch(balanced);
    const house = await written("Institute for War and Peace");
    expect(house.text("publication.yaml")).toContain("author: Institute for War and Peace\n");
  });

  test("a list goes on with the numbers that Word gives it", async () => {
    const item = (words: string, list: number, level = 0) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(words)}</w:p>`;
    const levels = [3, 1]
      .map(
        (start, i) => `<w:lvl w:ilvl="${i}"><w:start w:val="${start}"/><w:numFmt w:val="decimal"/></w:lvl>`,
      )
      .join("");
    const anew = `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`;
    const numbering = `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="2"><w:abstractNumId w:val="0"/>${anew}</w:num>`;
    const { text, messages } = await read({
      numbering,
      body:
        one +
        item("three", 1) +
        item("inner", 1, 1) +
        item("four", 1) +
        p("Between.") +
        item("five", 1) +
        item("inner again", 1, 1) +
        p("Anew.") +
        item("one", 2) +
        item("two", 2),
    });
    expect(text("start.md")).toBe(
      "# Start\n\n3. three\n   1. inner\n4. four\n\nBetween.\n\n5. five\n   1. inner again\n\nAnew.\n\n1. one\n2. two\n",
    );
    expect(messages).not.toMatch(balanced);
  });

  test("a reference to a bookmark that is nowhere keeps its words, and is told", async () => {
    const body = one + p(`<w:hyperlink w:anchor="gone">${run("above")}</w:hyperlink>`);
    const { text, messages } = await read({ body });
    expect(text("start.md")).toBe("# Start\n\nabove\n");
    expect(messages).toMatch(/start\.md:3:1 warning import-link-dead /);
  });

  test("a link to a file beside the document keeps its words, and is told; one to the web stays", async () => {
    const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
    const link = (id: string, target: string) =>
      `<Relationship Id="${id}" Type="${type}" TargetMode="External" Target="${target}"/>`;
    const relationships = [
      link("a", "../summary.md"),
      link("b", "file:///C:/plan.docx"),
      link("c", "https://example.org/"),
    ].join("");
    const words = ["a", "b", "c"].map((id) => `<w:hyperlink r:id="${id}">${run(`link ${id}`)}</w:hyperlink>`);
    const body = one + p(words.join(run(" ")));
    const { text, messages } = await read({ body, relationships });
    expect(text("start.md")).toContain("link a link b [link c](https://example.org/)");
    expect(messages.match(/import-link-dead /g)).toHaveLength(2);
    expect(messages).toContain("what no publication can hold, ../summary.md");
  });

  test("an equation keeps its signs, and is told", async () => {
    const { text, messages } = await read({
      body: one + p(`${run("Where ")}<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>`),
    });
    expect(text("start.md")).toBe("# Start\n\nWhere x=2\n");
    expect(messages).toMatch(/start\.md:3:1 warning import-equation /);
    expect(messages).not.toMatch(balanced);
  });

  test("a table without a head, and one with cells over several columns, are told", async () => {
    const wide = `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p("both")}`;
    const { text, messages } = await read({ body: one + tbl([[wide], [p("a") + p("b"), p("c")]]) });
    expect(text("start.md")).toContain("| both   |   |\n| ------ | - |\n| a<br>b | c |");
    expect(messages).toMatch(/start\.md:3:1 warning import-table-header-guessed /);
    expect(messages).toMatch(/start\.md:3:1 warning import-table-spans /);
    expect(messages).not.toMatch(balanced);
  });

  test("a picture that is none gets a placeholder; one without words is told", async () => {
    const relationships = `<Relationship Id="p" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.emf"/>`;
    const files = { "word/media/image1.emf": "EMF" };
    const { texts, text, messages } = await read({
      relationships,
      files,
      body: one + p(picture("p")) + p("Figure 1: A weir", "Caption"),
    });
    expect(text("start.md")).toBe("# Start\n\n:::figure\n![](images/missing-1.svg)\n\nA weir\n:::\n");
    expect([...texts.keys()]).toContain("images/missing-1.svg");
    expect(messages).toMatch(
      /start\.md:4:1 warning import-picture-missing .*word\/media\/image1\.emf: it is not an image/,
    );
    expect(messages).toMatch(/start\.md:4:1 warning import-alt-missing /);
  });

  test("an empty note goes with its call, and is told", async () => {
    const call = `${run("One")}<w:r><w:footnoteReference w:id="2"/></w:r>`;
    const footnotes = `<w:footnote w:id="2">${p("")}</w:footnote>`;
    const { text, messages } = await read({ footnotes, body: one + p(call) });
    expect(text("start.md")).toBe("# Start\n\nOne\n");
    expect(messages).toMatch(/start\.md:3:1 warning import-note-empty Note 1 is empty/);
  });

  test("a table of contents is dropped, word by word", async () => {
    const { text, messages } = await read({ body: one + p("Start\t1", "TOC1") + p("Text.") });
    expect(text("start.md")).toBe("# Start\n\nText.\n");
    expect(messages).toContain("info import-contents-dropped Left out a table of contents of 1 lines");
    expect(messages).not.toMatch(balanced);
  });

  test("text that is deleted in the middle of a word, moved, and a change of format are told", async () => {
    const del = (text: string) => `<w:del w:author="B"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
    const body =
      one +
      p(`${run("wea")}${del("the")}${run("r and ")}<w:moveFrom w:author="B">${run("tear")}</w:moveFrom>`) +
      p(
        `<w:moveTo w:author="B">${run("tear")}</w:moveTo><w:r><w:rPr><w:rPrChange/></w:rPr><w:t>!</w:t></w:r>`,
      );
    const { text, messages } = await read({ body });
    expect(text("start.md")).toBe("# Start\n\nwear and\n\ntear!\n");
    expect(messages).toContain("Accepted 2 tracked changes: deleted “the” (B), moved away “tear” (B)");
    expect(messages).toContain("Accepted 1 tracked changes of format");
    expect(messages).not.toMatch(balanced);
  });

  test("what stands before the first heading is a chapter; a work without a title has its file's name", async () => {
    const { text, messages } = await read({ body: p("First.") + p("One", "H1") + p("Two", "H1") });
    expect(text("a.md")).toBe("# a\n\nFirst.\n");
    expect(messages).toMatch(/publication\.yaml:2:1 warning import-title-missing /);
    expect(messages).toMatch(/a\.md:1:1 info import-title-made /);
    expect(messages).not.toMatch(balanced);
  });

  test("code keeps its lines, empty ones too, and the spaces at their beginnings", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="C"><w:name w:val="Source Code"/></w:style>`;
    const broken = `${run("def f(x):")}<w:r><w:br/></w:r>${run("    return  x")}`;
    const { text, messages } = await read({
      styles,
      body: one + p("", "C") + p(broken, "C") + p("", "C") + p("f(1)", "C") + p("", "C") + p("Words."),
    });
    expect(text("start.md")).toBe("# Start\n\n```\ndef f(x):\n    return  x\n\nf(1)\n```\n\nWords.\n");
    expect(messages).not.toMatch(balanced);
  });

  test("a picture in a note is brought in", async () => {
    const relation = `<Relationship Id="p" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/>`;
    const { texts, text, messages } = await read({
      footnotes: `<w:footnote w:id="2">${p(run("See ") + picture("p", "a gate"))}</w:footnote>`,
      files: {
        "word/_rels/footnotes.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`,
        "word/media/image1.png": png(2, 2),
      },
      body: one + p(`${run("One")}<w:r><w:footnoteReference w:id="2"/></w:r>`),
    });
    expect(text("start.md")).toContain("[^1]: See ![a gate](images/picture-1.png)");
    expect([...texts.keys()]).toContain("images/picture-1.png");
    expect(messages).not.toMatch(/import-picture-missing|import-words/);
  });

  test("a picture or a link whose relationship is not there is told, and all else is read", async () => {
    const link = `<w:hyperlink r:id="gone" w:anchor="x">${run("a link")}</w:hyperlink>`;
    const { text, messages } = await read({
      footnotes: `<w:footnote w:id="2">${p(run("See ") + picture("p", "a gate"))}</w:footnote>`,
      body: one + p(`${run("One")}<w:r><w:footnoteReference w:id="2"/></w:r>${run(" and ")}${link}`),
    });
    expect(text("start.md")).toBe(
      "# Start\n\nOne[^1] and a link\n\n[^1]: See ![a gate](images/missing-1.svg)\n",
    );
    expect(messages).toMatch(
      /warning import-picture-missing .*a picture that the document only names: it is not there/,
    );
    expect(messages).toMatch(/warning import-link-dead .*missing-gone#x; its words stay: a link/);
  });
});
