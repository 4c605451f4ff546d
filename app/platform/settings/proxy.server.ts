import type { IncomingHttpHeaders } from 'node:http';
import { log } from '#app/platform/log.server.ts';
import { env } from './env.server.ts';

let seen = false;

/**
 * Notices, once, that requests come through a proxy that nobody said to trust: every visitor then
 * has the proxy's address, and all of them share one limit.
 */
export function noticeForwarding(headers: IncomingHttpHeaders): void {
  if (seen || headers['x-forwarded-for'] === undefined) return;
  seen = true;
  if (env.TRUST_PROXY > 0) return;
  log.warn(
    'requests come through a proxy (X-Forwarded-For), and TRUST_PROXY is 0: all visitors share one limit on signing in. Set TRUST_PROXY to how many proxies stand in front, usually 1.',
  );
}

/** Whether a request came through a proxy since the start. */
export const forwardedSeen = () => seen;
