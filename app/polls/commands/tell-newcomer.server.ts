import { tellAll } from '#app/notifications/commands/tell.server.ts';
import type { Tx } from '#db/database.server.ts';
import { type InCircle, inCircle, joined } from '#db/in-circle.server.ts';

/** More open ones than these nobody looks through on their first day: the circle's page has them all. */
const MOST = 5;

/**
 * Tells somebody who has just joined which polls are open, each in its own line as those have it who
 * were there. It has no mail of its own: what waits comes with the next that tells of several things.
 */
export async function tellNewcomer(
  tx: Tx,
  circle: InCircle,
  personId: number,
  at: Date,
): Promise<void> {
  const polls = await tx
    .selectFrom('time_poll as poll')
    .leftJoin('time_poll_end as end', (join) => join.on(joined('end.poll_id', 'poll.id')))
    .select(['poll.id', 'poll.asked_by as by'])
    .where(inCircle(circle, 'poll'))
    .where('end.at', 'is', null)
    .where((eb) => eb.or([eb('poll.closes_at', 'is', null), eb('poll.closes_at', '>', at)]))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('time_poll_slot as slot')
          .select('slot.id')
          .where(joined('slot.poll_id', 'poll.id'))
          .where('slot.taken_away_at', 'is', null)
          .where((eb) => eb.or([eb('poll.kind', '=', 'weekly'), eb('slot.starts_at', '>', at)])),
      ),
    )
    .orderBy('poll.id', 'desc')
    .limit(MOST)
    .execute();
  await tellAll(
    tx,
    circle,
    polls.map(({ id, by }) => [
      { occasion: 'poll-opened', thing: id, detail: {}, by, at },
      { only: [personId] },
    ]),
  );
}
