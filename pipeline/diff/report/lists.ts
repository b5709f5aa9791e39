import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { Comparison } from "../compare.js";
import { count } from "../count.js";
import type { RecordedMessage } from "../edition.js";
import type { ExhibitChange } from "../exhibits.js";
import { changeName, labelName } from "../page-words.js";
import { growth, sizeText } from "../sizes.js";

/** List what people may have cited and will not find. */
export function targetsTable({ targets }: Comparison): ElementContent {
  return table(
    ["Address", "In", "Now"],
    targets.map(({ edition, address, now }) => [
      h("code", address),
      edition === "pdf" ? "PDF" : "EPUB",
      now === undefined ? h("span.kind", "nowhere that could be told") : h("code", now),
    ]),
  );
}

/** List notes that are new, gone or in other words, and which number is now which. */
export function notesTable({ notes }: Comparison): ElementContent[] {
  const rows = notes.flatMap((note): Cell[][] => {
    if (note.kind === "renumbered") return [];
    const shown = note.kind === "removed" ? note.old : note.new;
    return [
      [
        kindOf(note.kind),
        shown.number,
        h("span", { dir: "auto" }, shown.text),
        shown.page && labelName(shown.page),
      ],
    ];
  });
  const numbers = notes.flatMap((note) =>
    note.kind === "renumbered" ? [`${note.old.number} → ${note.new.number}`] : [],
  );
  return [
    ...(rows.length > 0 ? [table(["", "Number", "Note", "Page"], rows)] : []),
    ...(numbers.length > 0 ? [h("div.runs", [h("p", [h("b", "Renumbered: "), numbers.join(", ")])])] : []),
  ];
}

/** List figures and tables that are not as they were. */
export function exhibitsTable({ exhibits }: Comparison): ElementContent {
  return table(
    ["", "Figure or table", "What"],
    exhibits.map((change) => {
      const shown = change.new ?? change.old;
      return [
        kindOf(change.kind),
        h("span", { dir: "auto" }, [shown?.label ? h("b", `${shown.label}. `) : "", shown?.caption ?? ""]),
        whatOf(change),
      ];
    }),
  );
}

function whatOf({ kind, old, new: now, differs }: ExhibitChange): string {
  const page = (now ?? old)?.page ?? "";
  if (kind !== "changed") return page && labelName(page);
  return differs
    .map((each) => {
      if (each === "page") return changeName(old?.page ?? "", now?.page ?? "");
      return each === "number" ? `was ${old?.label || "without a number"}` : `another ${each}`;
    })
    .join(", ");
}

/** List addresses on the web that are new or gone. */
export function linksTable({ links }: Comparison): ElementContent {
  return table(
    ["", "Address"],
    [
      ...links.removed.map((link): Cell[] => [kindOf("removed"), h("code", link)]),
      ...links.added.map((link): Cell[] => [kindOf("added"), h("code", link)]),
    ],
  );
}

/** List statements of the package document that changed. */
export function metadataTable({ metadata }: Comparison): ElementContent {
  return table(
    ["", "Old", "New"],
    metadata.map(({ name, old, new: now }) => [name, old && h("del", old), now && h("ins", now)]),
  );
}

/** List messages of the builds that are new or gone. */
export function messagesTable({ messages }: Comparison): ElementContent {
  const row =
    (kind: string) =>
    ({ file, line, severity, ruleId, reason }: RecordedMessage): Cell[] => [
      kindOf(kind),
      h("code", `${file ?? ""}${line === null ? "" : `:${line}`}`),
      [`${severity}: ${reason} `, h("code", ruleId ?? "")],
    ];
  return table(
    ["", "Where", "Message"],
    [...(messages?.added ?? []).map(row("added")), ...(messages?.removed ?? []).map(row("removed"))],
  );
}

/** Put the artifacts of both sides beside one another. */
export function filesTable({ files }: Comparison): ElementContent {
  const cell = (side: (typeof files)[number]["new"]) => {
    if (!side) return "not there";
    return `${sizeText(side.bytes)}${side.pages === undefined ? "" : `, ${count(side.pages, "page")}`}`;
  };
  return table(
    ["", "Old", "New", "Size"],
    files.map(({ old, new: now }) => [
      (now ?? old)?.name ?? "",
      cell(old),
      cell(now),
      old && now ? growth(old.bytes, now.bytes) : "",
    ]),
  );
}

type Cell = string | ElementContent | readonly (string | ElementContent)[] | undefined;

function table(head: readonly string[], rows: readonly (readonly Cell[])[]): ElementContent {
  return h("table", [
    h("thead", [
      h(
        "tr",
        head.map((each) => h("th", { scope: "col" }, each)),
      ),
    ]),
    h(
      "tbody",
      rows.map((row) =>
        h(
          "tr",
          row.map((cell) => h("td", (cell ?? "") as ElementContent)),
        ),
      ),
    ),
  ]);
}

function kindOf(kind: string): ElementContent {
  const className = kind === "removed" ? "gone" : kind === "added" ? "fresh" : "kind";
  return h("span", { className }, kind);
}
