import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { imageSize } from "image-size";
import { expect, test } from "vitest";
import { createTypesetter } from "../../../pipeline/edges/browser.js";
import { typesetter } from "../../support/browser.js";

const font = {
  mediaType: "font/ttf",
  bytes: readFileSync("node_modules/source-serif/TTF/SourceSerif4-Bold.ttf"),
};
const html = `<!doctype html><style>@font-face { font-family: Given; src: url(/bold.ttf) }
  body { margin: 0; background: linear-gradient(#9c2f1f, #13293d); color: white; font: 120px Given } </style>Harbours`;

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

test("a picture is a JPEG of the size that was asked for, with the document's own font, the same in every browser", async () => {
  const other = createTypesetter();
  other.warmForPicture();
  const resources = new Map([["/bold.ttf", font]]);
  const [first, second, plain] = await Promise.all([
    typesetter.picture({ html, resources }, 800, 1280),
    other.typesetter.picture({ html, resources }, 800, 1280),
    typesetter.picture(
      { html: html.replace("font: 120px Given", "font: 120px serif"), resources },
      800,
      1280,
    ),
  ]);
  await other.close();
  expect(imageSize(first)).toMatchObject({ type: "jpg", width: 800, height: 1280 });
  expect(digest(second)).toBe(digest(first));
  expect(digest(plain)).not.toBe(digest(first));
});

test("a picture that lacks something is not given", async () => {
  await expect(typesetter.picture({ html, resources: new Map() }, 80, 128)).rejects.toMatchObject({
    ruleId: "request-refused",
    reason: expect.stringContaining("http://quoin.invalid/bold.ttf"),
  });
});
