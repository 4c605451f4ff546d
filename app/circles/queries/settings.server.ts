import type { Cloth, Host, Member, Viewer } from '#app/access/proofs.ts';
import { agreementOf } from '#app/circles/agreement/rows/agreements.server.ts';
import { rulesOf, USUAL_AGREEMENT } from '#app/circles/agreement/rules.ts';
import { timeZones } from '#app/time/zones.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** What the form of a new circle begins with. */
export const newCircleFor = (viewer: Viewer) => ({
  timeZone: viewer.timeZone,
  agreement: USUAL_AGREEMENT,
  zones: timeZones,
});

export async function settingsOf(host: Host) {
  const circle = await db
    .selectFrom('circle')
    .select(['name', 'purpose', 'seats', 'time_zone', 'visibility', 'cloth', 'version'])
    .where('id', '=', host.circleId)
    .executeTakeFirstOrThrow();
  return {
    name: circle.name,
    purpose: circle.purpose,
    seats: circle.seats,
    timeZone: circle.time_zone,
    visibility: circle.visibility as 'private' | 'listed',
    cloth: circle.cloth as Cloth,
    version: circle.version,
    zones: timeZones,
  };
}

/** The agreement in force, and whether the member has said “I’m in” to it, or to one before. */
export async function agreementFor(member: Member) {
  const { version, body } = await agreementOf(db, member.circleId);
  const consents = await db
    .selectFrom('agreement_consent')
    .select(['version', 'at'])
    .where(inCircle(member, 'agreement_consent'))
    .where('person_id', '=', member.personId)
    .orderBy('version', 'desc')
    .limit(1)
    .execute();
  const [last] = consents;
  return {
    version,
    body,
    rules: rulesOf(body),
    consented: last?.version === version ? last.at.toISOString() : null,
    /** they agreed to an earlier version: it changed since */
    changed: last !== undefined && last.version !== version,
  };
}
