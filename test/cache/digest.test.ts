import { expect, test } from "vitest";
import { digest } from "../../pipeline/cache/digest.js";

test("equal content has one digest, whatever the order of keys", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(digest({ a: 1, b: ["x", bytes("y")], c: undefined })).toBe(
    digest({ b: ["x", Buffer.from("y")], a: 1 }),
  );
  expect(digest(new Map([["k", { v: null }]]))).toBe(digest(new Map([["k", { v: null }]])));
});

test("whatever differs has another", () => {
  const values = [
    "ab",
    ["a", "b"],
    ["ab"],
    [["a"], "b"],
    { a: "b" },
    new Map([["a", "b"]]),
    [["a", "b"]],
    new TextEncoder().encode("ab"),
    1,
    "1",
    true,
    "true",
    null,
    undefined,
    [],
    {},
    [undefined],
    { a: "b", c: 1 },
    { a: "b", c: 2 },
  ];
  expect(new Set(values.map(digest)).size).toBe(values.length);
});

test("what cannot be known by its content has none", () => {
  expect(() => digest({ placeOf: () => 1 })).toThrow("function");
});
