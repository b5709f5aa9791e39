import { isRemote } from "./book.js";
import { at, type Checker } from "./finding.js";

/** The elements whose `src`, `href`, `data` or `poster` a reading system fetches by itself. */
const fetching =
  /^(?:img|audio|video|source|track|script|link|iframe|embed|object|image|use|svg:image|svg:use)$/;

/** Ask that a book brings along all that it shows: no reader should need a network, nor be seen by a server. */
export const remote: Checker = ({ documents }) =>
  documents.flatMap((document) =>
    document.elements
      .filter(({ name }) => fetching.test(name))
      .flatMap((element) =>
        ["src", "href", "xlink:href", "data", "poster"]
          .map((attribute) => element.attributes[attribute])
          .filter((reference) => reference !== undefined && isRemote(reference))
          .map((reference) =>
            at(
              document,
              element,
              "epub/resource-remote",
              `Unexpected resource outside the book: ${reference}`,
            ),
          ),
      ),
  );
