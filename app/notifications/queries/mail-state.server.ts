import { messagesOn, waitingMessages } from '#app/notifications/rows/messages.server.ts';
import { daysAfter } from '#app/time/spans.ts';
import type { Executor } from '#db/database.server.ts';

/** How the mail of this site does. It names nobody. */
export interface MailState {
  waiting: number;
  /** of those that wait, the ones that were tried in vain, and what was said last; null for none */
  failing: { count: number; error: string; at: Date } | null;
  /** tried too often in vain, or refused: nobody tries them again */
  givenUp: number;
}

export async function mailState(on: Executor): Promise<MailState> {
  const last = await waitingMessages(on)
    .select(({ fn }) => [
      fn.countAll<number>().over().as('waiting'),
      fn.count<number>('tried_at').over().as('failing'),
      'tried_at',
      'said',
    ])
    .orderBy('tried_at', (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst();
  const { givenUp } = await messagesOn(on)
    .selectFrom('message')
    .select(({ fn }) => fn.countAll<number>().as('givenUp'))
    .where('failed_at', 'is not', null)
    .executeTakeFirstOrThrow();
  const { waiting = 0, failing = 0, tried_at = null, said = '' } = last ?? {};
  return {
    ...{ waiting, givenUp },
    failing: tried_at && { count: failing, error: said, at: tried_at },
  };
}

/** How many messages of this week were sent within the last day. */
export async function sentInADay(on: Executor, now: Date): Promise<number> {
  const { sent } = await messagesOn(on)
    .selectFrom('message')
    .select(({ fn }) => fn.countAll<number>().as('sent'))
    // For the index: nothing is tried for longer.
    .where('made_at', '>', daysAfter(now, -7))
    .where('sent_at', '>', daysAfter(now, -1))
    .executeTakeFirstOrThrow();
  return sent;
}
