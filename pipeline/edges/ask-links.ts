import type { Answer } from "../check-links/answer.js";

/** How links are asked after. */
export interface Asking {
  /** Milliseconds for one answer. */
  readonly patience: number;
  /** Hosts that are asked side by side; each of them hears one question at a time. */
  readonly hosts: number;
  readonly signal: AbortSignal;
}

const methods = ["HEAD", "GET"] as const;
const redirects = 10;

/** Ask the web after addresses (http and https alone); every one gets an answer. Rejects with the signal's reason when aborted. */
export async function askLinks(
  urls: readonly string[],
  { patience, hosts, signal }: Asking,
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  const queues = new Map<string, string[]>();
  for (const url of urls) {
    const { host } = new URL(url);
    queues.set(host, [...(queues.get(host) ?? []), url]);
  }
  const waiting = [...queues.values()];
  const work = async () => {
    for (let queue = waiting.shift(); queue; queue = waiting.shift()) {
      for (const url of queue) answers.set(url, await ask(url, patience, signal));
    }
  };
  await Promise.all(Array.from({ length: hosts }, work));
  return new Map(urls.map((url) => [url, answers.get(url) ?? { failed: "it was not asked" }]));
}

/** Many servers refuse HEAD, or answer it wrongly: what is not fine is asked again with GET. */
async function ask(url: string, patience: number, signal: AbortSignal): Promise<Answer> {
  let answer: Answer = { failed: "it was not asked" };
  for (const method of methods) {
    answer = await follow(url, method, patience, signal);
    if ("status" in answer && answer.status < 300) return answer;
  }
  return answer;
}

async function follow(
  url: string,
  method: (typeof methods)[number],
  patience: number,
  signal: AbortSignal,
): Promise<Answer> {
  let at = url;
  // A new address is worth telling only where every step there is for good.
  let forGood = true;
  for (let steps = 0; steps <= redirects; steps++) {
    const answer = await request(at, method, patience, signal);
    if ("failed" in answer) return answer;
    const { status, location } = answer;
    if (status < 300 || status >= 400 || location === undefined)
      return { status, ...(at !== url && forGood && { moved: at }) };
    if (!URL.canParse(location, at)) return { failed: `it leads on to \`${location}\`` };
    const next = new URL(location, at);
    if (!/^https?:$/.test(next.protocol)) return { failed: `it leads on to ${next.protocol}` };
    forGood &&= status === 301 || status === 308;
    at = next.href;
  }
  return { failed: `it leads on more than ${redirects} times` };
}

async function request(
  url: string,
  method: (typeof methods)[number],
  patience: number,
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly location?: string } | { readonly failed: string }> {
  signal.throwIfAborted();
  try {
    const response = await fetch(url, {
      method,
      redirect: "manual",
      headers: { accept: "*/*", "user-agent": "quoin (check of links)" },
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    await response.body?.cancel();
    const location = response.headers.get("location");
    return { status: response.status, ...(location !== null && { location }) };
  } catch (error) {
    signal.throwIfAborted();
    return { failed: reasonOf(error, patience) };
  }
}

function reasonOf(error: unknown, patience: number): string {
  if (!(error instanceof Error)) throw error;
  if (error.name === "TimeoutError") return `none came within ${patience / 1000} s`;
  // Undici says "fetch failed" of everything; what failed is the cause.
  const { cause } = error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
  const words = {
    ENOTFOUND: "there is no such host",
    EAI_AGAIN: "names cannot be looked up; is there a network?",
    ECONNREFUSED: "nothing listens there",
    CERT_HAS_EXPIRED: "its certificate has expired",
  };
  return (
    words[code as keyof typeof words] ?? code ?? (cause instanceof Error ? cause.message : error.message)
  );
}
