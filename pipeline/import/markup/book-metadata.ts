import type { Original } from "../importer.js";
import { takeMetadata } from "./front-matter.js";
import { scalars } from "./parse-page.js";
import { readYaml } from "./read-yaml.js";

/** Quire's publication.yaml or mdBook's book.toml says what the whole is called. */
export function bookMetadata({ files }: Original) {
  const file = files.find(({ name }) => /(?:^|\/)publication\.ya?ml$/.test(name));
  if (file) {
    const matter = readYaml(new TextDecoder().decode(file.bytes), file.name);
    return { ...takeMetadata(flat(matter), file.name), words: scalars(flat(matter)) };
  }
  const toml = files.find(({ name }) => /(?:^|\/)book\.toml$/.test(name));
  if (!toml) return undefined;
  const text = new TextDecoder().decode(toml.bytes);
  const book = text.slice(Math.max(0, text.indexOf("[book]"))).split(/^\[(?!book\])/m)[0] ?? "";
  const value = (key: string) => new RegExp(`^${key}\\s*=\\s*"([^"]*)"`, "m").exec(book)?.[1];
  const authors = [...(/^authors\s*=\s*\[([^\]]*)\]/m.exec(book)?.[1] ?? "").matchAll(/"([^"]*)"/g)].map(
    ([, name]) => name,
  );
  const matter = Object.fromEntries(
    [
      ["title", value("title")],
      ["description", value("description")],
      ["language", value("language")],
      ["author", authors.length > 0 ? authors : undefined],
    ].filter(([, one]) => one !== undefined),
  ) as Record<string, unknown>;
  return { ...takeMetadata(matter, toml.name), words: scalars(matter) };
}

/** Quire names people by first and last name, and puts the description into a record. */
function flat(matter: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { contributor, description, pub_date: date, ...rest } = matter;
  const people = (Array.isArray(contributor) ? (contributor as unknown[]) : [contributor]).flatMap(
    (one): unknown[] => {
      if (typeof one !== "object" || one === null) return [...scalars(one)];
      const { first_name, last_name, full_name, ...more } = one as Record<string, unknown>;
      return [{ name: full_name ?? [first_name, last_name].filter(Boolean).join(" "), ...more }];
    },
  );
  const about =
    typeof description === "object" && description !== null ? scalars(description)[0] : description;
  return {
    ...rest,
    ...(people.length > 0 && { author: people }),
    ...(about !== undefined && { description: about }),
    ...(date !== undefined && { date }),
  };
}
