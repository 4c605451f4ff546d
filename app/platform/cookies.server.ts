import { siteIsHttps } from './links.server.ts';

/**
 * Cookies. Each is for the whole site, out of the reach of scripts, and not sent with what another
 * site posts. Under https each travels encrypted only and its name begins with `__Host-`: browsers
 * take such a cookie from this very host alone, so that neither a neighbouring subdomain nor
 * somebody on the line can plant one (RFC 6265bis, 4.1.3.2). They demand Secure for such a name, so
 * plain http has the plain name. docs/cookies.md says what each is for.
 */
const ATTRIBUTES = `Path=/; HttpOnly; SameSite=Lax${siteIsHttps ? '; Secure' : ''}`;

/** @param plainName letters and `_`. Values are written as given: of letters, digits and `-._~%` */
export function cookie(plainName: string) {
  const name = siteIsHttps ? `__Host-${plainName}` : plainName;
  const carried = new RegExp(`(?:^|;\\s*)${name}=([^;\\s]+)`);
  return {
    name,
    /** The value a Cookie header carries, null when it carries none. */
    read: (header: string | null): string | null => carried.exec(header ?? '')?.[1] ?? null,
    /** The Set-Cookie value that has a browser keep `value` for so many seconds. */
    set: (value: string, seconds: number) =>
      `${name}=${value}; Max-Age=${Math.floor(seconds)}; ${ATTRIBUTES}`,
    /** The Set-Cookie value that takes it away. */
    clear: `${name}=; Max-Age=0; ${ATTRIBUTES}`,
  };
}
