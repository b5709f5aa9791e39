import { expect, test } from "vitest";
import { inTurn } from "../../pipeline/preview/page/in-turn.js";

test("work is done in the order in which it comes, never two pieces at once, and a failure ends its own alone", async () => {
  const turn = inTurn();
  const told: string[] = [];
  const piece = (name: string, fails: "fails" | "works") => async () => {
    told.push(`${name} begins`);
    await Promise.resolve();
    told.push(`${name} ends`);
    if (fails === "fails") throw new Error(name);
    return name;
  };
  const all = [turn(piece("a", "works")), turn(piece("b", "fails")), turn(piece("c", "works"))];
  const ended = await Promise.allSettled(all);
  expect(ended.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(told).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});
