import { type OwnMail, tell } from '#app/notifications/commands/tell.server.ts';
import type { PollTold } from '#app/polls/mail/poll-told.tsx';
import type { Executor, Tx } from '#db/database.server.ts';

interface Asking {
  circleId: number;
  personId: number;
  circle: { timeZone: string };
}

/** Tells the members of a poll, all but the one who did it; each version of it once. */
export function tellOfPoll(
  tx: Tx,
  by: Asking,
  poll: { id: number; version: number; what: PollTold | 'called-off'; at: Date },
): Promise<void> {
  const { id, what, at } = poll;
  const mail: OwnMail | undefined =
    what === 'called-off'
      ? undefined
      : {
          message: 'poll-told',
          given: { pollId: id, byPersonId: by.personId, what },
          occasion: `poll:${id}:${poll.version}`,
        };
  return tell(tx, by, {
    ...{ occasion: `poll-${what}`, thing: id, detail: {}, by: by.personId, at },
    ...(mail && { mail }),
  });
}

/**
 * Tells whoever asked what became of it: everybody has answered, or its time is over. Where they are
 * in the circle no more, its facilitators are told.
 */
export async function tellAsker(
  tx: Executor,
  poll: { circleId: number; id: number; askedBy: number; version: number },
  what: 'all-answered' | 'closed',
  { by = null, at }: { by?: number | null; at: Date },
): Promise<void> {
  const asker = await tx
    .selectFrom('membership')
    .select('person_id')
    .where('circle_id', '=', poll.circleId)
    .where('person_id', '=', poll.askedBy)
    .where('role', '<>', 'member')
    .executeTakeFirst();
  await tell(
    tx,
    poll,
    {
      ...{ occasion: `poll-${what}`, thing: poll.id, detail: {}, by, at },
      mail: {
        message: 'poll-answered',
        given: { pollId: poll.id, what },
        occasion: `poll:${poll.id}:${what}:${poll.version}`,
      },
    },
    asker ? { only: [poll.askedBy] } : { roles: ['facilitator', 'host'] },
  );
}
