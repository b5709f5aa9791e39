import { expect, test } from "vitest";
import { png } from "./support/png.js";
import { runCli } from "./support/run-cli.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const limit = { timeout: 600_000 };
const about = "title: T\nlanguage: en\ndate: 2026-01-15\nidentifier: doi:10.1000/182\n";

test(
  "a picture without words and a heading too deep are told at their lines, and not again of the PDF",
  limit,
  async () => {
    const folder = temporaryFolder({
      "book/publication.yaml": `${about}body: [one.md]\n`,
      "book/one.md": "# One\n\n![](dot.png)\n\n### Deep\n\nWords.\n",
      "book/dot.png": png(60, 60),
    });
    const { stderr } = await runCli(["build", "book", "--only", "screen", "--no-cache"], folder);
    expect(stderr.match(/^.*(?:info|warning|error).*$/gm)).toEqual([
      expect.stringMatching(/^book\/one\.md:3:1 warning .* image-alt-missing$/),
      expect.stringMatching(/^book\/one\.md:5:1 warning .* heading-skipped$/),
      "2 warnings",
    ]);
  },
);

test(
  "a sign that no font has is told where it stands, as an error where the pages lack it",
  limit,
  async () => {
    const folder = temporaryFolder({
      "book/publication.yaml": `${about}author: A. \u{11A00}\nbody: [one.md]\n`,
      "book/one.md": "---\nsubtitle: \u{11A0C}\n---\n\n# One\n\nWords, `code \u{11A00}` and words.\n",
    });
    const { stderr, code } = await runCli(["build", "book", "--only", "screen,press", "--no-cache"], folder);
    const gone = "either: the PDF would not have it glyph-missing";
    expect(stderr.match(/^.*(?:info|warning|error).*$/gm)).toEqual([
      expect.stringMatching(/^book\/one\.md:2:11 error .*U\+11A0C.*U\+11A00/),
      expect.stringMatching(new RegExp(`^book/publication.yaml:5:9 error .*U\\+11A00.* ${gone}$`)),
      "2 errors",
    ]);
    expect(code).toBe(1);
    const { stderr: checked } = await runCli(["check", "book"], folder);
    expect(checked).toContain("\n2 warnings\n");
  },
);

test("words that a style sheet hides from both PDFs are told once", limit, async () => {
  const folder = temporaryFolder({
    "book/publication.yaml": `${about}theme: ./theme\nbody: [one.md]\n`,
    "book/theme/print.css": ".shy { visibility: hidden; }\n",
    "book/one.md": '# One\n\nWords <span class="shy">that hide</span>.\n',
  });
  const { stderr } = await runCli(["build", "book", "--only", "screen,press", "--no-cache"], folder);
  expect(stderr.match(/^.* text-lost$/gm)).toEqual([
    "book/one.md:3:1 error “that hide.” is not in the text of the PDF, on page 1 or near it text-lost",
  ]);
});

test("an address that the pages of both PDFs ask for in vain is told once", limit, async () => {
  const folder = temporaryFolder({
    "book/publication.yaml": `${about}theme: ./theme\nbody: [one.md]\n`,
    "book/theme/print.css": "p { background-image: image-set(url(https://example.org/a.png) 1x); }\n",
    "book/one.md": "# One\n\nWords.\n",
  });
  const { stderr } = await runCli(["build", "book", "--only", "screen,press", "--no-cache"], folder);
  expect(stderr.match(/^.* request-refused$/gm)).toHaveLength(1);
});

test("that no browser starts is told once for all editions", limit, async () => {
  const folder = temporaryFolder({
    "book/publication.yaml": `${about}body: [one.md]\n`,
    "book/one.md": "# One\n\nWords.\n",
  });
  const { stderr } = await runCli(["build", "book", "--only", "screen,press", "--no-cache"], folder, {
    TMPDIR: `${folder}/none`,
  });
  expect(stderr.match(/^.* browser-room$/gm)).toHaveLength(1);
});
