import { describe, expect, test } from "vitest";
import { runningHead } from "../../../../pipeline/write/pdf/print/running-head.js";

describe("a running head", () => {
  test("is the title where it fits", () => {
    expect(runningHead("The order of rivers: a history", 500)).toBe("The order of rivers: a history");
  });

  test("is what stands before a colon or a dash, where the whole does not fit", () => {
    const rest = "an inquiry into the papers of three ministries and of those who wrote them";
    expect(runningHead(`The order of rivers: ${rest}, with notes`, 400)).toBe("The order of rivers");
    expect(runningHead(`Who owns water? ${rest}`, 300)).toBe("Who owns water?");
    expect(runningHead(`Rivers – ${rest}`, 300)).toBe("Rivers");
  });

  test("else ends with whole words and an ellipsis", () => {
    expect(runningHead("An inquiry into the papers of three ministries, and of others", 250)).toBe(
      "An inquiry into the papers of three ministries…",
    );
    expect(runningHead("Donaudampfschifffahrtsgesellschaft", 60)).toBe("Donaudampf…");
    expect(runningHead("东亚的河流与水坝以及其他", 60)).toBe("东亚的河流…");
  });
});
