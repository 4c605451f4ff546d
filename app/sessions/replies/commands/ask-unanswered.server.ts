import { sql } from 'kysely';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { DAY } from '#app/time/spans.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

/** A session that says how many it needs asks those who have not said, so many days before. */
const DAYS_BEFORE = 7;
/** Nearer than this the reminders of the session itself ask. */
const LAST_DAYS = 1;

interface Due {
  id: number;
  circle_id: number;
  starts_at: Date;
  unanswered: number[];
}

/**
 * Asks those who have not said, once a time: a session that moved is asked about again. Of two who
 * sweep at once, one asks.
 */
export async function askUnanswered({ now = new Date() }: { now?: Date } = {}): Promise<void> {
  const [from, until] = [LAST_DAYS, DAYS_BEFORE].map(
    (days) => new Date(now.getTime() + days * DAY),
  );
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<Due>`
      update session s set needs_asked_at = ${now}
      from circle c
      where c.id = s.circle_id and s.needs is not null
        and s.starts_at > ${from} and s.starts_at <= ${until}
        and (s.needs_asked_at is null or s.needs_asked_at < s.moved_at)
        and not exists (select from circle_archive a where a.circle_id = s.circle_id)
        and not exists (select from session_cancellation o
          where o.circle_id = s.circle_id and o.session_id = s.id)
      returning s.id, s.circle_id, s.starts_at, array(
        select m.person_id from membership m
        where m.circle_id = s.circle_id and not exists (select from session_reply r
          where r.circle_id = s.circle_id and r.session_id = s.id and r.person_id = m.person_id
            and (s.moved_at is null or r.replied_at >= s.moved_at))) as unanswered`.execute(
      acrossCircles(tx, 'a sweep looks at every circle'),
    );
    for (const { id, circle_id, starts_at, unanswered } of rows) {
      if (unanswered.length === 0) continue;
      const given = { sessionId: id, startsAt: starts_at.toISOString() };
      const occasion = `session-asked:${id}:${given.startsAt}`;
      await tell(
        tx,
        { circleId: circle_id },
        {
          ...{ occasion: 'session-asked', thing: id, detail: {}, by: null, at: now },
          until: starts_at,
          mail: { message: 'session-asked', given, occasion },
        },
        { only: unanswered },
      );
    }
  });
}
