import { expect, it } from "vitest";
import { toXmlDocument, x } from "../../../pipeline/write/epub/xml.js";

it("writes a line for each element that holds no text, and leaves out what is undefined", () => {
  const tree = x("a", { id: "1", dir: undefined }, undefined, [
    x("b", {}, "x ]]> & y"),
    x("c", {}, x("d", {})),
  ]);
  expect(toXmlDocument(tree)).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<a id="1">
  <b>x ]]&gt; &#x26; y</b>
  <c>
    <d/>
  </c>
</a>
`,
  );
});
