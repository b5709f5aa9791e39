import type { ShownMessage } from "../state.js";

/** Show messages under the names of their files. */
export function showMessagesIn(list: HTMLElement, messages: readonly ShownMessage[]): void {
  const files = [...new Set(messages.map(({ file }) => file))];
  const groups = files.map((file) => {
    const group = document.createElement("li");
    if (file) group.append(make("h2", "", file));
    const inner = document.createElement("ol");
    inner.className = "messages";
    inner.append(...messages.filter((message) => message.file === file).map(item));
    group.append(inner);
    return group;
  });
  const none = make("li", "none", "No messages: nothing to mend.");
  list.replaceChildren(...(groups.length > 0 ? groups : [none]));
}

function item({ severity, reason, rule, line, href }: ShownMessage): HTMLElement {
  const element = make("li", `message ${severity}`, "");
  const body = href ? document.createElement("a") : document.createElement("div");
  if (body instanceof HTMLAnchorElement && href) {
    body.href = href;
    // The file opens beside the preview; an editor's address opens no page.
    if (href.startsWith("/")) body.target = "quoin-source";
  }
  const text = document.createElement("span");
  text.append(make("span", "severity", severity), " ", reasonOf(reason), make("span", "rule", rule ?? ""));
  body.append(make("span", "line", line === undefined ? "" : String(line)), text);
  element.append(body);
  return element;
}

/** What messages quote is between backticks. */
function reasonOf(reason: string): HTMLElement {
  const element = make("span", "reason", "");
  const pieces = reason.split(/`([^`]+)`/);
  element.append(...pieces.map((piece, i) => (i % 2 === 1 ? make("code", "", piece) : piece)));
  return element;
}

function make(name: string, className: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}
