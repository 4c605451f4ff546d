import type { Credential } from '#app/access/proofs.ts';
import {
  createAccount,
  markEmailConfirmed,
  requestEmailConfirmation,
} from '#app/accounts/commands/create-account.server.ts';
import { signInWithPassword } from '#app/accounts/commands/sign-in.server.ts';
import { sameAddress } from '#app/accounts/rules/accounts.ts';
import { type Seating, standingOf } from '#app/circles/rows/seating.server.ts';
import { lockedCircle } from '#app/circles/rows/seats.server.ts';
import { newcomers } from '#app/joining/limits.server.ts';
import { circleBehind, type Key, wayIn, wayInFor } from '#app/joining/rows/openings.server.ts';
import { network } from '#app/platform/limits/rate-limit.server.ts';
import { db } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { enter, joinAs } from './join.server.ts';

export interface Newcomer {
  name: string;
  email: string;
  password: string;
  timeZone: string;
  agreementVersion: number;
}

export type NewcomerOutcome =
  | { ok: true; credential: Credential; slug: string; seating: Seating }
  | { ok: false; reason: 'gone' | 'archived' | 'agreement-changed' | 'no-account' | 'about-owner' }
  | { ok: false; reason: 'limited'; retryAfter: number };

interface From {
  ip: string;
  cookies: string | null;
}

/**
 * Makes an account and joins with it, at once or not at all. An address that has an account joins
 * as that account when the password is its password (the same form sent twice, or someone who forgot
 * that they have one); otherwise the answer is `no-account`, whatever the reason.
 */
export async function joinAsNewcomer(
  key: Key,
  newcomer: Newcomer,
  from: From,
): Promise<NewcomerOutcome> {
  const allowance = await newcomers.take(network(from.ip));
  if (!allowance.ok) return { ...allowance, reason: 'limited' };
  const made = await makeAndJoin(key, newcomer);
  if (made.ok || (made.reason !== 'gone' && made.reason !== 'no-account')) return made;
  if (made.reason === 'gone' && (await circleBehind(db, key)) === null) return made;
  const known = await signInWithPassword(newcomer, from);
  if (!known.ok) return known.reason === 'limited' ? known : made;
  const joined = await joinAs(known.personId, key, newcomer.agreementVersion);
  return joined.ok ? { ...joined, credential: known } : joined;
}

/** Takes a new account back when its joining is refused after all. */
class Undone extends Error {
  constructor(readonly outcome: NewcomerOutcome) {
    super('undone');
  }
}

async function makeAndJoin(key: Key, newcomer: Newcomer): Promise<NewcomerOutcome> {
  const attempt = db.transaction().execute(async (tx): Promise<NewcomerOutcome> => {
    const now = new Date();
    const seen = await wayInFor(tx, key, null, now);
    if (!seen) return { ok: false, reason: 'gone' };
    const account = await createAccount(tx, newcomer);
    if (!account.ok) {
      return {
        ok: false,
        reason: account.reason === 'email-taken' ? 'no-account' : 'about-owner',
      };
    }
    const { personId } = account;
    const circle = await lockedCircle(tx)
      .where('circle.id', '=', seen.circleId)
      .executeTakeFirstOrThrow();
    const [standing, opening] = await together(tx, (at) => [
      standingOf(at, circle, personId, now),
      wayIn[seen.kind](at, key, personId, now),
    ]);
    if (!opening) throw new Undone({ ok: false, reason: 'gone' });
    const { agreementVersion } = newcomer;
    const entered = await enter(
      tx,
      { circle, standing, opening },
      { personId, agreementVersion },
      now,
    );
    if (!entered.ok) throw new Undone(entered);
    const { email } = newcomer;
    // Who followed the link in a mail to this very address has shown that they read it.
    if (opening.provesAddress && sameAddress(email, opening.email)) {
      await markEmailConfirmed(tx, personId, email);
    } else {
      await requestEmailConfirmation(tx, personId, email);
    }
    return { ...entered, credential: account };
  });
  return attempt.catch((error: unknown) => {
    if (error instanceof Undone) return error.outcome;
    throw error;
  });
}
