import type { VFileMessage } from "vfile-message";
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import { problem } from "../problem.js";
import type { Place } from "../publication.js";
import { slipOf } from "./slip-of.js";

export type Path = readonly (string | number)[];

/** A YAML file as plain values, with the place of each. */
export interface Yaml {
  readonly file: string;
  /** Undefined where the file cannot be read: then there are messages. */
  readonly value: unknown;
  /** Find where a value stands, or the nearest value around it. */
  placeOf(path: Path): Place;
  /** Find where the key of a value stands, or the nearest key around it. */
  placeOfKey(path: Path): Place;
  readonly messages: readonly VFileMessage[];
}

/** How scalars are read: every number as the text it was written as (`1.10`, `007`), or as a number. */
export type Scalars = "text" | "typed";

/** Parse YAML 1.2 text: one document, unique keys, no tags, few aliases; every problem a message. */
export function parseYaml(text: string, file: string, scalars: Scalars): Yaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    stringKeys: true,
    resolveKnownTags: false,
    // "silent" would keep quiet about a second document.
    logLevel: "error",
    ...(scalars === "text" ? { schema: "failsafe", customTags: ["bool", "null"] } : { schema: "core" }),
  });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const messages = [...document.errors, ...document.warnings].map((error) => {
    const slip = slipOf(error, text);
    return problem("yaml-invalid", `Unreadable YAML: ${slip.reason}`, at(slip.at));
  });
  messages.push(
    ...numbersLost(document).map(({ reason, at: offset }) => problem("yaml-invalid", reason, at(offset))),
  );
  const value = messages.length === 0 ? toPlain(document, file, messages) : undefined;
  return {
    file,
    value,
    messages: onePerLine(messages),
    placeOf: (path) => at(descend(document, path).value),
    placeOfKey: (path) => at(descend(document, path).key),
  };
}

/** Find numbers behind values that YAML takes for comments: `title: Paper # 3`. */
function numbersLost(document: Document): { readonly reason: string; readonly at: number }[] {
  const found: { readonly reason: string; readonly at: number }[] = [];
  visit(document, {
    Scalar(_, { type, comment, source = "", range }) {
      if (type !== "PLAIN" || source === "" || !range || !/^ ?\d+$/.test(comment ?? "")) return;
      const reason = `Unexpected \`#${comment}\` behind a value, which YAML takes for a comment and leaves out; expected straight quotes around the whole: "${source} #${comment}"`;
      found.push({ reason, at: range[0] });
    },
  });
  return found;
}

function toPlain(document: Document, file: string, messages: VFileMessage[]): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    // The library throws a ReferenceError where aliases would grow without end ("billion laughs").
    if (!(error instanceof ReferenceError)) throw error;
    messages.push(
      problem("yaml-invalid", "Unreadable YAML: its aliases grow without end", { file, line: 1, column: 1 }),
    );
    return undefined;
  }
}

/** Walk down as far as the path leads; offsets of the last key and of the last value on the way. */
function descend(document: Document, path: Path): { key: number; value: number } {
  let node: unknown = document.contents;
  let found = { key: 0, value: 0 };
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) break;
      const key = start(pair.key) ?? found.key;
      found = {
        key,
        value: isScalar(pair.value) && pair.value.source === "" ? key : (start(pair.value) ?? key),
      };
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number" && step < node.items.length) {
      node = node.items[step];
      const offset = start(node) ?? found.value;
      found = { key: offset, value: offset };
    } else break;
  }
  return found;
}

function start(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}

/** One slip of the pen can make a parser stumble several times on the same line. */
function onePerLine(messages: readonly VFileMessage[]): readonly VFileMessage[] {
  const seen = new Set<number | undefined>();
  return messages.filter(({ line }) => !seen.has(line) && seen.add(line));
}
