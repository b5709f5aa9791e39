import { Parser } from "htmlparser2";

/** An element of a book's XML, with the offset at which its tag begins. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly offset: number;
  readonly parent: XmlElement | undefined;
}

/** List the elements of an XML text in document order; what is not well-formed is EPUBCheck's to report. */
export function elementsOf(text: string): readonly XmlElement[] {
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, offset: parser.startIndex, parent: open.at(-1) };
        elements.push(element);
        open.push(element);
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return elements;
}

/** Say whether an attribute that holds a list of words holds this one: `epub:type`, `role`, `properties`. */
export function hasWord(element: XmlElement, attribute: string, word: string): boolean {
  return element.attributes[attribute]?.split(/\s+/).includes(word) ?? false;
}

/** List an element's ancestors, the nearest first. */
export function ancestorsOf(element: XmlElement): readonly XmlElement[] {
  return element.parent ? [element.parent, ...ancestorsOf(element.parent)] : [];
}
