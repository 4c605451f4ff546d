import { addressOfCircle } from '#app/circles/addresses.ts';
import { placeState } from '#app/circles/rules/circles.ts';
import { addressOfRequests, addressOfSeat } from '#app/joining/addresses.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { inCircleOfRow } from '#db/in-circle.server.ts';

const JOB = 'a job knows what it mails about by its id alone';

/**
 * What each mail about joining a circle says, read when it is sent. Null when what it was about is over: a
 * withdrawn invitation or a lapsed offer is not announced.
 */

/** @param token of an invitation that is still open */
export async function invitationToMail(invitationId: number, token: string) {
  const invitation = await acrossCircles(db, JOB)
    .selectFrom('invitation')
    .innerJoin('circle', 'circle.id', 'invitation.circle_id')
    .innerJoin('person', 'person.id', 'invitation.invited_by')
    .select([
      'invitation.email',
      'invitation.name',
      'invitation.word',
      'invitation.expires_at',
      'circle.name as circle',
      'circle.purpose',
      'circle.time_zone',
      'person.name as host',
    ])
    .where('invitation.id', '=', invitationId)
    .executeTakeFirst();
  if (!invitation) return null;
  const { email, name, expires_at, time_zone, ...said } = invitation;
  const to = { name, address: email };
  return { ...said, to, until: expires_at.toISOString(), zone: time_zone, token };
}

/** @param personId who hosts the circle: whoever handed it over since is not asked */
export async function requestToMail(requestId: number, personId: number) {
  const request = await acrossCircles(db, JOB)
    .selectFrom('join_request')
    .innerJoin('circle', 'circle.id', 'join_request.circle_id')
    .innerJoin('person as asker', 'asker.id', 'join_request.person_id')
    .innerJoin('membership', (join) =>
      join.onRef('membership.circle_id', '=', 'circle.id').on('membership.role', '=', 'host'),
    )
    .innerJoin('person as host', 'host.id', 'membership.person_id')
    .select([
      'circle.name as circle',
      'circle.slug',
      'asker.name as asker',
      'host.name as host_name',
      'host.email as host_email',
    ])
    .where('join_request.id', '=', requestId)
    .where('host.id', '=', personId)
    .where('join_request.decided_at', 'is', null)
    .executeTakeFirst();
  if (!request) return null;
  const { circle, asker, slug, host_name, host_email } = request;
  const to = { name: host_name, address: host_email };
  return { circle, asker, to, path: addressOfRequests(slug) };
}

export async function answerToMail(requestId: number) {
  const answer = await acrossCircles(db, JOB)
    .selectFrom('join_request')
    .innerJoin('circle', 'circle.id', 'join_request.circle_id')
    .innerJoin('person', 'person.id', 'join_request.person_id')
    .leftJoin('person as host', 'host.id', 'join_request.decided_by')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.circle_id', '=', 'join_request.circle_id')
        .onRef('membership.person_id', '=', 'join_request.person_id'),
    )
    .select([
      'circle.name as circle',
      'circle.slug',
      'person.name',
      'person.email',
      'join_request.decision',
      'join_request.answer',
      'host.name as host',
      'membership.role',
    ])
    .where(inCircleOfRow('join_request', { of: 'join_request', id: requestId }))
    .where('join_request.id', '=', requestId)
    .where('join_request.decision', 'in', ['accepted', 'declined'])
    .executeTakeFirst();
  if (!answer) return null;
  const { circle, slug, decision, role } = answer;
  const outcome: 'seated' | 'waiting' | 'declined' =
    decision !== 'accepted' ? 'declined' : role ? 'seated' : 'waiting';
  return {
    circle,
    outcome,
    to: { name: answer.name, address: answer.email },
    host: answer.host ?? 'The host',
    word: answer.answer,
    path: role ? addressOfCircle(slug) : addressOfSeat(slug),
  };
}

async function placeToMail(placeId: number) {
  const place = await acrossCircles(db, JOB)
    .selectFrom('waiting_place')
    .innerJoin('circle', 'circle.id', 'waiting_place.circle_id')
    .innerJoin('person', 'person.id', 'waiting_place.person_id')
    .select((eb) => [
      'circle.name as circle',
      'circle.slug',
      'person.name',
      'person.email',
      'person.time_zone',
      'waiting_place.outcome',
      'waiting_place.offered_at',
      'waiting_place.offer_expires_at',
      'waiting_place.ended_at',
      eb
        .selectFrom('waiting_place as before')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('before.circle_id', '=', 'waiting_place.circle_id')
        .whereRef('before.id', '<', 'waiting_place.id')
        .where('before.ended_at', 'is', null)
        .as('ahead'),
    ])
    .where('waiting_place.id', '=', placeId)
    .executeTakeFirst();
  if (!place) return null;
  return {
    circle: place.circle,
    to: { name: place.name, address: place.email },
    zone: place.time_zone,
    path: addressOfSeat(place.slug),
    ahead: place.ahead ?? 0,
    until: place.offer_expires_at?.toISOString() ?? null,
    state: placeState(place, new Date()),
    outcome: place.outcome,
  };
}

export async function offerToMail(placeId: number) {
  const place = await placeToMail(placeId);
  if (place?.state !== 'offered' || place.until === null) return null;
  return { ...place, until: place.until };
}

export async function waitingToMail(placeId: number) {
  const place = await placeToMail(placeId);
  return place?.state === 'waiting' ? place : null;
}

export async function lineRemovalToMail(placeId: number) {
  const place = await placeToMail(placeId);
  return place?.outcome === 'removed' ? place : null;
}
