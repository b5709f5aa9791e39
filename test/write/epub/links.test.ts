import { h } from "hastscript";
import { describe, expect, it } from "vitest";
import { addresses, documentName, relink } from "../../../pipeline/write/epub/links.js";
import { samplePublication } from "../../support/sample-publication.js";

const addressOf = addresses(samplePublication().parts);

describe("addresses", () => {
  it("lead into the document where an id lives", () => {
    expect(addressOf("fn-1")).toBe("notes.xhtml#fn-1");
    expect(addressOf("quays-depths")).toBe("quays.xhtml#quays-depths");
  });

  it("lead to the document itself for a part, to the nav for the contents", () => {
    expect(addressOf("quays")).toBe("quays.xhtml");
    expect(addressOf("contents")).toBe("nav.xhtml");
    expect(addressOf("contents-title")).toBe("nav.xhtml#contents-title");
  });

  it("throw on an id that lives nowhere", () => {
    expect(() => addressOf("lost")).toThrow("Unexpected link to #lost");
  });
});

it("names a document after its part", () => {
  expect(documentName({ id: "tides", kind: "chapter" })).toBe("tides.xhtml");
});

it("relinks what is within the publication and leaves the web alone", () => {
  const tree = h(null, [h("a", { href: "#fn-2" }), h("a", { href: "https://example.org/#fn-2" })]);
  relink(tree, addressOf);
  expect(tree).toEqual(
    h(null, [h("a", { href: "notes.xhtml#fn-2" }), h("a", { href: "https://example.org/#fn-2" })]),
  );
});
