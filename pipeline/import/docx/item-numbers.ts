import { childOf, elements, parseXml, type XmlNode } from "../xml.js";

/** A paragraph of a list: which (w:numId), how deep (w:ilvl), and its number in its part. */
export interface ListedParagraph {
  readonly paragraph: number;
  readonly list: string;
  readonly level: number;
}

interface Numbering {
  /** What lists with these levels count together by, if they do not start anew. */
  readonly shared: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly restarts: ReadonlyMap<number, number>;
}

/**
 * Count the items of lists as Word does (ECMA-376, part 1, 17.9): a list goes on behind what stands between, those of one definition go on
 * from one another, and deeper levels begin anew. Numbers by paragraph.
 */
export function itemNumbers(
  items: readonly ListedParagraph[],
  numberingXml: string,
): ReadonlyMap<number, number> {
  const lists = readNumbering(numberingXml);
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  const numbers = new Map<number, number>();
  for (const { paragraph, list, level } of items) {
    const numbering = lists.get(list);
    if (!numbering) continue;
    const { shared, starts, restarts } = numbering;
    const count = (counts.get(shared) ?? []).slice(0, level + 1);
    const restart = restarts.get(level);
    const anew = begun.has(`${list} ${level}`) ? undefined : restart;
    count[level] = anew ?? (count[level] ?? (restart ?? starts.get(level) ?? 1) - 1) + 1;
    begun.add(`${list} ${level}`);
    counts.set(shared, count);
    numbers.set(paragraph, count[level]);
  }
  return numbers;
}

function readNumbering(xml: string): ReadonlyMap<string, Numbering> {
  const [root] = elements(parseXml(xml));
  const all = root ? elements(root) : [];
  const starts = new Map(
    all
      .filter(({ name }) => name === "w:abstractNum")
      .map((node) => [node.attributes["w:abstractNumId"] ?? "", levels(node, "w:lvl", "w:start")]),
  );
  return new Map(
    all
      .filter(({ name }) => name === "w:num")
      .map((node) => {
        const shared = value(node, "w:abstractNumId") ?? "";
        const restarts = levels(node, "w:lvlOverride", "w:startOverride");
        return [
          node.attributes["w:numId"] ?? "",
          { shared, starts: starts.get(shared) ?? new Map(), restarts },
        ] as const;
      }),
  );
}

function levels(node: XmlNode, name: string, start: string): ReadonlyMap<number, number> {
  return new Map(
    elements(node)
      .filter((child) => child.name === name)
      .flatMap((level) => {
        const number = value(level, start);
        return number === undefined ? [] : [[Number(level.attributes["w:ilvl"]), Number(number)] as const];
      }),
  );
}

function value(node: XmlNode, name: string): string | undefined {
  return childOf(node, name)?.attributes["w:val"];
}
