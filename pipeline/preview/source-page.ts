import type { ElementContent, Root } from "hast";
import { h } from "hastscript";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import type { ShownMessage } from "./state.js";

/** Make the page that shows a file of the manuscript with its lines numbered, each line an id (`L12`), its messages below it. */
export function sourcePage(path: string, text: string, messages: readonly ShownMessage[]): string {
  const lines = text.split(/\r\n?|\n/);
  if (lines.at(-1) === "") lines.pop();
  const items = lines.map((line, index) => {
    const remarks = messages.filter((message) => message.line === index + 1);
    return h("li", { id: `L${index + 1}` }, [
      h("a", { className: "line-number", href: `#L${index + 1}`, ariaLabel: `Line ${index + 1}` }, [
        String(index + 1),
      ]),
      h("code", line === "" ? " " : line),
      ...remarks.map(remark),
    ]);
  });
  const root: Root = {
    type: "root",
    children: [
      { type: "doctype" },
      h("html", [
        h("head", [
          h("meta", { charSet: "utf-8" }),
          h("meta", { name: "viewport", content: "width=device-width" }),
          h("title", `${path} · quoin preview`),
          ...["common", "source"].map((name) => h("link", { rel: "stylesheet", href: `/page/${name}.css` })),
        ]),
        h("body", [h("header", [h("h1", path)]), h("ol", { className: "source" }, items)]),
      ]),
    ],
  };
  return unified().use(rehypeStringify).stringify(root);
}

function remark({ severity, reason, rule }: ShownMessage): ElementContent {
  return h("p", { className: ["remark", severity] }, [
    h("b", severity),
    ` ${reason} `,
    ...(rule ? [h("span", { className: "rule" }, rule)] : []),
  ]);
}
