import type { Heading, Image, Link } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { outwardUrl } from "../../outward-url.js";
import { slug } from "../../slug.js";
import type { Pictures } from "../structure/picture.js";
import { plainId } from "./attributes.js";
import { originOf, type Page, type Shelf } from "./page.js";
import { resolved } from "./paths.js";

const elsewhere = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

/** Lead links to the files that pages become, and pictures to `images/`; what leads nowhere is told. */
export function settleLinks(
  page: Page,
  shelf: Shelf,
  fileOf: ReadonlyMap<string, string>,
  pictures: Pictures,
): void {
  for (const root of [page.tree, ...page.notes.values()]) {
    visit(root, "link", (link: Link, i, parent) => {
      if (link.data?.printed !== undefined) return undefined;
      const outward = outwardUrl(link.url);
      if (outward !== undefined) {
        link.url = outward;
        return undefined;
      }
      const [path = "", fragment] = link.url.split("#");
      const id = fragment === undefined ? undefined : (shelf.ids.get(fragment) ?? plainId(fragment));
      const file = path === "" ? "" : fileOf.get(resolved(page.path, path));
      const aim = path === "" ? page : shelf.pages.find((other) => other.path === resolved(page.path, path));
      const known = id === undefined || [...shelf.ids.values()].includes(id) || nameHeading(aim, id, shelf);
      if (file !== undefined && known) {
        link.url = id === undefined ? file : `#${id}`;
        return undefined;
      }
      if (file) {
        link.url = file;
        return undefined;
      }
      const reason = `A link leads nowhere in this publication; its words stay: ${link.url}`;
      shelf.findings.push({ rule: "import-link-dead", reason, from: originOf(page, link) });
      parent?.children.splice(i ?? 0, 1, ...(link.children as never[]));
      return [SKIP, i ?? 0];
    });
    visit(root, "image", (image: Image) => {
      const from = originOf(page, image);
      const path = elsewhere.test(image.url) ? image.url : resolved(page.path, image.url);
      const { url, problem } = pictures.take(path, shelf.files.get(path)?.bytes);
      image.url = url;
      if (image.title) {
        const reason = `Left out the title of a picture, which nobody would read: ${image.title}`;
        shelf.findings.push({ rule: "import-attributes-dropped", reason, from, to: { node: image } });
        image.title = null;
      }
      if (problem !== undefined) {
        const reason = `A picture could not be brought in, and a placeholder stands for it: ${path}: ${problem}`;
        shelf.findings.push({ rule: "import-picture-missing", reason, from, to: { node: image } });
      }
      if (!image.alt)
        shelf.findings.push({
          rule: "import-alt-missing",
          reason: "A picture does not say in words what it shows",
          from,
          to: { node: image },
        });
    });
  }
}

/** Give the heading that a link means by its words an id of its own: it may be in another chapter then. */
function nameHeading(page: Page | undefined, id: string, shelf: Shelf): boolean {
  const heading = page?.tree.children.find(
    (node): node is Heading => node.type === "heading" && slug(textOf(node)) === id.toLowerCase(),
  );
  if (!heading) return false;
  shelf.ids.set(id, id);
  heading.children.push({ type: "text", value: ` {#${id}}`, data: { printed: "" } });
  return true;
}
