import { expect, test } from "vitest";
import type { Terminal } from "../../pipeline/commands/command.js";
import { noteSandbox, whyNoSandbox } from "../../pipeline/commands/note-sandbox.js";

function listen() {
  let said = "";
  const terminal = {
    stderr: (text: string) => {
      said += text;
    },
  } as Terminal;
  const note = noteSandbox(terminal, () => {
    said += "(cleared)";
  });
  return { note, said: () => said };
}

test("a browser in its sandbox is nothing to speak of", () => {
  const { note, said } = listen();
  note({ sandbox: true });
  expect(said()).toBe("");
});

test("one without it is told, once, however much it works", () => {
  const { note, said } = listen();
  note({ sandbox: false });
  note({ sandbox: false });
  expect(said()).toBe(`(cleared)browser  without its sandbox: ${whyNoSandbox()}\n`);
});

test("why it has none depends on who runs it", () => {
  expect(whyNoSandbox(0)).toMatch(/root/);
  expect(whyNoSandbox(1000)).toMatch(/user namespaces/);
});
