import JSZip from "jszip";

/** The entries of a book, in the order of its archive. */
export type Entries = Map<string, Uint8Array>;

/** A book that is wrong in one way, and the rule that must say so. */
export interface BrokenBook {
  readonly name: string;
  readonly rule: string;
  readonly change: (entries: Entries) => Entries;
  /** How `mimetype` is packed; stored unless it says otherwise. */
  readonly mimetype?: "DEFLATE";
}

const xhtml = (name: string) => `OEBPS/${name}.xhtml`;
const notes = xhtml("notes");
const quays = xhtml("quays");
const tides = xhtml("tides");
const nav = xhtml("nav");
const opf = "OEBPS/content.opf";

/** Replace a text in one file; throws where it is not there, so that no case breaks nothing. */
function edit(path: string, before: string | RegExp, after: string): BrokenBook["change"] {
  return (entries) => {
    const text = new TextDecoder().decode(entries.get(path));
    const changed = text.replace(before, after);
    if (changed === text) throw new Error(`Nothing to break in ${path}: ${before}`);
    return new Map(entries).set(path, new TextEncoder().encode(changed));
  };
}

function without(path: string): BrokenBook["change"] {
  return (entries) => {
    if (!entries.has(path)) throw new Error(`No ${path} to leave out`);
    return new Map([...entries].filter(([name]) => name !== path));
  };
}

const entry = (name: string, rule: string, change: BrokenBook["change"]): BrokenBook => ({
  name,
  rule,
  change,
});

