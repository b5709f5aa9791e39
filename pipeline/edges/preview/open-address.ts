import { spawn } from "node:child_process";

/** Open an address in the browser of whoever sits here; resolves to why not, where it cannot be. */
export function openAddress(address: string): Promise<string | undefined> {
  const [program, ...args] = openers[process.platform] ?? ["xdg-open"];
  return new Promise((resolve) => {
    const child = spawn(program ?? "", [...args, address], { stdio: "ignore", detached: true });
    child.once("error", (error) => resolve(error.message));
    child.once("spawn", () => resolve(undefined));
    child.unref();
  });
}

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};
