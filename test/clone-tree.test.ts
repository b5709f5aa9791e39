import { h } from "hastscript";
import { expect, test } from "vitest";
import { cloneTree } from "../pipeline/clone-tree.js";

test("a clone is like its tree, and what is done to it is not done to the tree", () => {
  const make = () => {
    const paragraph = h("p.a.b#c", { lang: "he" }, ["Words ", h("em", "more")]);
    const position = { start: { line: 1, column: 1 }, end: { line: 1, column: 5 } };
    Object.assign(paragraph, { data: { file: "a.md" }, position });
    return h(null, [{ type: "comment", value: "x" }, paragraph, h("template", [h("i")])]);
  };
  const tree = make();
  const clone = cloneTree(tree);
  expect(clone).toEqual(tree);
  const change = (nodes: typeof tree.children) => {
    for (const node of nodes) {
      if (node.data) Object.assign(node.data, { file: "b.md" });
      if (node.type === "element") {
        if (Array.isArray(node.properties.className)) node.properties.className.push("d");
        node.properties.lang = "ar";
        if (node.content) change(node.content.children);
        change(node.children);
        node.children.pop();
      } else if (node.type === "text") node.value = "";
    }
  };
  change(clone.children);
  expect(clone).not.toEqual(tree);
  expect(tree).toEqual(make());
});
