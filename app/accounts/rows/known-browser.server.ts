import { createHmac, timingSafeEqual } from 'node:crypto';
import { addressKey } from '#app/accounts/rules/accounts.ts';
import { cookie } from '#app/platform/cookies.server.ts';
import { db } from '#db/database.server.ts';

/**
 * A browser its owner has signed in with carries a cookie that says so for that address (OWASP:
 * "device cookies"). It gives no right at all; it only counts this browser's tries apart from those
 * of strangers, so that strangers cannot use up the owner's.
 */
const known = cookie('octavo_known');
const YEAR = 365 * 24 * 60 * 60;
const MARK = /^[\w-]{43}$/;

/** The mark a request carries for `email`, or null when it carries none or another's. */
export async function knownBrowser(
  cookieHeader: string | null,
  email: string,
): Promise<string | null> {
  const carried = known.read(cookieHeader);
  if (!carried || !MARK.test(carried)) return null;
  const expected = await markFor(email);
  return timingSafeEqual(Buffer.from(carried), Buffer.from(expected)) ? carried : null;
}

/** The Set-Cookie value that marks this browser as one of the owner of `email`. */
export async function knownBrowserCookie(email: string): Promise<string> {
  return known.set(await markFor(email), YEAR);
}

async function markFor(email: string): Promise<string> {
  const { secret } = await db.selectFrom('site').select('secret').executeTakeFirstOrThrow();
  return createHmac('sha256', secret)
    .update(`known-browser\n${addressKey(email)}`)
    .digest('base64url');
}
