import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadManuscript } from "../../pipeline/edges/load-manuscript.js";
import { examine } from "../../pipeline/examine.js";
import { publicationRules, rules } from "../../pipeline/rules.js";
import { expectGolden } from "../support/golden.js";
import { bareTheme } from "../support/memory-manuscript.js";
import { messagesText } from "../support/messages.js";
import { withOverlay } from "../support/overlay.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const page = fileURLToPath(new URL("../../docs/rules.md", import.meta.url));
const base = fileURLToPath(new URL("../fixtures/base/", import.meta.url));
const text = readFileSync(page, "utf8");
const sections = text
  .split(/^### (?=[a-z]+-)/m)
  .slice(1)
  .map((section) => {
    const [id = "", , line = "", ...rest] = section.split("\n");
    return { id, line, text: rest.join("\n") };
  });

/** What each entry says of severity is written from rules.ts. */
function severityLine(id: string): string {
  const { severity, mildest, asks } = rules[id as keyof typeof rules];
  const name = { error: "Error", warning: "Warning", info: "Remark" }[severity];
  const latitude = {
    error: "",
    warning: " (or an error)",
    off: Object.hasOwn(publicationRules, id) ? " (may be set)" : "",
  }[mildest];
  return `**${name}**${latitude}: ${asks}`;
}

/** Examples by the file that they stand for: `two.md` where the fence names none. Keys of publication.yaml replace the base's. */
function filesOf(fences: readonly (readonly [name: string, text: string])[]): Record<string, string> {
  return Object.fromEntries(
    fences.map(([name, text]) => {
      if (name === "publication.yaml") return [name, withKeys(text)];
      if (name !== "") return [name, text];
      return ["two.md", /^(?:# |---)/.test(text) ? text : `# Two\n\n${text}`];
    }),
  );
}

function withKeys(text: string): string {
  const keys = [...text.matchAll(/^(\w+):/gm)].map(([, key]) => key ?? "");
  const kept = readFileSync(join(base, "publication.yaml"), "utf8")
    .split("\n")
    .filter((line) => !keys.some((key) => line.startsWith(`${key}:`)));
  return `${kept.join("\n")}${text}`;
}

async function messagesOf(files: Record<string, string>): Promise<string> {
  return withOverlay(temporaryFolder(files), async (folder) => {
    const { manuscript, messages } = await loadManuscript(folder, {});
    return messagesText(
      manuscript ? [...messages, ...(await examine(manuscript, bareTheme)).messages] : messages,
    );
  });
}

describe("docs/rules.md", () => {
  test("says of each how grave it is and what it asks", () => {
    const said = sections.map(({ id, text }) => `${id}\n\n${severityLine(id)}\n${text}`);
    expectGolden(page, [text.split(/^### /m)[0], ...said].join("### "));
  });

  const shown = sections.filter(({ text }) => text.includes("```"));
  test("shows an example of most", () => expect(shown.length).toBeGreaterThan(40));

  test.each(shown)(
    "$id is broken by its example, and what stands instead breaks nothing",
    async ({ id, text }) => {
      const [wrong = "", right] = text.split("\nInstead:\n");
      const fences = (part: string) =>
        [...part.matchAll(/^```\w+(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
          ([, name = "", code = ""]) => [name, code] as const,
        );
      expect(await messagesOf(filesOf(fences(wrong)))).toContain(` ${id} `);
      if (right) expect(await messagesOf(filesOf(fences(right)))).toBe("");
    },
  );
});
