import { env } from '#app/platform/settings/env.server.ts';

/** Whether people open this site by https. Its cookies travel encrypted only exactly then. */
export const siteIsHttps = env.APP_URL.startsWith('https:');

/**
 * The address of a page of this installation, for mail and anything else read outside a browser.
 * @throws Error when `path` is not a path of ours
 */
export function absolute(path: string): string {
  if (!safePath(path)) throw new Error('absolute() takes a path that starts with one slash.');
  return env.APP_URL + path;
}

// Browsers read a backslash as a slash and drop tabs and line ends inside a URL, so either could
// turn a path into another host. A space may be what is left of one: a path of ours has none.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const deceptive = /[\\\s\u0000-\u001f\u007f-\u009f]/;

/**
 * `to` when it is a path on this site, with its query; otherwise null. What a return path (`?to=`)
 * passes through before a redirect, so that no link of ours can lead to someone else's site.
 */
export function safePath(to: string | null | undefined): string | null {
  if (!to || to.length > 2000 || !to.startsWith('/') || to.startsWith('//')) return null;
  if (deceptive.test(to)) return null;
  const base = 'http://octavo.invalid';
  if (!URL.canParse(to, base)) return null;
  const url = new URL(to, base);
  // `/..//host` normalises to `//host`
  if (url.origin !== base || url.pathname.startsWith('//')) return null;
  return url.pathname + url.search + url.hash;
}
