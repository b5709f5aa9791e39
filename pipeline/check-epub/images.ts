import { at, type Checker } from "./finding.js";

/** Ask that every image says in words what it shows, or says with `alt=""` that it is mere decoration. */
export const images: Checker = ({ documents }) =>
  documents.flatMap((document) =>
    document.elements
      .filter(({ name, attributes }) => name === "img" && attributes.alt === undefined)
      .map((element) => at(document, element, "epub/image-alt-missing", "Missing `alt` of an image")),
  );
