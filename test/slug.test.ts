import { expect, test } from "vitest";
import { fileStem, slug } from "../pipeline/slug.js";

test.each([
  ["Größe und Übermut", "de", "groesse-und-uebermut"],
  ["Größe und Übermut".normalize("NFD"), "de-AT", "groesse-und-uebermut"],
  ["ÄRZTE OHNE GRÖẞE", "de", "aerzte-ohne-groesse"],
  ["Über Naïveté", "en", "uber-naivete"],
  ["Smørrebrød på Ærø", "da", "smoerrebroed-paa-aeroe"],
  ["Łódź, Đorđe & Þór", "pl", "lodz-dorde-thor"],
  ["Çağ, İstanbul ve Işık", "tr", "cag-istanbul-ve-isik"],
  ["What’s next: 10 ﬁgures", "en", "whats-next-10-figures"],
  ["Война и мир, 2020", "ru", "война-и-мир-2020"],
  ["中国研究：報告", "zh", "中国研究-報告"],
  ["تقرير عن المياه", "ar", "تقرير-عن-المياه"],
  ["Й".normalize("NFD"), "ru", "й"],
  ["…?!", "en", "publication"],
])("%s (%s) is kept as %s", (title, language, name) => {
  expect(fileStem(title, language)).toBe(name.normalize("NFC"));
});

test("a long title is cut at a word, and one without spaces where it must be", () => {
  expect(fileStem("Waters of all kinds, and ".repeat(12), "en")).toBe(
    "waters-of-all-kinds-and-waters-of-all-kinds",
  );
  expect([...fileStem("水".repeat(200), "zh")].length).toBe(45);
});

test("ids keep letters that have no base and mark", () => {
  expect(slug("Größe, Ærø und Łódź’s")).toBe("grosse-aero-und-lodzs");
  expect(slug("中国")).toBe("");
});
