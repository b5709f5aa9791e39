import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { Nodes, Paragraph, PhrasingContent } from "mdast";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import type { State } from "mdast-util-to-hast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import type { Directive, Written } from "../directives/directive.js";
import { directives } from "../directives/index.js";
import { didYouMean, problem, type RuleId } from "../problem.js";
import { parseAttribute } from "./parse-attribute.js";

/** Attributes that every directive has. */
const common = ["id", "lang", "dir"];

/** Convert a directive by the registry; an unknown one is reported and its content kept. */
export function directiveToHast(
  state: State,
  node: ContainerDirective | LeafDirective,
  file: VFile,
  parent?: Nodes,
): Element {
  const report = (ruleId: RuleId, reason: string) => {
    file.messages.push(problem(ruleId, reason, { file: file.path, node }));
  };
  const directive = node.type === "containerDirective" ? directives[node.name] : undefined;
  if (!directive) {
    const names = Object.keys(directives);
    const known = names.includes(node.name)
      ? ` Expected three colons and an end: \`:::${node.name}\` … \`:::\`.`
      : didYouMean(node.name, names) || ` Expected one of ${names.join(", ")}.`;
    report("directive-unknown", `Unexpected directive \`${node.name}\`.${known}`);
    return h("div", node.type === "leafDirective" ? [h("p", state.all(node))] : state.all(node));
  }
  const written = take(state, node as ContainerDirective, report);
  checkForm(directive, written);
  if (directive.within && !(parent?.type === "containerDirective" && parent.name === directive.within)) {
    const reason = `Unexpected \`${node.name}\` here; expected it inside \`:::${directive.within}\``;
    report("content-misplaced", reason);
  }
  const element = directive.toHast(written);
  for (const name of common) {
    const value = written.attributes[name];
    if (value) element.properties[name] = value;
  }
  state.patch(node, element);
  return element;
}

function take(state: State, node: ContainerDirective, report: Written["problem"]): Written {
  const [first] = node.children;
  const labelled = first?.type === "paragraph" && first.data?.directiveLabel === true;
  const phrasing = (children: readonly PhrasingContent[]): ElementContent[] =>
    state.all({ type: "paragraph", children: [...children] });
  return {
    node,
    attributes: Object.fromEntries(
      Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? ""]),
    ),
    label: labelled ? phrasing((first as Paragraph).children) : [],
    blocks: labelled ? node.children.slice(1) : node.children,
    flow: (blocks) => state.wrap(state.all({ ...node, children: [...blocks] }), false) as ElementContent[],
    phrasing,
    inline: (markdown) => {
      const defined = new Set([...state.footnoteById.keys()].map((label) => label.toLowerCase()));
      const children = parseAttribute(markdown, defined);
      // Where the directive stands is the nearest place that is known.
      visit({ type: "paragraph", children } as Paragraph, (found) => {
        if (node.position) found.position = node.position;
        else delete found.position;
      });
      return phrasing(children);
    },
    problem: report,
  };
}

function checkForm(directive: Directive, written: Written): void {
  const known = [...Object.keys(directive.attributes), ...common];
  for (const [name, value] of Object.entries(written.attributes)) {
    const allowed = directive.attributes[name];
    if (!known.includes(name)) {
      const hint = didYouMean(name, known) || ` Expected ${known.join(", ")}.`;
      written.problem(
        "attribute-unknown",
        `Unexpected attribute \`${name}\` of \`${directive.name}\`.${hint}`,
      );
    } else if (allowed === "flag" && value !== "") {
      written.problem("attribute-invalid", `Unexpected value of \`${name}\`; expected the word alone`);
    } else if (Array.isArray(allowed) && !allowed.includes(value)) {
      const hint = `Expected ${allowed.join(", ")}.`;
      written.problem("attribute-invalid", `Unexpected value \`${value}\` of \`${name}\`. ${hint}`);
    }
  }
  if (directive.label === "required" && written.label.length === 0) {
    const form = `:::${directive.name}[…]`;
    written.problem(
      "content-missing",
      `Unexpected \`${directive.name}\` without a name; expected \`${form}\``,
    );
  }
  if (directive.label === "none" && written.label.length > 0) {
    written.problem(
      "content-misplaced",
      `Unexpected label of \`${directive.name}\`; expected its words inside the block`,
    );
  }
}
