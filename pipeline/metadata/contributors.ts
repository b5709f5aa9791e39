import type { Contributor } from "../publication.js";
import { roleOf } from "./roles.js";
import type { WrittenMetadata } from "./schema.js";

/** List who had a part in the work: authors by the short form first, then contributors, each with every field. */
export function contributorsOf(written: WrittenMetadata): readonly Contributor[] {
  const authors: readonly WrittenContributor[] = [written.author ?? []].flat().map((name) => ({ name }));
  return [...authors, ...(written.contributors ?? [])].map(
    ({ name, sort, role = "author", credit, biography }) => ({
      name,
      sort: sort ?? sortName(name),
      ...(roleOf(role) ?? { role: "ctb", roleName: role }),
      ...(credit !== undefined && { roleName: credit }),
      ...(biography !== undefined && { biography }),
    }),
  );
}

type WrittenContributor = NonNullable<WrittenMetadata["contributors"]>[number];

/** Turn a name about as catalogues do: `Peter Jones` to `Jones, Peter`; bodies and single names stay as they are. */
export function sortName(name: string): string {
  const [, given, family, suffix] = /^(\S.*?)\s+(\S+?)(,?\s+(?:Jr\.?|Sr\.?|II|III|IV))?$/.exec(name) ?? [];
  if (!given || !family || /^the\s/i.test(name) || (name.includes(",") && !suffix)) return name;
  return `${family}, ${given}${suffix ? `, ${suffix.replace(/^,?\s+/, "")}` : ""}`;
}
