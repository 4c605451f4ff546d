import { setByLink } from '#app/notifications/hearing/commands/set-by-link.server.ts';

const ADDRESS = /^\/hear\/([\w-]{1,100})$/;

/**
 * The token of a request that may be a mail program's one click to unsubscribe (RFC 8058): a POST to
 * the address in a mail's List-Unsubscribe, which comes from anywhere on the web, without cookies.
 * Null for any other.
 */
export const oneClickToken = (method: string, { pathname }: URL): string | null =>
  (method === 'POST' && ADDRESS.exec(pathname)?.[1]) || null;

/**
 * Takes the one click: nothing else can be done here, and nobody is signed in. The answer to whoever
 * holds a link of ours is always the same; whether there was anything to set is not told.
 */
export async function takeOneClick(
  request: Request,
  token: string,
): Promise<{ status: number; words: string }> {
  if (!(await saysOneClick(request))) {
    return { status: 400, words: 'Only List-Unsubscribe=One-Click is taken here.' };
  }
  const done = await setByLink(token);
  if (!done.ok && done.reason === 'no-link') {
    return { status: 404, words: 'This link does not work.' };
  }
  return { status: 200, words: 'You will hear no more of this by mail.' };
}

/** In either of the encodings that a mail program may choose. */
async function saysOneClick(request: Request): Promise<boolean> {
  const form = await request.formData().catch(() => null);
  return form?.get('List-Unsubscribe') === 'One-Click';
}
