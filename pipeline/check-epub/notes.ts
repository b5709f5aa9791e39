import { type Book, type BookDocument, isRemote, resolvePath } from "./book.js";
import { at, type Checker, type Finding } from "./finding.js";
import { ancestorsOf, hasWord, type XmlElement } from "./xml.js";

/** A link of the notes' machinery, and where it leads. */
interface NoteLink {
  readonly document: BookDocument;
  readonly element: XmlElement;
  /** `OEBPS/notes.xhtml#fn-3`. */
  readonly to: string;
}

/** Ask that every note call leads to a note, every backlink to a call of its note, and each note back to every call. */
export const notes: Checker = (book) => {
  const ids = idsOf(book);
  const calls = links(book, "noteref", "doc-noteref");
  const back = links(book, "backlink", "doc-backlink");
  const callsByPlace = new Map(calls.map((call) => [placeOf(call.document, call.element), call]));
  const waysFrom = new Map<string, NoteLink[]>();
  for (const link of back)
    for (const place of holders(link.document, link.element)) {
      const ways = waysFrom.get(place);
      if (ways) ways.push(link);
      else waysFrom.set(place, [link]);
    }
  return [
    ...calls.flatMap(({ document, element, to }) =>
      ids.has(to)
        ? []
        : [
            at(
              document,
              element,
              "epub/note-lost",
              `Unexpected note call to ${to}, which is not in the book`,
            ),
          ],
    ),
    ...back.flatMap((link) => backlinkProblems(link, ids, callsByPlace)),
    ...calls.flatMap((call) => returnProblems(call, ids, waysFrom.get(call.to) ?? [])),
  ];
};

function backlinkProblems(
  { document, element, to }: NoteLink,
  ids: ReadonlySet<string>,
  calls: ReadonlyMap<string, NoteLink>,
): Finding[] {
  if (!ids.has(to))
    return [
      at(document, element, "epub/backlink-lost", `Unexpected way back to ${to}, which is not in the book`),
    ];
  const call = calls.get(to);
  if (!call)
    return [
      at(document, element, "epub/backlink-astray", `Unexpected way back to ${to}, which calls no note`),
    ];
  return holders(document, element).includes(call.to)
    ? []
    : [
        at(
          document,
          element,
          "epub/backlink-astray",
          `Unexpected way back to ${to}, which calls another note, ${call.to}`,
        ),
      ];
}

/** A note without any backlink may be a choice; one that leads back to some of its calls and not to others is a mistake. */
function returnProblems(call: NoteLink, ids: ReadonlySet<string>, ways: readonly NoteLink[]): Finding[] {
  if (!ids.has(call.to)) return [];
  const from = placeOf(call.document, call.element);
  if (ways.some(({ to }) => to === from)) return [];
  const { document, element, to } = call;
  return [
    ways.length === 0
      ? at(document, element, "epub/note-no-return", `Missing way back from the note ${to}`, "warning")
      : at(
          document,
          element,
          "epub/note-return-missing",
          `Missing way back from the note ${to} to this call of it`,
        ),
  ];
}

function links({ documents }: Book, type: string, role: string): NoteLink[] {
  return documents.flatMap((document) =>
    document.elements
      .filter((element) => hasWord(element, "epub:type", type) || hasWord(element, "role", role))
      .map((element) => ({ document, element, to: target(document, element.attributes.href ?? "") })),
  );
}

function target({ path }: BookDocument, href: string): string {
  return isRemote(href) ? href : `${resolvePath(path, href)}#${href.split("#")[1] ?? ""}`;
}

function placeOf({ path }: BookDocument, { attributes }: XmlElement): string {
  return `${path}#${attributes.id ?? ""}`;
}

/** Name the elements around a backlink by their places: one of them is its note. */
function holders(document: BookDocument, element: XmlElement): string[] {
  return ancestorsOf(element)
    .filter(({ attributes }) => attributes.id)
    .map((ancestor) => placeOf(document, ancestor));
}

function idsOf({ documents }: Book): ReadonlySet<string> {
  return new Set(
    documents.flatMap((document) =>
      document.elements
        .filter(({ attributes }) => attributes.id)
        .map((element) => placeOf(document, element)),
    ),
  );
}
