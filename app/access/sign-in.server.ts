import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia';
import { cookie } from '#app/platform/cookies.server.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { db } from '#db/database.server.ts';
import { viewerFrom } from './membership.server.ts';
import type { Credential, Viewer } from './proofs.ts';
import { insertSignIn, LONGEST_MS, prolongSignIn, sawSignIn } from './sign-in-rows.server.ts';
import { type SignInRow, signInRowOf } from './viewer-row.server.ts';

/**
 * Sign-ins, through Lucia 3. The only file that imports it: Lucia is no longer developed, and
 * replacing it must touch one room. Lucia's "session" is our sign_in row; its id is the token in
 * the cookie, of which the database keeps only the SHA-256. Its cookies are not used: all of the
 * product's are made in one way.
 */
declare module 'lucia' {
  interface Register {
    Lucia: Lucia;
    UserId: number;
    DatabaseSessionAttributes: { begun?: { credential: Credential; userAgent: string } };
    DatabaseUserAttributes: { row: SignInRow };
  }
}

const LIFETIME = new TimeSpan(30, 'd');
const SEEN_EVERY_MS = 15 * 60 * 1000;

const signInCookie = cookie('octavo_sign_in');

/** What a sign-in rests on ended while it was being begun or prolonged. */
class Ended extends Error {}

const nothingIfEnded = (error: unknown) => {
  if (error instanceof Ended) return null;
  throw error;
};

const adapter: Adapter = {
  async getSessionAndUser(token): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const row = await signInRowOf(hashToken(token));
    if (!row) return [null, null];
    const session = { id: token, userId: row.person_id, expiresAt: expiryFor(row), attributes: {} };
    return [session, { id: row.person_id, attributes: { row } }];
  },
  async getUserSessions(personId) {
    const rows = await db
      .selectFrom('sign_in')
      .select(['token_hash', 'expires_at'])
      .where('person_id', '=', personId)
      .execute();
    return rows.map((row) => ({
      id: row.token_hash,
      userId: personId,
      expiresAt: row.expires_at,
      attributes: {},
    }));
  },
  async setSession({ id, expiresAt, attributes: { begun } }) {
    const written = begun && (await insertSignIn({ ...begun, token: id, expiresAt }));
    if (!written) throw new Ended();
  },
  async updateSessionExpiration(token, expiresAt) {
    if (!(await prolongSignIn(token, expiresAt))) throw new Ended();
  },
  async deleteSession(token) {
    await db.deleteFrom('sign_in').where('token_hash', '=', hashToken(token)).execute();
  },
  async deleteUserSessions(personId) {
    await db.deleteFrom('sign_in').where('person_id', '=', personId).execute();
  },
  async deleteExpiredSessions() {
    await db.deleteFrom('sign_in').where('expires_at', '<=', new Date()).execute();
  },
};

const lucia = new Lucia(adapter, {
  sessionExpiresIn: LIFETIME,
  getUserAttributes: ({ row }) => ({ row }),
});

/** When a sign-in is over, whatever its use: in milliseconds since 1970. */
const endOf = (row: SignInRow) => row.created_at.getTime() + LONGEST_MS;

/**
 * A sign-in's expiry as Lucia is told it. Lucia prolongs at every request what has less than half of
 * LIFETIME left; what reaches to its end already cannot be prolonged, so Lucia is told half a
 * LIFETIME more. An expired one never comes here: the query leaves it out.
 */
function expiryFor(row: SignInRow): Date {
  const expires = row.expires_at.getTime();
  return new Date(expires < endOf(row) ? expires : expires + LIFETIME.milliseconds() / 2);
}

export interface CurrentSignIn {
  viewer: Viewer;
  token: string;
  /** a cookie to send when the sign-in was just prolonged */
  cookie: string | null;
}

/** The sign-in a Cookie header carries. One round trip, a second when it is prolonged. */
export async function currentSignIn(cookieHeader: string | null): Promise<CurrentSignIn | null> {
  const token = signInCookie.read(cookieHeader);
  if (!token) return null;
  const known = await lucia.validateSession(token).catch(nothingIfEnded);
  if (!known?.session) return null;
  const { row } = known.user as unknown as { row: SignInRow };
  if (Date.now() - row.last_seen_at.getTime() > SEEN_EVERY_MS) await sawSignIn(token);
  const left = Math.min(LIFETIME.milliseconds(), endOf(row) - Date.now());
  return {
    viewer: viewerFrom(row),
    token,
    cookie: known.session.fresh ? signInCookie.set(token, left / 1000) : null,
  };
}

/**
 * Starts a sign-in of the person whose credential was just verified.
 * @returns the Set-Cookie value; null when the credential does not hold any more
 */
export async function startSignIn(
  credential: Credential,
  userAgent: string,
): Promise<string | null> {
  const begun = { credential, userAgent: userAgent.slice(0, 300) };
  const session = await lucia.createSession(credential.personId, { begun }).catch(nothingIfEnded);
  return session && signInCookie.set(session.id, LIFETIME.seconds());
}

/** Ends one sign-in. @returns the Set-Cookie value that clears the cookie */
export async function endSignIn(token: string): Promise<string> {
  await lucia.invalidateSession(token);
  return signInCookie.clear;
}
