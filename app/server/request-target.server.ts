/**
 * The URL a request's target asks for, at our own origin whatever host it names (RFC 9112, 3.2);
 * null for a target that no address of ours can be: another scheme, or one that cannot be decoded.
 */
export function urlOf(target: string, origin: string): URL | null {
  try {
    const { pathname, search } = new URL(target.startsWith('/') ? origin + target : target);
    if (!/^(?:\/|https?:)/i.test(target)) return null;
    decodeURIComponent(pathname);
    // A path that begins with two slashes would name another host wherever it is followed.
    return new URL(origin + pathname.replace(/^\/{2,}/, '/') + search);
  } catch {
    return null;
  }
}
