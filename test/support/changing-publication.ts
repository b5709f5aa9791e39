import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The files of a publication with a theme and a printer's profile of its own, by path. */
export type Files = Map<string, string>;

const paragraph =
  "The harbour was built of stone that came by sea, and the sea has been taking it back ever since. Engineers who inspected " +
  "the quays found nothing amiss, which surprised nobody who had read their earlier reports.";

const drawing = (height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 150"><path d="M0 20V${height}H400" fill="none" stroke="#9c2f1f"/></svg>`;

/** Make the publication as it is before anything was changed. */
export function changingPublication(): Files {
  const chapter = (name: string, note: string) =>
    `# ${name}\n\n${paragraph}[^a]\n\n## The quays of ${name}\n\n${paragraph} See [](#line).\n\n[^a]: ${note}\n`;
  return new Map([
    [
      "publication.yaml",
      "title: Harbours\nlanguage: en\nauthor: A. Author\ndate: 2026-01-15\nidentifier: urn:isbn:9780306406157\ntheme: house\n" +
        "press: {profile: press/printer.yaml}\nbody: [one.md, two.md, three.md]\n",
    ],
    [
      "one.md",
      `${chapter("North", "A note.")}\n:::figure{#line}\n![A line](images/line.svg)\n\nA line.\n:::\n`,
    ],
    ["two.md", chapter("East", "Another *note*.")],
    ["three.md", chapter("South", "The last note.")],
    ["images/line.svg", drawing(140)],
    ["press/printer.yaml", "title: Our printer\nextends: offset-eu\n"],
    ["templates/house/theme.yaml", 'name: house\npalette: {accent: "#9c2f1f"}\n'],
    ["templates/house/screen.css", ".chapter h2 { color: var(--accent) }\n"],
  ]);
}

/** One thing that somebody may change, by name; `n` says how. */
export const changes: Readonly<Record<string, (files: Files, n: number) => void>> = {
  "a word": (files, n) => edit(files, sources[n % 3], (text) => text.replace(/stone\w*/, `stone${n}`)),
  "a paragraph": (files, n) => edit(files, sources[n % 3], (text) => `${text}\n${n} ${paragraph}\n`),
  "a letter that no other text has": (files, n) =>
    edit(files, sources[n % 3], (text) => `${text}\n${String.fromCodePoint(0x3b1 + (n % 24))} ${n}.\n`),
  "a note": (files, n) => edit(files, sources[n % 3], (text) => text.replace("[^a]: ", `[^a]: Note ${n}: `)),
  "a call of no note": (files, n) =>
    edit(files, sources[n % 3], (text) =>
      text.includes("[^z]") ? text.replace(" [^z]", "") : text.replace("sea,", "sea [^z],"),
    ),
  "a doubled word": (files, n) =>
    edit(files, sources[n % 3], (text) => text.replace("nobody", "nobody nobody")),
  "an alternative text": (files, n) =>
    edit(files, "one.md", (text) => text.replace(/!\[.*?\]/, `![Line ${n}]`)),
  "a drawing": (files, n) => void files.set("images/line.svg", drawing(20 + (n % 120))),
  "a drawing that nobody uses": (files, n) => void files.set("images/unused.svg", drawing(20 + (n % 120))),
  "the title": (files, n) =>
    edit(files, "publication.yaml", (text) => text.replace(/title: .*/, `title: Harbours ${n}`)),
  "the order": (files) =>
    edit(files, "publication.yaml", (text) =>
      text.replace(/body: \[(\S+), (\S+), (\S+)\]/, "body: [$3, $1, $2]"),
    ),
  "the lines of publication.yaml": (files) =>
    edit(files, "publication.yaml", (text) => `# A remark.\n${text}`),
  "how grave a rule is": (files, n) =>
    edit(files, "publication.yaml", (text) =>
      [text.replace(/rules: .*\n/, ""), `rules: {word-doubled: ${["off", "info", "warning"][n % 3]}}\n`].join(
        "",
      ),
    ),
  "where notes stand": (files, n) =>
    edit(files, "publication.yaml", (text) =>
      [text.replace(/notes: .*\n/, ""), `notes: {placement: ${["endnotes", "footnotes"][n % 2]}}\n`].join(""),
    ),
  "a colour": (files, n) =>
    void files.set(
      "templates/house/theme.yaml",
      `name: house\npalette: {accent: "#${(n % 4096).toString(16).padStart(3, "0")}"}\n`,
    ),
  "a style of the screen": (files, n) =>
    void files.set("templates/house/screen.css", `.chapter h2 { letter-spacing: ${n % 5}px }\n`),
  "the styles of the e-book": (files, n) =>
    void files.set("templates/house/book.css", `h2 { margin-top: ${n % 5}em }\n`),
  "the imprint": (files, n) =>
    void files.set("templates/house/imprint.html", `<p>Printed ${n} times for {{title}}.</p>\n`),
  "the printer's profile": (files, n) =>
    void files.set(
      "press/printer.yaml",
      `title: Our printer\nextends: offset-eu\ninkLimit: ${280 + (n % 40)}\n`,
    ),
  nothing: () => undefined,
};

const sources = ["one.md", "two.md", "three.md"] as const;

function edit(files: Files, path: string | undefined, change: (text: string) => string): void {
  files.set(path ?? "", change(files.get(path ?? "") ?? ""));
}

/** Lay the files into a folder, in place of all that is there. */
export function layOut(files: Files, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Change one byte of an entry of a cache, or remove it. */
export function damage(cache: string, n: number): void {
  const entries = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const entry = entries[n % entries.length];
  if (!entry) return;
  const path = join(entry.parentPath, entry.name);
  const content = readFileSync(path);
  const at = n % content.length;
  if (n % 2 === 0) rmSync(path);
  else writeFileSync(path, content.fill((content[at] ?? 0) ^ 1, at, at + 1));
}

/** Draw numbers from 0 up to a limit, the same for the same seed. */
export function dice(seed: number): (limit: number) => number {
  let state = seed * 7919 + 17;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
}
