import type { VFileMessage } from "vfile-message";
import { type At, problem, type RuleId } from "../problem.js";
import type { Answer } from "./answer.js";

/** Report the links that lead nowhere any more, lead elsewhere, or did not answer: at every place. */
export function toMessages(
  links: ReadonlyMap<string, readonly At[]>,
  answers: ReadonlyMap<string, Answer>,
): readonly VFileMessage[] {
  return [...links].flatMap(([url, places]) => {
    const answer = answers.get(url);
    const [rule, reason] = (answer && judge(url, answer)) ?? [];
    return rule && reason ? places.map((at) => problem(rule, reason, at)) : [];
  });
}

function judge(url: string, answer: Answer): readonly [RuleId, string] | undefined {
  if ("failed" in answer) return ["link-unreachable", `No answer from ${url}: ${answer.failed}`];
  const { status, moved } = answer;
  if (status === 404 || status === 410)
    return ["link-dead", `Unexpected link to ${url}, which is gone (status ${status})`];
  // Refusals of robots, limits and repairs: a person may well get through.
  if (status >= 300)
    return ["link-unreachable", `Unclear answer from ${url}: status ${status}; try it by hand`];
  return moved ? ["link-moved", `Unexpected link to ${url}, which has moved to ${moved}`] : undefined;
}
