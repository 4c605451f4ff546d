import { sql } from 'kysely';
import type { Cloth, Host, Member, Viewer } from '#app/access/proofs.ts';
import { rulesOf, USUAL_AGREEMENT } from '#app/circles/agreement/rules.ts';
import { timeZones } from '#app/time/zones.server.ts';
import { db } from '#db/database.server.ts';

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
export async function agreementFor({ circleId, personId }: Member) {
  const { rows } = await sql<{ version: number; body: string; said: number | null; at: Date }>`
    select g.version, g.body, c.version as said, c.at
    from agreement g left join lateral (
      select version, at from agreement_consent
      where circle_id = g.circle_id and person_id = ${personId} order by version desc limit 1
    ) c on true
    where g.circle_id = ${circleId} order by g.version desc limit 1`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('A circle has no agreement.');
  const { version, body, said, at } = row;
  return {
    version,
    body,
    rules: rulesOf(body),
    consented: said === version ? at.toISOString() : null,
    /** they agreed to an earlier version: it changed since */
    changed: said !== null && said !== version,
  };
}
