import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { metadataJsonSchema } from "../../pipeline/metadata/json-schema.js";
import { expectGolden } from "../support/golden.js";

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

test("the schema that editors use is the one that validates", () => {
  expectGolden(path("assets/publication.schema.json"), `${JSON.stringify(metadataJsonSchema(), null, 2)}\n`);
});

test("the schema knows every key of the full example, and no others are allowed", () => {
  const schema = metadataJsonSchema() as {
    properties: object;
    required: string[];
    additionalProperties: boolean;
  };
  const full: unknown = parse(readFileSync(path("test/fixtures/metadata/full/publication.yaml"), "utf8"));
  expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(full ?? {})));
  expect([schema.required, schema.additionalProperties]).toEqual([["title", "language", "body"], false]);
});
