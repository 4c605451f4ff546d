import type { Viewer } from '#app/access/proofs.ts';
import { addressOfPicture } from '#app/accounts/addresses.ts';
import { sameAddress } from '#app/accounts/rules/accounts.ts';
import { browserInWords } from '#app/accounts/rules/browser.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { likelyZones, timeZones } from '#app/time/zones.server.ts';
import { db } from '#db/database.server.ts';

/** The viewer's own account, as its page shows it. */
export async function accountOf(viewer: Viewer) {
  const now = new Date();
  const [profile, waiting, { count }] = await Promise.all([
    db
      .selectFrom('person')
      .leftJoin('person_picture', 'person_picture.person_id', 'person.id')
      .select(['name', 'what_i_do', 'company', 'time_zone', 'ask_me_about', 'version', 'hash'])
      .where('person.id', '=', viewer.personId)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('account_link')
      .select('email')
      .where('person_id', '=', viewer.personId)
      .where('purpose', '=', 'confirm-email')
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .orderBy('created_at', 'desc')
      .executeTakeFirst(),
    db
      .selectFrom('sign_in')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('person_id', '=', viewer.personId)
      .where('expires_at', '>', now)
      .executeTakeFirstOrThrow(),
  ]);
  const newEmail = waiting?.email ?? null;
  return {
    name: profile.name,
    whatIDo: profile.what_i_do,
    company: profile.company,
    timeZone: profile.time_zone,
    askMeAbout: profile.ask_me_about,
    version: profile.version,
    picture: profile.hash && addressOfPicture(viewer.personId, profile.hash),
    email: viewer.email,
    emailConfirmed: viewer.emailConfirmed,
    /** an address that takes the place of the current one once it is confirmed */
    newEmail: newEmail && !sameAddress(newEmail, viewer.email) ? newEmail : null,
    signIns: count,
  };
}

/** The viewer's sign-ins, the one of this browser first. @param token of this browser's sign-in */
export async function signInsOf(viewer: Viewer, token: string) {
  const rows = await db
    .selectFrom('sign_in')
    .select(['token_hash', 'created_at', 'last_seen_at', 'user_agent'])
    .where('person_id', '=', viewer.personId)
    .where('expires_at', '>', new Date())
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute();
  const current = hashToken(token);
  return rows
    .map((row) => ({
      id: row.token_hash,
      browser: browserInWords(row.user_agent),
      since: row.created_at.toISOString(),
      lastSeen: row.last_seen_at.toISOString(),
      isThisOne: row.token_hash === current,
    }))
    .sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
}

/** The time zones a form offers, and where somebody may be by their browser's languages. */
export const timeZonesToChoose = ({ headers }: Request) => ({
  zones: timeZones,
  likelyZones: likelyZones(headers.get('accept-language')),
});
