import { isIP } from 'node:net';

/** What a setting means, or what to write instead. */
export type Read = { value: string } | { instead: string };

const EXAMPLE = 'https://circles.example.org';
const EVERYWHERE = ['0.0.0.0', '[::]'];

/**
 * APP_URL as the origin it names: in lower case, without default port, query and trailing dot, and an
 * international name as browsers write it, because cookies and the origins of forms are compared.
 */
export function readSiteAddress(given: string): Read {
  const text = given.trim();
  const url = /^https?:/i.test(text) && URL.canParse(text) ? new URL(text) : null;
  if (!url) {
    return instead(`be the address people open, for example ${guess(text)}.`);
  }
  url.hostname = url.hostname.replace(/\.$/, '');
  if (EVERYWHERE.includes(url.hostname)) {
    return instead(
      'name this machine as people open it; 0.0.0.0 and :: are for HOST. For this machine alone write http://localhost:3000.',
    );
  }
  if (url.username || url.password) {
    return instead(`be without a user and password: write ${url.origin}`);
  }
  if (url.pathname !== '/') {
    return instead(
      `be without a path, because Octavo lives at the root of a host: write ${url.origin}, or give Octavo a host name of its own.`,
    );
  }
  return { value: url.origin };
}

const instead = (words: string): Read => ({ instead: `APP_URL must ${words}` });

/** What somebody meant who left the scheme out, wrote another, or put it in quotes. */
function guess(text: string): string {
  const rest = text.replace(/["'<>]/g, '').replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  const scheme = /^(localhost|127\.|\[::1\])/i.test(rest) ? 'http' : 'https';
  const address = `${scheme}://${rest}`;
  return rest && URL.canParse(address) ? new URL(address).origin : EXAMPLE;
}

/** A setting of where to listen, without the brackets that an IPv6 address has in a URL. */
export function readHost(given: string, setting: 'HOST' | 'METRICS_HOST' = 'HOST'): Read {
  const host = given.trim().replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) || /^[\p{L}\p{N}_.-]+$/u.test(host)) return { value: host };
  const rest =
    setting === 'HOST'
      ? 'The port goes into PORT, what people open into APP_URL.'
      : 'The port goes into METRICS_PORT.';
  return {
    instead: `${setting} must be an address of this machine to listen at: 127.0.0.1, or 0.0.0.0 for all of them. ${rest}`,
  };
}

const inUrl = (host: string) => (host.includes(':') ? `[${host}]` : host);

/** Whether listening at `host` is listening at every address of the machine. */
export const isEverywhere = (host: string): boolean =>
  EVERYWHERE.includes(new URL(`http://${inUrl(host)}`).hostname);

/** The address of a server that listens at `host`, as this machine can open it. */
export function ownAddress(host: string, port: number): string {
  const name = host === '127.0.0.1' || isEverywhere(host) ? 'localhost' : inUrl(host);
  return new URL(`http://${name}:${port}`).origin;
}
