import type { VFileMessage } from "vfile-message";
import { z } from "zod";
import { didYouMean, problem } from "../problem.js";
import type { RuleId } from "../rules.js";
import type { Path, Yaml } from "./parse.js";

/** The rule ids under which the three kinds of mistakes are reported. */
export interface ShapeRules {
  readonly missing: RuleId;
  readonly unknown: RuleId;
  readonly invalid: RuleId;
}

/**
 * Define an object that has these keys and no others; for other keys the issue's message is the list of these. What stands in its
 * place and would do for one of them, `notes: footnotes`, is asked for under that key.
 */
export function closed<Shape extends z.core.$ZodLooseShape>(shape: Shape, expected: string) {
  return z.strictObject(shape, {
    error: ({ code, input }) =>
      code === "unrecognized_keys" ? Object.keys(shape).join(" ") : `${expected}${keyFor(input, shape)}`,
  });
}

function keyFor(input: unknown, shape: z.core.$ZodLooseShape): string {
  if (input === null || input === "" || typeof input === "object" || input === undefined) return "";
  const fits = (schema: z.core.$ZodType) => z.safeParse(schema, input, { jitless: true }).success;
  const [key] = Object.entries(shape).find(([, schema]) => fits(schema)) ?? [];
  return key === undefined ? "" : `. Did you mean \`{${key}: ${input}}\`?`;
}

/**
 * Check a YAML file against a schema whose error messages each say what was expected; report every mistake. `elsewhere` says of keys that
 * other programs have at the top of theirs what is there for them.
 */
export function validate<T>(
  schema: z.ZodType<T>,
  yaml: Yaml,
  rules: ShapeRules,
  elsewhere: Readonly<Record<string, string>> = {},
): { value?: T; messages: readonly VFileMessage[] } {
  // Compiling what checks a shape takes longer than checking it once.
  const result = schema.safeParse(yaml.value, { reportInput: true, jitless: true });
  if (result.success) return { value: result.data, messages: [] };
  const seen = new Set<string>();
  const messages = result.error.issues
    .flatMap((issue) => innermost(issue))
    // One value, one message: further checks of a value that is already wrong only repeat it.
    .filter(({ path }) => !seen.has(JSON.stringify(path)) && seen.add(JSON.stringify(path)))
    .flatMap((issue) => toMessages(issue, yaml, rules, elsewhere));
  return { messages };
}

function toMessages(
  issue: z.core.$ZodIssue,
  yaml: Yaml,
  rules: ShapeRules,
  elsewhere: Readonly<Record<string, string>>,
): VFileMessage[] {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys") {
    const known = issue.message.split(" ");
    return issue.keys.map((key) => {
      const there = path.length === 0 && Object.hasOwn(elsewhere, key) ? ` ${elsewhere[key]}` : "";
      const meant = there || didYouMean(key, known) || ` Expected one of ${some(known)}`;
      return problem(rules.unknown, `Unexpected key \`${key}\`.${meant}`, yaml.placeOfKey([...path, key]));
    });
  }
  if (issue.input === undefined) {
    const reason = `Missing ${name(path)}, expected ${issue.message}`;
    return [problem(rules.missing, reason, yaml.placeOfKey(path))];
  }
  const rule = issue.code === "custom" ? (issue.params?.ruleId as RuleId | undefined) : undefined;
  const reason = `Unexpected ${describe(issue.input)} for ${name(path)}, expected ${issue.message}`;
  return [problem(rule ?? rules.invalid, reason, yaml.placeOf(path))];
}

/** Nobody reads a sentence of seventy names. */
function some(names: readonly string[]): string {
  return names.length > 40 ? `${names.slice(0, 3).join(", ")}, …` : names.join(", ");
}

/** Of a value that may have several shapes, follow the one that the author was writing. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const meant = issue.errors.filter(
    (issues) => !issues.some((i) => i.code === "invalid_type" && !i.path.length),
  );
  const [branch] = meant;
  if (!branch || meant.length > 1) return [issue];
  return branch.flatMap((inner) => innermost({ ...inner, path: [...issue.path, ...inner.path] }));
}

function name(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "the file";
  return typeof last === "string" ? `\`${last}\`` : `entry ${last + 1} of ${name(path.slice(0, -1))}`;
}

function describe(input: unknown): string {
  if (input === null || input === "") return "nothing";
  if (Array.isArray(input)) return input.length > 0 ? "list" : "empty list";
  if (typeof input === "object") return "mapping";
  const text = String(input);
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}
