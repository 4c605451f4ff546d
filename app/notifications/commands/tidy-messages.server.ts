import { messagesOn } from '#app/notifications/rows/messages.server.ts';
import { daysAfter } from '#app/time/spans.ts';
import { db } from '#db/database.server.ts';

/** For how long it is known that a message was sent: nobody is told of the same thing again. */
const KEPT_DAYS = 90;
const GIVEN_UP_DAYS = 365;

/** Removes messages that ended long ago. What waits stays, however long. */
export async function tidyMessages({ now = new Date() } = {}): Promise<void> {
  await messagesOn(db)
    .deleteFrom('message')
    .where('made_at', '<', daysAfter(now, -KEPT_DAYS))
    .where(({ eb, or }) =>
      or([
        eb('sent_at', '<', daysAfter(now, -KEPT_DAYS)),
        eb('dropped_at', '<', daysAfter(now, -KEPT_DAYS)),
        eb('failed_at', '<', daysAfter(now, -GIVEN_UP_DAYS)),
      ]),
    )
    .execute();
}
