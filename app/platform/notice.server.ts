import { redirect } from '@remix-run/node';
import type { NoticeCode } from '#app/ui/notices.ts';

const NAME = 'octavo_notice';

/**
 * Redirects (303) with a notice for the next page. Only a code of a closed vocabulary and a short
 * parameter travel in the cookie: whatever a cookie says, no foreign words reach the page.
 */
export function redirectWith(path: string, code: NoticeCode, param = ''): Response {
  const value = encodeURIComponent(param ? `${code}:${param}` : code);
  return redirect(path, {
    status: 303,
    headers: { 'Set-Cookie': `${NAME}=${value}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax` },
  });
}

/** The notice a request carries; `clear` is the Set-Cookie value that takes it away. */
export function readNotice(cookieHeader: string | null) {
  const match = new RegExp(`(?:^|; )${NAME}=([^;]{1,200})`).exec(cookieHeader ?? '');
  if (!match?.[1]) return null;
  const [code = '', param = ''] = safeDecode(match[1]).split(':', 2);
  return { code, param, clear: `${NAME}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax` };
}

function safeDecode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
