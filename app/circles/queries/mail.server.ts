import { addressOfPeople } from '#app/circles/addresses.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

/** What each mail of a circle says, read when it is sent. Null when what it was about is over. */

export async function removalToMail(departureId: number) {
  const departure = await acrossCircles(db, 'a job knows the departure alone')
    .selectFrom('departure')
    .innerJoin('circle', 'circle.id', 'departure.circle_id')
    .innerJoin('person', 'person.id', 'departure.person_id')
    .innerJoin('person as host', 'host.id', 'departure.removed_by')
    .select([
      'circle.name as circle',
      'person.name',
      'person.email',
      'departure.word',
      'host.name as host',
    ])
    .where('departure.id', '=', departureId)
    .executeTakeFirst();
  if (!departure) return null;
  const { name, email, ...said } = departure;
  return { ...said, to: { name, address: email } };
}

/** @param beforePersonId who hosted it before */
export async function newHostToMail(circleId: number, personId: number, beforePersonId: number) {
  const membership = await db
    .selectFrom('membership')
    .innerJoin('circle', 'circle.id', 'membership.circle_id')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .innerJoin('person as before', (join) => join.on('before.id', '=', beforePersonId))
    .select([
      'circle.name as circle',
      'circle.slug',
      'person.name',
      'person.email',
      'before.name as before',
    ])
    .where('circle.id', '=', circleId)
    .where('membership.person_id', '=', personId)
    .where('membership.role', '=', 'host')
    .executeTakeFirst();
  if (!membership) return null;
  const { name, email, slug, ...said } = membership;
  return { ...said, to: { name, address: email }, path: addressOfPeople(slug) };
}
