import { type Draft, finding } from "./draft.js";

/** Where the original has pictures without numbers, no text can mention them: the rule that asks for it is switched off. */
export function excusePictures(draft: Draft): Draft {
  const pictures = draft.items.filter((item) => item.kind === "figure");
  const [first] = pictures;
  if (!first || pictures.some(({ numbered }) => numbered)) return draft;
  const reason =
    "Switched off figure-unmentioned: the pictures of the original have no numbers, and its text mentions none";
  const told = finding(draft, "import-rule-set", first.lines[0], reason, { to: { key: ["rules"] } });
  return {
    ...draft,
    metadata: { ...draft.metadata, rules: { "figure-unmentioned": "off" } },
    findings: [...draft.findings, told],
  };
}
