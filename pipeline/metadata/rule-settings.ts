import { z } from "zod";
import { publicationRules } from "../rules.js";
import { closed } from "../yaml/validate.js";

type PublicationRuleId = keyof typeof publicationRules;

const severities = ["off", "info", "warning", "error"] as const;

/** The form of `rules:` in publication.yaml: a severity for each rule, none of them milder than the rule allows. */
export const ruleSettings = closed(
  Object.fromEntries(
    Object.keys(publicationRules).map((id) => [id, setting(id as PublicationRuleId)]),
  ) as Record<PublicationRuleId, ReturnType<typeof setting>>,
  "rules and severities, such as `word-doubled: off`",
);

function setting(id: PublicationRuleId) {
  const { mildest } = publicationRules[id];
  const allowed = severities.slice(severities.indexOf(mildest));
  const expected = allowed.length > 2 ? allowed.join(", ") : `${allowed.join(" or ")}: it protects from loss`;
  return z.enum(allowed, { error: expected }).exactOptional();
}
