import { sql } from 'kysely';
import { anybodyReads } from '#app/mentoring/asks/rows/anybody-reads.server.ts';
import { theirs } from '#app/mentoring/asks/rows/ask-row.server.ts';
import { breakSilence } from '#app/mentoring/asks/rows/break-silence.server.ts';
import { tellOfClosing } from '#app/mentoring/asks/rows/tell-of-ask.server.ts';
import { type AskState, askAfter } from '#app/mentoring/asks/rules/ask.ts';
import {
  ageBrings,
  NUDGE_EVERY_DAYS,
  OPEN_DAYS,
  PATIENCE_DAYS,
} from '#app/mentoring/asks/rules/silence.server.ts';
import { tellPeople } from '#app/notifications/commands/tell-people.server.ts';
import { daysAfter } from '#app/time/spans.ts';
import { db, type Tx } from '#db/database.server.ts';

/**
 * Every hour: whoever was asked alone hears once more, then their asker hears that no answer came; open
 * asks that anybody reads nudge their asker each week, and all close after four. Each once,
 * however many sweep at a time, however long none did, and whatever the clock does.
 */
export async function turnAsks({ now = new Date() } = {}): Promise<void> {
  for (const id of await due(now)) await db.transaction().execute((tx) => turn(tx, id, now));
}

/** Open asks that something may be due of: what it is, is seen when each is locked. */
async function due(now: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select a.id from ask a
    where a.state = 'open' and (
      a.opened_at <= ${daysAfter(now, -OPEN_DAYS)}
      or a.opened_at <= ${now}::timestamptz
        - (a.nudges + 1) * ${sql.raw(`interval '${NUDGE_EVERY_DAYS} days'`)}
      or exists (select from ask_reach r where r.ask_id = a.id and r.kind = 'person'
        and r.unanswered_at is null
        and coalesce(r.nudged_at, r.at) <= ${daysAfter(now, 1 - PATIENCE_DAYS)}))
    order by a.id`.execute(theirs(db));
  return rows.map(({ id }) => id);
}

async function turn(tx: Tx, askId: number, now: Date): Promise<void> {
  const ask = await theirs(tx)
    .selectFrom('ask')
    .select(['id', 'asker_id', 'state', 'opened_at', 'nudges'])
    .where('id', '=', askId)
    .forUpdate()
    .executeTakeFirst();
  if (ask?.state !== 'open' || !ask.opened_at) return;
  const age = ageBrings(ask.opened_at, ask.nudges, now);
  if (age?.act === 'expire') return expire(tx, ask, now);
  await breakSilence(tx, ask.id, ask.asker_id, ask.opened_at, now);
  if (!age) return;
  const { nudges } = age;
  await theirs(tx).updateTable('ask').set({ nudges }).where('id', '=', askId).execute();
  // Who left the only circle they asked in has nobody to wait for.
  if (!(await anybodyReads(tx, askId))) return;
  await tellPeople(tx, [ask.asker_id], {
    ...{ occasion: 'ask-still-open', thing: askId, by: null, at: now },
    detail: { days: nudges * NUDGE_EVERY_DAYS },
  });
}

async function expire(tx: Tx, ask: { id: number; asker_id: number; state: string }, now: Date) {
  const state = askAfter(ask.state as AskState, 'expire');
  if (state === null) return;
  await theirs(tx)
    .updateTable('ask')
    .set(({ eb }) => ({
      ...{ state, closed_at: now, closed_as: 'expired' },
      version: eb('version', '+', 1),
    }))
    .where('id', '=', ask.id)
    .execute();
  await tellOfClosing(tx, ask.id, null, now);
  await tellPeople(tx, [ask.asker_id], {
    ...{ occasion: 'ask-expired', thing: ask.id, detail: {}, by: null, at: now },
  });
}
