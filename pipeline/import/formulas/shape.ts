import type { Nodes } from "hast";

/** What an element of MathML adds to the build of a formula; scripts are the same above and beside. */
const builds: Readonly<Record<string, string>> = {
  mfrac: "fraction",
  msqrt: "root",
  mroot: "root of a degree",
  msub: "below",
  munder: "below",
  msup: "above",
  mover: "above",
  msubsup: "both",
  munderover: "both",
  mmultiscripts: "around",
  mtr: "row",
  mlabeledtr: "row",
  mlongdiv: "division",
  mstack: "column",
  menclose: "frame",
};

/** Count what a formula is built of, `2 fraction, 1 root`: two that say the same have the same. */
export function shapeOf(math: Nodes): string {
  const counts = new Map<string, number>();
  const walk = (node: Nodes): void => {
    if (node.type === "element" && /^annotation/.test(node.tagName)) return;
    const built = node.type === "element" ? builds[node.tagName] : undefined;
    if (built) counts.set(built, (counts.get(built) ?? 0) + 1);
    for (const child of "children" in node ? node.children : []) walk(child);
  };
  walk(math);
  return [...counts]
    .map(([what, count]) => `${count} ${what}`)
    .sort()
    .join(", ");
}
