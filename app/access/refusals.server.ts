import { redirect } from '@remix-run/node';
import { absolute } from '#app/platform/links.server.ts';
import { pageAddress } from '#app/remix/addresses.ts';
import { db } from '#db/database.server.ts';
import { inCircleAt } from '#db/in-circle.server.ts';
import type { Viewer } from './proofs.ts';

export type NotFoundReason = 'not-found' | 'left';

/** A stranger must not learn that a thing exists: everything refused is 404, never 403. */
export function notFound(reason: NotFoundReason = 'not-found', circleName?: string): Response {
  return Response.json({ reason, circleName }, { status: 404 });
}

/** What every form of a circle is answered while the circle is archived. */
export const ARCHIVED =
  'This circle is archived: everything in it can be read, and nothing added. Its host can bring it back. What you typed is still here.';

/** Seconds after which it is worth asking a database again that did not answer. */
export const AWAY_FOR = 15;

/**
 * The database does not answer: 503, and the browser may ask again.
 * @param typed what a form held, by name, so that its page can send it once more
 */
export function databaseAway(typed?: Record<string, unknown>): Response {
  return Response.json(
    { reason: 'database-away', typed },
    { status: 503, headers: { 'Retry-After': String(AWAY_FOR) } },
  );
}

/** Nobody can sign in by http where the site is at https: 403, and the address to go to. */
export function onlyByHttps(request: Request): Response {
  return Response.json(
    { reason: 'http', address: absolute(pageAddress(request.url)) },
    { status: 403 },
  );
}

/** 404: there is none the viewer may see, or none any more. */
export function gone(): never {
  throw notFound();
}

/** The value, or 404 when a query answered that there is none the viewer may see. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) gone();
  return value;
}

/** 404 for someone without membership; says so kindly to a person who once was a member. */
export async function noMembership(viewer: Viewer, slug: string): Promise<Response> {
  const past = await db
    .selectFrom('departure')
    .innerJoin('circle', 'circle.id', 'departure.circle_id')
    .select('circle.name')
    .where(inCircleAt(slug, 'departure'))
    .where('departure.person_id', '=', viewer.personId)
    .executeTakeFirst();
  return past ? notFound('left', past.name) : notFound();
}

/** The refusal of `noMembership` when the viewer is not in the circle at this moment, else null. */
export async function membershipEnded(viewer: Viewer, slug: string): Promise<Response | null> {
  const membership = await db
    .selectFrom('membership')
    .select('membership.role')
    .where(inCircleAt(slug, 'membership'))
    .where('membership.person_id', '=', viewer.personId)
    .executeTakeFirst();
  return membership ? null : noMembership(viewer, slug);
}

/** Sends a visitor to sign in and back to `request`'s page afterwards. */
export const toSignIn = (request: Request) => redirect(signInFor(request));

function signInFor(request: Request): string {
  const back = pageAddress(request.url);
  return back === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(back)}`;
}

/**
 * The sign-in ended before a form was sent: 401.
 * @param typed what it held, by name, so that its page can send it once more
 */
export function signedOut(request: Request, typed: Record<string, unknown>): Response {
  return Response.json(
    { reason: 'signed-out', typed, address: signInFor(request) },
    { status: 401 },
  );
}
