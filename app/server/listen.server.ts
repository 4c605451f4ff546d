import { env } from '#app/platform/settings/env.server.ts';
import type { BuildSource } from '#app/remix/handler.server.ts';
import { drainableServer } from './drain.server.ts';
import { type HttpOptions, httpApp } from './http.server.ts';
import { listening } from './listening.server.ts';
import type { Stop } from './stop.server.ts';

/** How long a connection may take for what, in milliseconds. */
export const TIMES = {
  // A request's head is small: whoever takes longer holds connections open on purpose.
  headersTimeout: 20_000,
  // Its body has 31 MB at most, which a line of one megabit a second carries in this time.
  requestTimeout: 300_000,
  // How often the two above are looked after.
  connectionsCheckingInterval: 5_000,
  // Longer than a proxy keeps a connection it does not use: nginx, HAProxy and most balancers 60 s,
  // Traefik 90 s, Caddy 120 s. Closed by us first, it would be reset under the request that the proxy
  // is just sending. Node counts the times above from a request's first byte.
  keepAliveTimeout: 125_000,
};
// Whoever does not read the answer, or is gone without a word.
const SILENCE_MS = 120_000;

/**
 * Listens where the environment says. @returns what drains it
 * @throws StartRefused when nobody can listen there
 */
export async function listen(source: BuildSource, options: HttpOptions): Promise<Stop> {
  const { server, drain } = drainableServer(TIMES, httpApp(source, options));
  server.setTimeout(SILENCE_MS);
  await listening(server, { setting: '', host: env.HOST, port: env.PORT });
  return drain;
}
