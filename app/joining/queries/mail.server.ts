import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

const JOB = 'a job knows what it mails about by its id alone';

/**
 * What each mail about joining a circle says, read when it is sent. Null when what it was about is over: a
 * withdrawn invitation or a lapsed offer is not announced.
 */

/** An invitation that is still open. */
export async function invitationToMail(invitationId: number) {
  const invitation = await acrossCircles(db, JOB)
    .selectFrom('invitation')
    .innerJoin('circle', 'circle.id', 'invitation.circle_id')
    .innerJoin('person', 'person.id', 'invitation.invited_by')
    .select([
      'invitation.email',
      'invitation.word',
      'invitation.expires_at',
      'circle.name as circle',
      'circle.purpose',
      'circle.time_zone',
      'person.name as host',
    ])
    .where('invitation.id', '=', invitationId)
    .executeTakeFirst();
  return invitation ?? null;
}

export async function requestToMail(requestId: number) {
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
    .where('join_request.decided_at', 'is', null)
    .executeTakeFirst();
  return request ?? null;
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
    .where('join_request.id', '=', requestId)
    .where('join_request.decision', 'in', ['accepted', 'declined'])
    .executeTakeFirst();
  return answer ?? null;
}

export async function placeToMail(placeId: number) {
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
  return place ? { ...place, ahead: place.ahead ?? 0 } : null;
}
