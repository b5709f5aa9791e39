import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadManuscript } from "../../pipeline/edges/load-manuscript.js";
import { examine } from "../../pipeline/examine.js";
import { manuscriptRules } from "../../pipeline/rules.js";
import { expectGolden } from "../support/golden.js";
import { bareTheme } from "../support/memory-manuscript.js";
import { messagesText } from "../support/messages.js";
import { withOverlay } from "../support/overlay.js";

const cases = fileURLToPath(new URL("../fixtures/check/", import.meta.url));
const base = fileURLToPath(new URL("../fixtures/base/", import.meta.url));

async function messagesOf(publication: string): Promise<string> {
  const { manuscript, messages } = await loadManuscript(publication, {});
  return messagesText(
    manuscript ? [...messages, ...(await examine(manuscript, bareTheme)).messages] : messages,
  );
}

describe("rules", () => {
  test("the base breaks none", async () => {
    expect(await messagesOf(base)).toBe("");
  });

  test("every rule has a folder that breaks it, every folder is a rule's", () => {
    expect(readdirSync(cases).sort()).toEqual(Object.keys(manuscriptRules).sort());
  });

  test.each(Object.keys(manuscriptRules))("%s", async (rule) => {
    const folder = `${cases}${rule}`;
    expect(existsSync(folder)).toBe(true);
    const messages = await withOverlay(folder, messagesOf);
    expect(messages).toContain(` ${rule} `);
    expectGolden(`${folder}/messages.txt`, messages);
  });
});
