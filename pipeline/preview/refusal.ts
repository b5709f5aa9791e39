/** What the preview's server asks of a request before it looks at its address. */
export interface Asked {
  readonly method: string | undefined;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** Sec-Fetch-Site and Sec-Fetch-Mode (Fetch Metadata Request Headers). */
  readonly site: string | undefined;
  readonly mode: string | undefined;
}

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 403 | 405 | 421;
  readonly reason: string;
}

/**
 * Refuse what does not come from this machine's own browser to this very server; undefined where nothing speaks against it.
 *
 * A name that another site has let point here (DNS rebinding) shows in the Host header, a page of another site in Origin
 * or Sec-Fetch-Site. Nothing that is served acts, so that every method but GET and HEAD is refused.
 */
export function refusal({ method, host, origin, site, mode }: Asked, port: number): Refusal | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !hosts.includes(host.toLowerCase()))
    return { status: 421, reason: "Unexpected host: the preview answers to 127.0.0.1 alone" };
  if (method !== "GET" && method !== "HEAD")
    return { status: 405, reason: "Unexpected method: the preview is only read" };
  const foreign = origin !== undefined && !hosts.some((name) => origin === `http://${name}`);
  // A link to the preview may be followed from anywhere; nothing else may be had from a page of another site.
  const embedded = site !== undefined && site !== "same-origin" && site !== "none" && mode !== "navigate";
  if (foreign || embedded)
    return { status: 403, reason: "Unexpected origin: the preview is for its own page" };
  return undefined;
}
