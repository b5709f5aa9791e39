import type { Root } from "mdast";
import type { VFile } from "vfile";
import { z } from "zod";
import { problem } from "../problem.js";
import type { Source } from "../publication.js";
import { parseYaml } from "../yaml/parse.js";
import { closed, validate } from "../yaml/validate.js";

const roles = [
  "abstract",
  "acknowledgments",
  "afterword",
  "appendix",
  "bibliography",
  "chapter",
  "conclusion",
  "dedication",
  "epilogue",
  "foreword",
  "glossary",
  "introduction",
  "preface",
  "prologue",
] as const;

const text = z.string({ error: "text" }).trim().min(1, "text");

const keys = {
  title: text.exactOptional(),
  subtitle: text.exactOptional(),
  author: z.union([text, z.array(text)], { error: "a name or a list of names" }).exactOptional(),
  numbered: z.boolean({ error: "true or false" }).exactOptional(),
};
const role = z.enum(roles, { error: `one of ${roles.join(", ")}` }).exactOptional();
const schema = closed({ ...keys, role }, "title, subtitle, author, role, numbered");

/** What opens a group of chapters has a role already. */
const groupSchema = closed(keys, "title, subtitle, author, numbered");

/** What a source may say of itself between `---` lines at its top. */
export type FrontMatter = z.infer<typeof schema>;

const rules = {
  missing: "front-matter-invalid",
  unknown: "front-matter-invalid",
  invalid: "front-matter-invalid",
} as const;

/** Read a source's front matter; mistakes are reported at their line. */
export function frontMatter(
  tree: Root,
  file: VFile,
  { opensGroup }: Pick<Source, "opensGroup">,
): FrontMatter {
  const [node] = tree.children;
  if (node?.type !== "yaml") reportUnread(file);
  if (node?.type !== "yaml" || node.value.trim() === "") return {};
  // Empty lines in place of what stands above it, so that its lines are the source's.
  const above = "\n".repeat(node.position?.start.line ?? 1);
  const yaml = parseYaml(above + node.value, file.path, "text");
  const unreadable = yaml.messages.map((message) => Object.assign(message, { ruleId: rules.invalid }));
  file.messages.push(...unreadable);
  if (unreadable.length > 0) return {};
  const { value, messages } = validate<FrontMatter>(opensGroup ? groupSchema : schema, yaml, rules);
  file.messages.push(...messages);
  return value ?? {};
}

/** Report what was meant as front matter, and is printed. */
function reportUnread(file: VFile): void {
  const [found, above = ""] =
    /^(\s*)---[ \t]*\r?\n(?:title|subtitle|author|role|numbered)[ \t]*:/.exec(String(file)) ?? [];
  if (found === undefined) return;
  const reason =
    above === ""
      ? "Unexpected front matter without an end; expected a line `---` behind it"
      : "Unexpected front matter below an empty line; expected it on the first line";
  const line = above.split(/\r\n?|\n/).length;
  file.messages.push(problem("front-matter-invalid", reason, { file: file.path, line, column: 1 }));
}
