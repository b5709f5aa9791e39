import type { Contributor } from "../publication.js";
import { isBody } from "./bodies.js";
import { roleWord } from "./role-words.js";
import { roleOf } from "./roles.js";
import type { WrittenMetadata } from "./schema.js";

/** List who had a part in the work: authors by the short form first, then contributors, each with every field. */
export function contributorsOf(written: WrittenMetadata): readonly Contributor[] {
  const authors: readonly WrittenContributor[] = [written.author ?? []].flat().map((name) => ({ name }));
  return [...authors, ...(written.contributors ?? [])].map(
    ({ name, sort, role: said = "author", credit, biography }) => {
      const { role, roleName } = roleOf(said) ?? { role: "ctb", roleName: said };
      return {
        name,
        sort: sort ?? sortName(name),
        role,
        roleName: credit ?? roleWord(role, written.language) ?? roleName,
        ...(biography !== undefined && { biography }),
      };
    },
  );
}

type WrittenContributor = NonNullable<WrittenMetadata["contributors"]>[number];

/** Turn a name about as catalogues do: `Peter Jones` to `Jones, Peter`; bodies and single names stay as they are. */
export function sortName(name: string): string {
  const [, given, family, suffix] = /^(\S.*?)\s+(\S+?)(,?\s+(?:Jr\.?|Sr\.?|II|III|IV))?$/.exec(name) ?? [];
  if (!given || !family || /^the\s/i.test(name) || isBody(name) || (name.includes(",") && !suffix))
    return name;
  return `${family}, ${given}${suffix ? `, ${suffix.replace(/^,?\s+/, "")}` : ""}`;
}
