import type { Root } from "mdast";
import type { VFile } from "vfile";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { didYouMean, problem } from "../problem.js";

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

const schema = z.strictObject({
  title: z.string().optional(),
  subtitle: z.string().optional(),
  author: z.union([z.string(), z.array(z.string())]).optional(),
  role: z.enum(roles).optional(),
  numbered: z.boolean().optional(),
});

/** What a source may say of itself between `---` lines at its top. */
export type FrontMatter = z.infer<typeof schema>;

/** Read a source's front matter; mistakes are reported at their line, and what is right is used. */
export function frontMatter(tree: Root, file: VFile): FrontMatter {
  const [node] = tree.children;
  if (node?.type !== "yaml") return {};
  const first = (node.position?.start.line ?? 1) + 1;
  const counter = new LineCounter();
  const document = parseDocument(node.value, { lineCounter: counter, schema: "core" });
  const report = (offset: number, reason: string) => {
    const { line, col } = counter.linePos(offset);
    file.messages.push(
      problem("front-matter-invalid", reason, { file: file.path, line: first + line - 1, column: col }),
    );
  };
  for (const error of document.errors)
    report(error.pos[0], `Unexpected YAML: ${error.message.split("\n")[0]}`);
  if (document.errors.length > 0 || document.contents === null) return {};
  const offsetOf = (path: readonly PropertyKey[]) => {
    const found = document.getIn(path, true);
    const range = typeof found === "object" && found !== null && "range" in found ? found.range : undefined;
    return Array.isArray(range) ? Number(range[0]) : 0;
  };
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  for (const issue of result.error?.issues ?? []) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) {
        const known = Object.keys(schema.shape);
        const hint = didYouMean(key, known) || ` Expected ${known.join(", ")}.`;
        report(offsetOf([key]), `Unexpected key \`${key}\` in front matter.${hint}`);
      }
    } else
      report(
        offsetOf(issue.path),
        `Unexpected \`${issue.path.join(".")}\` in front matter: ${issue.message}`,
      );
  }
  return result.data ?? {};
}
