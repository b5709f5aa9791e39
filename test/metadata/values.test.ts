import { describe, expect, test } from "vitest";
import { sortName } from "../../pipeline/metadata/contributors.js";
import { isDate, isInstant } from "../../pipeline/metadata/dates.js";
import { canonicalIdentifier, derivedIdentifier } from "../../pipeline/metadata/identifier.js";
import { parseIsbn, partedIsbn } from "../../pipeline/metadata/isbn.js";
import { canonicalLanguage } from "../../pipeline/metadata/language.js";
import { roleOf } from "../../pipeline/metadata/roles.js";
import { parseTrim } from "../../pipeline/metadata/trim.js";

test.each([
  ["2018", true],
  ["2018-02", true],
  ["2020-02-29", true],
  ["2018-02-29", false],
  ["2018-13", false],
  ["2018-2-1", false],
  ["14 February 2018", false],
])("date %s: %s", (text, valid) => expect(isDate(text)).toBe(valid));

test.each([
  ["2018-02-14T09:30:00Z", true],
  ["2018-02-14T09:30+02:00", true],
  ["2018-02-30T09:30:00Z", false],
  ["2018-02-14T25:30:00Z", false],
  ["2018-02-14T09:30:00", false],
])("instant %s: %s", (text, valid) => expect(isInstant(text)).toBe(valid));

test.each([
  ["978-0-306-40615-7", "9780306406157"],
  ["ISBN 0-306-40615-2", "9780306406157"],
  ["0-8044-2957-X", "9780804429573"],
  ["978-0-306-40615-8", undefined],
  ["0-306-40615-3", undefined],
  ["9770306406157", undefined],
])("ISBN %s is %s", (text, digits) => expect(parseIsbn(text)).toBe(digits));

test.each([
  ["978-0-306-40615-7", "978-0-306-40615-7"],
  ["urn:isbn:978 0 306 40615 7", "978-0-306-40615-7"],
  ["9780306406157", undefined],
  ["0-306-40615-2", undefined],
  ["978-0-306-40615-8", undefined],
])("ISBN %s is printed %s", (text, printed) => expect(partedIsbn(text)).toBe(printed));

test.each([
  ["urn:isbn:978-0-306-40615-7", "urn:isbn:9780306406157"],
  ["9780306406157", "urn:isbn:9780306406157"],
  ["urn:isbn:978-0-306-40615-8", undefined],
  ["https://doi.org/10.1000/182", "doi:10.1000/182"],
  ["10.1000/182", "doi:10.1000/182"],
  ["6F2B8B0E-52A9-4D3C-9C1F-3F0A6F0F7C11", "urn:uuid:6f2b8b0e-52a9-4d3c-9c1f-3f0a6f0f7c11"],
  ["urn:uuid:6f2b", undefined],
  ["urn:nbn:de:101:1-201102033592", "urn:nbn:de:101:1-201102033592"],
  ["https://example.org/reports/7", "https://example.org/reports/7"],
  ["report 7", undefined],
])("identifier %s is %s", (text, canonical) => expect(canonicalIdentifier(text)).toBe(canonical));

describe("a derived identifier", () => {
  const derived = derivedIdentifier("Title", ["A. Author"]);

  test("is a UUID of version 5 that never changes", () => {
    expect(derived).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(derived).toBe("urn:uuid:269703cb-20b0-5eee-aece-dab41b6beb90");
  });

  test("follows title and authors", () => {
    const others = [derivedIdentifier("Title!", ["A. Author"]), derivedIdentifier("Title", ["B. Author"])];
    expect(new Set([derived, ...others]).size).toBe(3);
  });
});

test.each([
  ["a4", { width: 210, height: 297 }],
  ["Letter", { width: 215.9, height: 279.4 }],
  ["170x240mm", { width: 170, height: 240 }],
  ["6in x 9in", { width: 152.4, height: 228.6 }],
  ["17 × 24 cm", { width: 170, height: 240 }],
  ["3x4in", { width: 76.2, height: 101.6 }],
  ["170x240", undefined],
  ["3x4mm", undefined],
  ["2000x3000mm", undefined],
  ["a3", undefined],
])("trim %s is %o", (text, trim) => expect(parseTrim(text)).toEqual(trim));

test.each([
  ["en-gb", "en-GB"],
  ["ar", "ar"],
  ["zh-hant-tw", "zh-Hant-TW"],
  ["en_GB", undefined],
  ["english", undefined],
  ["xq", undefined],
])("language %s is %s", (tag, canonical) => expect(canonicalLanguage(tag)).toBe(canonical));

test.each([
  ["Peter Jones", "Jones, Peter"],
  ["Ludwig van Beethoven", "Beethoven, Ludwig van"],
  ["Martin Luther King, Jr.", "King, Martin Luther, Jr."],
  ["Jones, Peter", "Jones, Peter"],
  ["The Century Foundation", "The Century Foundation"],
  ["Plato", "Plato"],
  ["Ministry of Health and Welfare", "Ministry of Health and Welfare"],
  ["World Bank", "World Bank"],
  ["Deutsche Gesellschaft für Auswärtige Politik", "Deutsche Gesellschaft für Auswärtige Politik"],
  ["Reporters sans frontières", "Reporters sans frontières"],
  ["Konrad-Adenauer-Stiftung e. V.", "Konrad-Adenauer-Stiftung e. V."],
  ["Francis of Assisi", "Francis of Assisi"],
  ["Frank Church", "Church, Frank"],
  ["Peace Adzo Medie", "Medie, Peace Adzo"],
  ["Professor Jane Doe", "Doe, Professor Jane"],
  ["孔子", "孔子"],
])("%s is sorted as %s", (name, sort) => expect(sortName(name)).toBe(sort));

test.each([
  ["author", { role: "aut", roleName: "author" }],
  ["Photographer", { role: "pht", roleName: "Photographer" }],
  ["ant", { role: "ant", roleName: "bibliographic antecedent" }],
  ["constructor", undefined],
  ["editr", undefined],
])("role %s is %o", (word, role) => expect(roleOf(word)).toEqual(role));
