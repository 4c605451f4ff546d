import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia';
import { siteIsHttps } from '#app/platform/links.server.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { db } from '#db/database.server.ts';
import { viewerFrom } from './membership.server.ts';
import type { Viewer } from './proofs.ts';
import { type SignInRow, signInRowOf } from './viewer-row.server.ts';

/**
 * Sign-ins, through Lucia 3. The only file that imports it: Lucia is no longer developed, and
 * replacing it must touch one room. Lucia's "session" is our sign_in row; its id is the token in
 * the cookie, of which the database keeps only the SHA-256.
 */
declare module 'lucia' {
  interface Register {
    Lucia: Lucia;
    UserId: number;
    DatabaseSessionAttributes: { userAgent: string };
    DatabaseUserAttributes: { row: SignInRow };
  }
}

const LIFETIME = new TimeSpan(30, 'd');
const SEEN_EVERY_MS = 15 * 60 * 1000;

const adapter: Adapter = {
  async getSessionAndUser(token): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const row = await signInRowOf(hashToken(token));
    if (!row) return [null, null];
    return [
      {
        id: token,
        userId: row.person_id,
        expiresAt: row.expires_at,
        attributes: { userAgent: '' },
      },
      { id: row.person_id, attributes: { row } },
    ];
  },
  async getUserSessions(personId) {
    const rows = await signInsOf(personId);
    return rows.map((row) => ({
      id: row.token_hash,
      userId: personId,
      expiresAt: row.expires_at,
      attributes: { userAgent: row.user_agent },
    }));
  },
  async setSession(session) {
    await db
      .insertInto('sign_in')
      .values({
        token_hash: hashToken(session.id),
        person_id: session.userId,
        expires_at: session.expiresAt,
        user_agent: session.attributes.userAgent,
      })
      .execute();
  },
  async updateSessionExpiration(token, expiresAt) {
    await db
      .updateTable('sign_in')
      .set({ expires_at: expiresAt })
      .where('token_hash', '=', hashToken(token))
      .execute();
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
  sessionCookie: {
    name: 'octavo_sign_in',
    attributes: { secure: siteIsHttps, sameSite: 'lax', path: '/' },
  },
  getUserAttributes: ({ row }) => ({ row }),
});

export interface CurrentSignIn {
  viewer: Viewer;
  token: string;
  /** a cookie to send when the sign-in was just prolonged */
  cookie: string | null;
}

/** The sign-in a Cookie header carries. One round trip, a second when it is prolonged. */
export async function currentSignIn(cookieHeader: string | null): Promise<CurrentSignIn | null> {
  const token = lucia.readSessionCookie(cookieHeader ?? '');
  if (!token) return null;
  const { session, user } = await lucia.validateSession(token);
  if (!session) return null;
  const { row } = user as unknown as { row: SignInRow };
  if (Date.now() - row.last_seen_at.getTime() > SEEN_EVERY_MS) {
    await db
      .updateTable('sign_in')
      .set({ last_seen_at: new Date() })
      .where('token_hash', '=', row.token_hash)
      .execute();
  }
  return {
    viewer: viewerFrom(row),
    token,
    cookie: session.fresh ? lucia.createSessionCookie(token).serialize() : null,
  };
}

/** Starts a sign-in. @returns the Set-Cookie value */
export async function startSignIn(personId: number, userAgent: string): Promise<string> {
  const session = await lucia.createSession(personId, { userAgent: userAgent.slice(0, 300) });
  return lucia.createSessionCookie(session.id).serialize();
}

/** Ends one sign-in. @returns the Set-Cookie value that clears the cookie */
export async function endSignIn(token: string): Promise<string> {
  await lucia.invalidateSession(token);
  return lucia.createBlankSessionCookie().serialize();
}

export function signInsOf(personId: number) {
  return db
    .selectFrom('sign_in')
    .select(['token_hash', 'created_at', 'last_seen_at', 'expires_at', 'user_agent'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', new Date())
    .orderBy('last_seen_at', 'desc')
    .execute();
}

/** Ends every sign-in of a person but, when given, the one of `exceptToken`. */
export async function endSignInsOf(personId: number, exceptToken?: string): Promise<void> {
  await db
    .deleteFrom('sign_in')
    .where('person_id', '=', personId)
    .$if(exceptToken !== undefined, (q) =>
      q.where('token_hash', '!=', hashToken(exceptToken ?? '')),
    )
    .execute();
}

/** Ends one of a person's sign-ins by its stored hash. @returns false when it is not theirs */
export async function endSignInByHash(personId: number, tokenHash: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('sign_in')
    .where('person_id', '=', personId)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export const endExpiredSignIns = () => lucia.deleteExpiredSessions();
