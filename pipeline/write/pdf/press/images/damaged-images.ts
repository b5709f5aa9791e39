import { createHash } from "node:crypto";
import { visit } from "unist-util-visit";
import type { VFileMessage } from "vfile-message";
import { type At, problem } from "../../../../problem.js";
import type { Publication } from "../../../../publication.js";
import type { Damage } from "./convert-images.js";

/** Report images that cannot be read to their end as messages `image-damaged`, where the manuscript shows them first. */
export function damagedImages(damages: readonly Damage[], publication: Publication): readonly VFileMessage[] {
  const paths = new Map(
    // One after another: together they may be more than there is memory for.
    [...publication.images.values()].map((image) => [
      createHash("sha256").update(image.bytes).digest("hex"),
      image.path,
    ]),
  );
  return damages.map(({ sha256, reason }) => {
    const path = paths.get(sha256);
    const name = path === undefined ? "an image" : `\`${path}\``;
    return problem(
      "image-damaged",
      `Damaged image ${name}: ${reason}; saved anew by a program that can open it, it may be whole`,
      placeOfImage(path, publication),
    );
  });
}

function placeOfImage(path: string | undefined, { parts }: Publication): At {
  let place: At = path === undefined ? {} : { file: path };
  for (const { tree } of parts.toReversed()) {
    visit(tree, { tagName: "img" }, (element) => {
      const file = element.data?.file;
      if (element.properties.src === path && file !== undefined) place = { file, node: element };
    });
  }
  return place;
}