/** The broken books: the sample book, wrong in one way each. */
export const brokenBooks: readonly BrokenBook[] = [
  entry("a call of no note", "epub/note-lost", edit(quays, "notes.xhtml#fn-1", "notes.xhtml#fn-99")),
  entry(
    "a call of no note, for EPUBCheck",
    "epubcheck/RSC-012",
    edit(quays, "notes.xhtml#fn-1", "notes.xhtml#fn-99"),
  ),
  entry(
    "a backlink to nothing",
    "epub/backlink-lost",
    edit(notes, "tides.xhtml#fnref-2", "tides.xhtml#fnref-77"),
  ),
  entry(
    "a backlink to another note's call",
    "epub/backlink-astray",
    edit(notes, "tides.xhtml#fnref-2", "quays.xhtml#fnref-1"),
  ),
  entry(
    "a backlink to no call",
    "epub/backlink-astray",
    edit(notes, "tides.xhtml#fnref-2", "tides.xhtml#tides-sea"),
  ),
  entry(
    "a note called twice with one way back",
    "epub/note-return-missing",
    edit(notes, /<a class="note-return".*?<\/a>/, ""),
  ),
  entry(
    "a note without a way back",
    "epub/note-no-return",
    edit(notes, /<a [^>]*href="tides\.xhtml#fnref-2".*?<\/a>/, "2."),
  ),
  entry(
    "contents without a chapter",
    "epub/nav-incomplete",
    edit(nav, /href="tides\.xhtml"/g, 'href="quays.xhtml"'),
  ),
  entry(
    "contents without a summary, which is front matter",
    "epub/nav-incomplete",
    edit(nav, /href="summary\.xhtml"/g, 'href="quays.xhtml"'),
  ),
  entry("contents without a chapter that holds a dedication", "epub/nav-incomplete", (entries) =>
    edit(
      nav,
      /href="tides\.xhtml"/g,
      'href="quays.xhtml"',
    )(edit(tides, "<hr/>", '<div epub:type="dedication"><p>To sailors</p></div>')(entries)),
  ),
  entry(
    "contents without a list",
    "epubcheck/RSC-005",
    edit(nav, /<ol class="contents-list">.*?<\/nav>/s, "<p>None</p></nav>"),
  ),
  entry("no contents", "epubcheck/NAV-001", edit(nav, / epub:type="toc"/, "")),
  entry("an image without words", "epub/image-alt-missing", edit(tides, / alt="A grey morning"/, "")),
  entry(
    "an image of another machine",
    "epub/resource-remote",
    edit(tides, "images/photo.png", "https://example.org/photo.png"),
  ),
  entry("an image that is missing", "epubcheck/RSC-007", edit(tides, "images/photo.png", "images/lost.png")),
  entry("an image that was left out", "epubcheck/RSC-001", without("OEBPS/images/photo.png")),
  entry(
    "an image that is not declared",
    "epubcheck/RSC-008",
    edit(opf, /<item [^>]*images\/photo\.png[^>]*>(<\/item>)?/, ""),
  ),
  entry("the media type last", "epub/mimetype-first", (entries) => {
    const type = entries.get("mimetype") ?? new Uint8Array();
    return new Map([...without("mimetype")(entries), ["mimetype", type]]);
  }),
  {
    ...entry("the media type compressed", "epub/mimetype-stored", (entries) => entries),
    mimetype: "DEFLATE",
  },
  entry("another media type", "epub/mimetype-content", edit("mimetype", "epub+zip", "zip+epub")),
  entry("no media type", "epub/mimetype-first", without("mimetype")),
  entry("an id of two elements", "html/no-dup-id", edit(notes, 'id="fn-2"', 'id="fn-1"')),
  entry(
    "an id with a space",
    "html/attribute-allowed-values",
    edit(tides, 'id="tides-sea"', 'id="tides sea"'),
  ),
  entry(
    "a block in a paragraph",
    "html/element-permitted-content",
    edit(tides, "The moon", "<div>x</div>The moon"),
  ),
  entry(
    "a block in a phrase",
    "html/element-permitted-content",
    edit(tides, "The moon", "<em><div>x</div></em>The moon"),
  ),
  entry("an item without a list", "html/element-permitted-parent", edit(tides, "<hr/>", "<li>x</li>")),
  entry("an unknown element", "html/no-unknown-elements", edit(tides, "<hr/>", "<p><foo>x</foo></p>")),
  entry("an obsolete element", "html/deprecated", edit(tides, "<hr/>", "<p><font>x</font></p>")),
  entry(
    "an obsolete attribute",
    "html/no-deprecated-attr",
    edit(quays, "<table>", '<table border="1" cellpadding="3">'),
  ),
  entry(
    "a label of nothing",
    "html/no-missing-references",
    edit(notes, 'aria-labelledby="notes-title"', 'aria-labelledby="nope"'),
  ),
  entry(
    "an image without a source",
    "html/element-required-attributes",
    edit(tides, / src="images\/photo\.png"/, ""),
  ),
  entry("an unknown role", "epub/role-unknown", edit(tides, 'role="doc-chapter"', 'role="doc-chaptre"')),
  entry(
    "a deprecated role",
    "epub/role-deprecated",
    edit(notes, 'class="note"', 'class="note" role="doc-endnote"'),
  ),
  entry(
    "a role that may not stand here",
    "epub/role-misplaced",
    edit(notes, 'class="note"', 'class="note" role="doc-footnote"'),
  ),
  entry("XML that is not well-formed", "epubcheck/RSC-016", edit(tides, "<hr/>", "<p>a & b</p>")),
  entry("a drawing that is not declared", "epubcheck/OPF-014", edit(opf, ' properties="svg"', "")),
  entry("a spine that names nothing", "epubcheck/OPF-049", edit(opf, 'idref="part-tides"', 'idref="nope"')),
  entry("no instant", "epubcheck/RSC-005", edit(opf, /<meta property="dcterms:modified">.*?<\/meta>/, "")),
  entry("a link to a missing chapter", "epubcheck/RSC-007", edit(nav, /tides\.xhtml/, "lost.xhtml")),
  entry("no container", "epubcheck/RSC-002", without("META-INF/container.xml")),
];

/** Unpack a book into its entries, in the order of its archive. */
export async function entriesOf(bytes: Uint8Array): Promise<Entries> {
  const zip = await JSZip.loadAsync(bytes);
  const entries: Entries = new Map();
  for (const [name, file] of Object.entries(zip.files)) entries.set(name, await file.async("uint8array"));
  return entries;
}

/** Pack a broken book. */
export async function breakBook(entries: Entries, { change, mimetype }: BrokenBook): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, bytes] of change(entries)) {
    const compression = name === "mimetype" ? (mimetype ?? "STORE") : "DEFLATE";
    zip.file(name, bytes, { compression, compressionOptions: { level: 1 }, createFolders: false });
  }
  return zip.generateAsync({ type: "uint8array" });
}
