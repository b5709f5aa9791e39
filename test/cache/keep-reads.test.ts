import { join } from "node:path";
import { expect, test } from "vitest";
import { keepReads } from "../../pipeline/cache/keep-reads.js";
import { openStore } from "../../pipeline/edges/cache/store.js";
import type { Source } from "../../pipeline/publication.js";
import { read } from "../../pipeline/read/read.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const text = `---
subtitle: By *hand*
---
# One {#one}

A doubled doubled word[^a], *three* > 2, $x^2$ and \u201cquotes\u201d.

:::figure{#f}
![A line](images/line.svg)

A line.
:::

[^a]: The note [^z].
`;

const source = (written = text, path = "one.md"): Source => ({
  path,
  division: "body",
  bytes: new TextEncoder().encode(written),
});

test("a source that was read is not read again, and comes to the same to the last value", async () => {
  const store = openStore(join(temporaryFolder(), "cache"), "test");
  let count = 0;
  const reads = keepReads((...all: Parameters<typeof read>) => {
    count += 1;
    return read(...all);
  }, store);
  const first = await reads(source(), "one", "en");
  for (const message of first.messages) message.fatal = true;
  const again = await reads(source(), "one", "en");
  const anew = await read(source(), "one", "en");
  expect(count).toBe(1);
  expect({ ...again, messages: [] }).toStrictEqual({ ...anew, messages: [] });
  const told = (messages: typeof anew.messages) =>
    messages.map((each) => [`${each}`, each.ruleId, each.fatal, each.file, each.place, each.expected]);
  expect(anew.messages.length).toBeGreaterThan(0);
  // Weighed in place by whoever read first, they are kept as they were said.
  expect(told(again.messages)).toEqual(told(anew.messages));

  await reads(source(`${text}More.`), "one", "en");
  await reads(source(text, "two.md"), "one", "en");
  await reads(source(), "other", "en");
  await reads(source(), "one", "en-GB");
  await reads({ ...source(), division: "back" }, "one", "en");
  expect(count).toBe(6);
});
