import { h, s } from "hastscript";
import { describe, expect, it } from "vitest";
import type { Image } from "../../../pipeline/publication.js";
import { imageItems, placeImages } from "../../../pipeline/write/epub/images.js";

const raster = (path: string, mediaType: Image["mediaType"] = "image/png"): Image => ({
  path,
  mediaType,
  bytes: new Uint8Array(),
  width: 10,
  height: 5,
});
const drawing: Image = {
  ...raster("images/lines.svg", "image/svg+xml"),
  svg: s("svg", { viewBox: "0 0 10 5" }, [
    s("linearGradient#shade"),
    s("rect", { fill: "url(#shade)", ariaLabelledBy: "shade" }),
    s("rect", { fill: "#shade" }),
    s("use", { href: "#shade" }),
  ]),
};
const images = new Map(
  [raster("images/b.png"), raster("images/Ä photo (1).PNG"), raster("x/b.gif", "image/gif"), drawing].map(
    (image): [string, Image] => [image.path, image],
  ),
);
const picture = (src: string, alt = "What it shows") => h("img", { src, alt });

describe("imageItems", () => {
  it("gives files safe names, in the order of their paths, and leaves drawings and unused images out", () => {
    const tree = h(null, [
      picture("images/lines.svg"),
      picture("images/b.png"),
      picture("images/Ä photo (1).PNG"),
    ]);
    const items = imageItems([tree], images);
    expect([...items].map(([path, { href }]) => [path, href])).toEqual([
      ["images/b.png", "images/b.png"],
      ["images/Ä photo (1).PNG", "images/photo-1.png"],
    ]);
  });

  it("keeps apart what would have the same name", () => {
    const twins = new Map(["images/a b.png", "images/a-b.png"].map((path) => [path, raster(path)] as const));
    const items = imageItems(
      [
        h(
          null,
          [...twins.keys()].map((path) => picture(path)),
        ),
      ],
      twins,
    );
    expect([...items.values()].map(({ href }) => href)).toEqual(["images/a-b.png", "images/a-b-2.png"]);
  });

  it("throws on an image that the publication does not hold", () => {
    expect(() => imageItems([h(null, [picture("images/lost.png")])], images)).toThrow("images/lost.png");
  });
});

describe("placeImages", () => {
  const place = (...children: ReturnType<typeof h>[]) => {
    const tree = h(null, children);
    placeImages(tree, images, imageItems([tree], images));
    return tree.children;
  };

  it("leads a raster image to its file", () => {
    expect(place(picture("images/b.png"))).toEqual([picture("images/b.png")]);
    expect(place(picture("images/Ä photo (1).PNG"))).toEqual([picture("images/photo-1.png")]);
  });

  it("draws a drawing in place, named by its alternative text", () => {
    const [svg] = place(picture("images/lines.svg"));
    expect(svg).toMatchObject({ tagName: "svg", properties: { role: "img", ariaLabel: "What it shows" } });
  });

  it("hides a drawing that says nothing", () => {
    const [svg] = place(picture("images/lines.svg", ""));
    expect(svg).toMatchObject({ tagName: "svg", properties: { ariaHidden: "true" } });
  });

  it("renames the ids of each drawing, with all that leads to them, and no colours", () => {
    const [, first, second] = place(
      h("p#drawing1-shade"),
      picture("images/lines.svg"),
      picture("images/lines.svg"),
    );
    const inner = (svg: typeof first) => (svg?.type === "element" ? svg.children : []);
    expect(inner(first)).toEqual([
      s("linearGradient#drawing-x1-shade"),
      s("rect", { fill: "url(#drawing-x1-shade)" }),
      s("rect", { fill: "#shade" }),
      s("use", { href: "#drawing-x1-shade" }),
    ]);
    expect(inner(second)[0]).toEqual(s("linearGradient#drawing-x2-shade"));
  });
});
