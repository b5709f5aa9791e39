import type { BookDocument } from "./book.js";
import { at, type Checker, type Finding } from "./finding.js";
import type { XmlElement } from "./xml.js";

/** WAI-ARIA 1.2's concrete roles, and DPUB-ARIA 1.1's after `doc-`. */
const aria = new Set(
  `alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox
  complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic grid gridcell
  group heading img insertion link list listbox listitem log main marquee math menu menubar menuitem menuitemcheckbox
  menuitemradio meter navigation none note option paragraph presentation progressbar radio radiogroup region row rowgroup
  rowheader scrollbar search searchbox separator slider spinbutton status strong subscript superscript switch tab table
  tablist tabpanel term textbox time timer toolbar tooltip tree treegrid treeitem
  doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-backlink doc-bibliography doc-biblioref doc-chapter
  doc-colophon doc-conclusion doc-cover doc-credit doc-credits doc-dedication doc-endnotes doc-epigraph doc-epilogue
  doc-errata doc-example doc-footnote doc-foreword doc-glossary doc-glossref doc-index doc-introduction doc-noteref
  doc-notice doc-pagebreak doc-pagefooter doc-pageheader doc-pagelist doc-part doc-preface doc-prologue doc-pullquote
  doc-qna doc-subtitle doc-tip doc-toc`.split(/\s+/),
);

const deprecated = new Set(["doc-endnote", "doc-biblioentry"]);
const linking = new Set(["doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref"]);

/** Ask that roles exist, are not deprecated, and stand where they may (DPUB-ARIA 1.1; ARIA in HTML). */
export const roles: Checker = ({ documents }) =>
  documents.flatMap((document) =>
    document.elements.flatMap((element) =>
      (element.attributes.role?.split(/\s+/).filter(Boolean) ?? []).flatMap((role) =>
        problems(document, element, role),
      ),
    ),
  );

function problems(document: BookDocument, element: XmlElement, role: string): Finding[] {
  if (deprecated.has(role))
    return [
      at(document, element, "epub/role-deprecated", `Unexpected role \`${role}\`, which is deprecated`),
    ];
  // The roles of graphics have a vocabulary of their own.
  if (!aria.has(role) && !role.startsWith("graphics-"))
    return [at(document, element, "epub/role-unknown", `Unexpected role \`${role}\`, which does not exist`)];
  const misplaced =
    (linking.has(role) && !(element.name === "a" && element.attributes.href !== undefined)) ||
    (role === "doc-footnote" && element.name === "li");
  return misplaced
    ? [at(document, element, "epub/role-misplaced", `Unexpected role \`${role}\` on <${element.name}>`)]
    : [];
}
