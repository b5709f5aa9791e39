import type { Exhibit } from "./edition.js";

/** What became of a figure or a table. */
export interface ExhibitChange {
  readonly kind: "added" | "removed" | "changed";
  readonly old?: Exhibit;
  readonly new?: Exhibit;
  /** Of one that both editions have: what is not as it was. */
  readonly differs: readonly ("page" | "number" | "picture" | "caption")[];
}

/** Compare figures and tables, known again by id, else by caption. */
export function compareExhibits(
  before: readonly Exhibit[],
  after: readonly Exhibit[],
): readonly ExhibitChange[] {
  const left = new Set(before);
  const find = (is: (old: Exhibit) => boolean) => {
    const found = [...left].find(is);
    if (found) left.delete(found);
    return found;
  };
  const partners = new Map<Exhibit, Exhibit>();
  const pairBy = (key: "id" | "caption" | "picture") => {
    for (const now of after) {
      if (partners.has(now) || now[key] === "") continue;
      const old = find((each) => each[key] === now[key]);
      if (old) partners.set(now, old);
    }
  };
  for (const key of ["id", "caption", "picture"] as const) pairBy(key);
  const changes = after.flatMap((now): ExhibitChange[] => {
    const old = partners.get(now);
    if (!old) return [{ kind: "added", new: now, differs: [] }];
    const differs = differencesOf(old, now);
    return differs.length > 0 ? [{ kind: "changed", old, new: now, differs }] : [];
  });
  return [...changes, ...[...left].map((old): ExhibitChange => ({ kind: "removed", old, differs: [] }))];
}

function differencesOf(old: Exhibit, now: Exhibit): ExhibitChange["differs"] {
  const isKnown = (key: "page" | "picture") => old[key] !== "" && now[key] !== "";
  return [
    ...(isKnown("page") && old.page !== now.page ? (["page"] as const) : []),
    ...(old.label !== now.label ? (["number"] as const) : []),
    ...(isKnown("picture") && old.picture !== now.picture ? (["picture"] as const) : []),
    ...(old.caption !== now.caption ? (["caption"] as const) : []),
  ];
}
