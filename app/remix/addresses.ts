/**
 * What the two halves of Remix agree on about addresses and answers. A page's script asks for the
 * data of /a/b at /a/b.data, of / at /_root.data, and may add parameters of its own.
 */
const DATA = '.data';
const ROOT = '/_root.data';
const ITS_OWN = ['index', '_routes'];

/** The page that a pathname speaks of, whether it asks for the page or for its data. */
export function pagePath(pathname: string): string {
  if (pathname === ROOT) return '/';
  return pathname.endsWith(DATA) ? pathname.slice(0, -DATA.length) : pathname;
}

/** The path and query of the page that a request speaks of. */
export function pageAddress(address: string): string {
  const { pathname, searchParams } = new URL(address);
  for (const name of ITS_OWN) searchParams.delete(name);
  return pagePath(pathname) + (searchParams.size > 0 ? `?${searchParams}` : '');
}

/** Whether a script asks for a page's data there. */
export const asksForData = (address: string) => /^[^?#]*\.data(\?|#|$)/.test(address);

/** Where Remix's browser half asks for routes it has not met. */
export const MANIFEST = '/__manifest';

/** Whether a script asks there which routes there are. */
export const asksForRoutes = (address: string) =>
  new URL(address, 'http://octavo.invalid').pathname === MANIFEST;

/** Whether it is asked for as a browser's address bar has it: the page, nothing of Remix's own. */
export const asksForPage = (address: string) =>
  !asksForData(address) && !/[?&](index|_routes)\b/.test(address);

/** Whether Remix gave this answer to its own script. */
export const isData = ({ headers }: Response) => headers.has('X-Remix-Response');

/** Remix before single fetch asked in this way. */
export const isBeforeSingleFetch = ({ searchParams }: URL) => searchParams.has('_data');
