import type { Credential } from '#app/access/proofs.ts';
import { knownBrowserCookie } from '#app/accounts/rows/known-browser.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

/** What of the request's access is needed here. */
interface Access {
  readonly cookies: string[];
  signIn(credential: Credential): Promise<boolean>;
}

/**
 * Signs this browser in, marks it as one of its owner's, and answers with `welcome`. Asks to sign in
 * again when the credential stopped holding after it was verified: the password was changed, say.
 */
export async function arrive(
  access: Access,
  credential: Credential,
  welcome: Response,
): Promise<Response> {
  if (!(await access.signIn(credential))) return redirectWith('/sign-in', 'sign-in-again');
  access.cookies.push(await knownBrowserCookie(credential.email));
  return welcome;
}
