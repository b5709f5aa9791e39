import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { describe, expect, test } from "vitest";
import { read } from "../../pipeline/read/read.js";
import { expectGolden } from "../support/golden.js";
import { messagesText } from "../support/messages.js";

const cases = fileURLToPath(new URL("../fixtures/read/", import.meta.url));
const html = (children: readonly ElementContent[]) => toHtml({ type: "root", children: [...children] });

describe("read", () => {
  test.each(readdirSync(cases))("%s", async (name) => {
    const folder = `${cases}${name}/`;
    expect(readdirSync(folder).sort()).toEqual(["input.md", "messages.txt", "output.html"]);
    const source = { path: "input.md", division: "body", bytes: readFileSync(`${folder}input.md`) } as const;
    const { chapter, messages } = await read(source, "input", "en");
    const { role, subtitle, authors, numbered } = chapter;
    const head = JSON.stringify({ role, subtitle, authors, numbered });
    const notes = chapter.notes.map(
      ({ label, children, place }) => `<!-- [^${label}] ${place.line}:${place.column} -->${html(children)}`,
    );
    expectGolden(
      `${folder}output.html`,
      [`<!-- ${head} -->`, `<h1>${html(chapter.title)}</h1>`, html(chapter.content), ...notes, ""].join("\n"),
    );
    expectGolden(`${folder}messages.txt`, messagesText(messages));
  });

  test("positions survive to the element, with the source's name", async () => {
    const bytes = new TextEncoder().encode("# T\n\nText with *emphasis*.\n");
    const { chapter } = await read({ path: "a/b.md", division: "body", bytes }, "b", "en");
    const paragraph = chapter.content.find((node) => node.type === "element");
    expect(paragraph?.position?.start).toMatchObject({ line: 3, column: 1 });
    expect(paragraph?.data).toMatchObject({ file: "a/b.md" });
  });

  test("a source without an @, in which nothing looks for e-mail addresses, is read as one with it", async () => {
    const text = `See www.example.org/a_b, http://example.org and *Https*://example.org.

| e.g. +1-2 | wwww | h.h |
| --- | --- | --- |
| _a_b_ | ~~www~~.x | \\w &#119;ww.example.org |

- a.b-c_d+e[^1] \`w w\` <https://example.org/w>

[^1]: Whether http: or [www](https://www.example.org).
`;
    const content = async (written: string) => {
      const source = { path: "a.md", division: "body", bytes: new TextEncoder().encode(written) } as const;
      const { chapter } = await read(source, "a", "en");
      return { content: chapter.content, notes: chapter.notes };
    };
    const without = await content(`# T\n\n${text}`);
    const { content: longer, notes } = await content(`# T\n\n${text}\nTo me@example.org.\n`);
    expect(html(longer)).toContain('<a href="mailto:me@example.org"');
    expect({ content: longer.slice(0, without.content.length), notes }).toEqual(without);
  });
});
