import { expect, test } from "vitest";
import { identify, keysOf } from "../../pipeline/cache/editions.js";
import type { Edition, PressProfile, Tools } from "../../pipeline/publication.js";
import { bareTheme, memoryManuscript } from "../support/memory-manuscript.js";

const editions = ["screen", "press", "epub"] as const;
const text = { "one.md": "# One", "two.md": "# Two" };
const profile = { name: "p", title: "P" } as PressProfile;
const pages = { seal: "s", pages: [] };

function keys({
  manuscript = memoryManuscript(text),
  theme = bareTheme,
  beside = editions as readonly Edition[],
  build = "browser",
  tools = { profile } as Pick<Tools, "profile" | "keptPages">,
} = {}) {
  const identity = identify(manuscript, theme, tools.profile);
  const { mostPixels } = manuscript;
  const { examination, of } = keysOf(identity, beside, build, {
    ...tools,
    ...(mostPixels && { mostPixels }),
  });
  return { examination, screen: of("screen"), press: of("press"), epub: of("epub") };
}

const before = keys();
const changed = (after: ReturnType<typeof keys>) =>
  (Object.keys(before) as (keyof typeof before)[]).filter((name) => after[name] !== before[name]);

test.each([
  ["nothing", {}, []],
  ["a source", { manuscript: memoryManuscript({ ...text, "two.md": "# 2" }) }, ["examination", ...editions]],
  [
    "the order",
    { manuscript: memoryManuscript({ "two.md": "# Two", "one.md": "# One" }) },
    ["examination", ...editions],
  ],
  [
    "an image",
    { manuscript: memoryManuscript(text, {}, { "a.svg": "<svg/>" }) },
    ["examination", ...editions],
  ],
  ["metadata", { manuscript: memoryManuscript(text, { title: "T" }) }, ["examination", ...editions]],
  [
    "the lines of publication.yaml",
    { manuscript: { ...memoryManuscript(text), yaml: new Uint8Array(9) } },
    ["examination", ...editions],
  ],
  [
    "how large an image may be",
    { manuscript: { ...memoryManuscript(text), mostPixels: 9 } },
    ["examination", ...editions],
  ],
  ["the theme", { theme: { ...bareTheme, palette: { accent: "#123456" } } }, ["examination", ...editions]],
  ["the browser", { build: "another" }, [...editions]],
  ["the printer\u2019s profile", { tools: { profile: { ...profile, inkLimit: 300 } } }, ["press"]],
  ["the edition that is built beside", { beside: ["epub"] as const }, ["epub"]],
])("%s changes the keys of what depends on it, and no others", (_, parts, expected) => {
  expect(changed(keys(parts))).toEqual(expected);
});

test("an e-book built alone depends on the pages that it is given", () => {
  const alone = (keptPages?: typeof pages) =>
    keys({ beside: ["epub"], tools: { profile, ...(keptPages && { keptPages }) } }).epub;
  expect(new Set([alone(), alone(pages), alone({ ...pages, seal: "t" }), before.epub]).size).toBe(4);
});
