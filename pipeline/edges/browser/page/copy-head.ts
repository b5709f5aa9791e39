/**
 * Copy the head of a table to be seen and nothing else: hidden from the tags and from the comparison of words, with no ids, no links and
 * no calls of notes, which all stand where the head stands first. Runs in the page.
 */
export function copyHead(head: HTMLElement): HTMLElement {
  const copy = head.cloneNode(true) as HTMLElement;
  for (const call of copy.querySelectorAll(".note-call")) call.remove();
  for (const element of [copy, ...copy.querySelectorAll<HTMLElement>("*")]) {
    for (const name of element.getAttributeNames())
      if (/^(?:id|href|data-.*)$/.test(name)) element.removeAttribute(name);
    // The key of a block is that of its first showing.
    const lang = element.getAttribute("lang");
    if (lang) element.setAttribute("lang", lang.replace(/-x-k[0-9a-z]+$/, ""));
    element.setAttribute("aria-hidden", "true");
  }
  return copy;
}
