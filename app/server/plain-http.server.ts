import type { IncomingMessage } from 'node:http';
import { siteIsHttps } from '#app/platform/links.server.ts';
import { log } from '#app/platform/log.server.ts';
import { env } from '#app/platform/settings/env.server.ts';

// Browsers keep Secure cookies of this machine's own addresses, too.
const OWN_MACHINE = /^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\]|[^/]+\.localhost)(:\d+)?$/;

let noticed = false;

/**
 * Whether a browser posts by http to a site that is at https, where it drops every cookie that
 * would sign it in. Its Origin says so whatever stands between: a proxy changes the Host and the
 * scheme we see, and speaks http with us for visitors who came by https. Said once in the log.
 */
export function cameByPlainHttp({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>) {
  const { origin } = headers;
  if (!siteIsHttps || method !== 'POST' || !origin?.startsWith('http:')) return false;
  if (OWN_MACHINE.test(origin)) return false;
  if (!noticed) {
    noticed = true;
    log.warn(
      { origin: origin.slice(0, 300) },
      `somebody came by http, where nobody can sign in, because APP_URL is ${env.APP_URL}. Let the proxy in front redirect http to https; if there is none, set APP_URL to the address with http.`,
    );
  }
  return true;
}
