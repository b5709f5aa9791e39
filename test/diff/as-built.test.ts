import { expect, test } from "vitest";
import { asBuilt } from "../../pipeline/diff/as-built.js";

const file = (kind: "screen-pdf" | "press-pdf" | "epub") => ({ kind, name: kind, bytes: 1, sha256: kind });
const message = (ruleId: string) => ({ file: null, line: null, ruleId, severity: "warning", reason: "r" });

test("what is not built for a comparison is not gone from the other side", () => {
  const dist = {
    files: [file("screen-pdf"), file("press-pdf"), file("epub")],
    record: { messages: [message("press-image"), message("word-doubled")] },
  };
  const built = { files: [file("screen-pdf"), file("epub")], built: ["screen-pdf", "epub"] as const };
  expect(asBuilt(dist, built)).toEqual({
    files: [file("screen-pdf"), file("epub")],
    record: { messages: [message("word-doubled")] },
  });
  expect(asBuilt(dist, { files: [file("epub")] })).toBe(dist);
});
