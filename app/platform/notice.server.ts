import { redirect } from '@remix-run/node';
import { cookie } from './cookies.server.ts';

/** Every notice by its code; each room adds its own by declaring them in `notices.ts`. */
// biome-ignore lint/suspicious/noEmptyInterface: the rooms fill it
export interface Notices {}

const notice = cookie('octavo_notice');
const SECONDS = 60;

/**
 * Redirects (303) with a notice for the next page. Only a code of a closed vocabulary and a short
 * parameter travel in the cookie: whatever a cookie says, no foreign words reach the page.
 */
export function redirectWith(path: string, code: keyof Notices, param = ''): Response {
  const value = encodeURIComponent(param ? `${code}:${param}` : code);
  return redirect(path, { status: 303, headers: { 'Set-Cookie': notice.set(value, SECONDS) } });
}

/** The notice a request carries; `clear` is the Set-Cookie value that takes it away. */
export function readNotice(cookieHeader: string | null) {
  const value = notice.read(cookieHeader)?.slice(0, 200);
  if (!value) return null;
  const [code = '', param = ''] = safeDecode(value).split(':', 2);
  return { code, param, clear: notice.clear };
}

function safeDecode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
