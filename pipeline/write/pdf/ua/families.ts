import type { StructureElement } from "./read-structure.js";
import type { Breach, Rule } from "./rule.js";

/** List the standard types of an element's children; what is mapped to none stands under its own name. */
export function childTypes({ children }: StructureElement): string[] {
  return children.map(({ standard, type }) => standard ?? type);
}

/** Ask something of each element of a type: `broken` says what is wrong with one, or nothing. */
export function each(type: string, broken: (element: StructureElement) => string | undefined): Rule["find"] {
  return ({ elements }) =>
    ofType(elements, type).flatMap((element): Breach[] => {
      const detail = broken(element);
      return detail === undefined ? [] : [{ detail, page: element.page }];
    });
}

type Elements = readonly StructureElement[];

/** By their lists, which nobody changes: dozens of rules ask for those of one type. */
const known = new WeakMap<Elements, ReadonlyMap<string | undefined, Elements>>();

function ofType(elements: Elements, type: string): Elements {
  const byType = known.get(elements) ?? byStandard(elements);
  known.set(elements, byType);
  return byType.get(type) ?? [];
}

function byStandard(elements: Elements): ReadonlyMap<string | undefined, Elements> {
  const byType = new Map<string | undefined, StructureElement[]>();
  for (const element of elements) {
    const list = byType.get(element.standard);
    if (list) list.push(element);
    else byType.set(element.standard, [element]);
  }
  return byType;
}

/** Ask that each element of a type stands in one of some types. */
export function standsIn(type: string, ...parents: readonly string[]): Rule["find"] {
  return each(type, ({ parent }) => {
    const around = parent?.standard ?? parent?.type ?? "the root";
    return parents.includes(around) ? undefined : `${type} in ${around}`;
  });
}

/** Ask that each element of a type holds elements of some types alone. */
export function holdsOnly(type: string, ...allowed: readonly string[]): Rule["find"] {
  return each(type, (element) => {
    const other = childTypes(element).find((child) => !allowed.includes(child));
    return other === undefined ? undefined : `${other} in ${type}`;
  });
}

/** Ask that each element of a type holds at most one child of another. */
export function holdsOne(type: string, child: string): Rule["find"] {
  return each(type, (element) => {
    const count = childTypes(element).filter((each) => each === child).length;
    return count > 1 ? `${count} ${child} in one ${type}` : undefined;
  });
}

/** Ask that a table with such a group of rows also has a TBody. */
export function asksForBody(group: string): Rule["find"] {
  return each("Table", (element) => {
    const types = childTypes(element);
    return types.includes(group) && !types.includes("TBody") ? `${group} without TBody` : undefined;
  });
}

/** Ask that a Caption is the first child of each element of a type, if it has one. */
export function captionFirst(type: string): Rule["find"] {
  return each(type, (element) => {
    const place = childTypes(element).lastIndexOf("Caption");
    return place > 0 ? `Caption is child ${place + 1} of ${type}` : undefined;
  });
}

/** Ask that each element of a type has an alternative in words. */
export function hasWords(type: string): Rule["find"] {
  return each(type, ({ alt, actualText }) =>
    alt || actualText ? undefined : `${type} without Alt or ActualText`,
  );
}

/** Ask that the language of a text entry of elements can be known. */
export function hasLanguage(
  key: string,
  textOfElement: (element: StructureElement) => string | undefined,
): Rule["find"] {
  return ({ elements, language }) =>
    elements
      .filter((element) => textOfElement(element) !== undefined && !(element.language ?? language))
      .map((element) => ({ detail: `${key} of ${element.type} in no known language`, page: element.page }));
}
