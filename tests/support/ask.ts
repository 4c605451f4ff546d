import type { Credential, Viewer } from '#app/access/proofs.ts';
import { RequestAccess } from '#app/access/request-access.server.ts';
import { startSignIn } from '#app/access/sign-in.server.ts';
import { keptHtml } from '#app/remix/html-response.server.ts';
import { pageHandler } from '#app/remix/pages.server.ts';
import { db } from '#db/database.server.ts';
import { serverBuild } from './server-build.ts';

const handle = pageHandler(serverBuild);
const ORIGIN = 'http://localhost:3000';

export interface Asking {
  /** a Cookie header, as signInCookie makes it */
  cookie?: string;
  method?: string;
  headers?: Record<string, string>;
  /** posted as a form, with files when it is FormData; implies POST */
  form?: Record<string, string> | FormData | URLSearchParams;
  ip?: string;
  /** of a process that shows the demo community */
  demo?: boolean;
  userAgent?: string;
}

export interface Answer {
  status: number;
  location: string | null;
  headers: Headers;
  body: string;
  /** Set-Cookie values, of the response and of the request's access */
  cookies: string[];
}

/** Asks the product for `path` as the HTTP server does, over the real routes. */
export async function ask(path: string, asking: Asking = {}): Promise<Answer> {
  const { cookie, method, form, ip = '127.0.0.1', userAgent = 'a test', demo } = asking;
  const headers = new Headers(asking.headers);
  if (cookie) headers.set('Cookie', cookie);
  const request = new Request(ORIGIN + path, {
    method: method ?? (form ? 'POST' : 'GET'),
    headers,
    body: form instanceof FormData ? form : form && new URLSearchParams(form),
  });
  const access = new RequestAccess(cookie ?? null, userAgent, ip, demo);
  const response = await handle(request, { access, nonce: 'n0nce', requestId: 'a-request' });
  return {
    status: response.status,
    location: response.headers.get('Location'),
    headers: response.headers,
    body: keptHtml(response) ?? (await response.text()),
    cookies: [...access.cookies, ...response.headers.getSetCookie()],
  };
}

/** A fresh sign-in of a person, as the Cookie header of their browser. */
export async function signInCookie(who: Viewer): Promise<string> {
  const cookie = await startSignIn(await credentialOf(who), 'a test');
  if (!cookie) throw new Error(`${who.name} cannot sign in.`);
  return cookie.split(';', 1)[0] ?? '';
}

/** What a person would show to sign in, as the database has it now. */
export async function credentialOf({ personId }: { personId: number }): Promise<Credential> {
  const { email, password_hash: passwordHash } = await db
    .selectFrom('person')
    .select(['email', 'password_hash'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return { personId, email, passwordHash };
}
