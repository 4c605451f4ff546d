import { sql } from 'kysely';
import { tell } from '#app/notifications/commands/tell.server.ts';
import {
  type ToTellPeople,
  tellPeopleAll,
} from '#app/notifications/commands/tell-people.server.ts';
import { daysAfter } from '#app/time/spans.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Tx } from '#db/database.server.ts';

/** Who waits longer for a digest hears of an ask to them alone at once: two days later they are asked again. */
const HEARD_WITHIN_DAYS = 2;

interface Reach {
  id: number;
  kind: 'session' | 'person' | 'circle' | 'site';
  asker: number;
  circleId: number | null;
  personId: number | null;
  /** of a circle: members who are not told, as it reached them before or one keeps the other out */
  except: number[];
}

const BLOCKED = sql`exists (select from person_block b
  where (b.person_id = a.asker_id and b.blocked_id = p.id)
    or (b.person_id = p.id and b.blocked_id = a.asker_id))`;

/** What went before tells its people already; whoever is asked alone is told of that, too. */
const reachedBefore = (circles: number[]) => sql`
  exists (select from ask_reach e where e.ask_id = r.ask_id and e.id <> r.id
    and (e.id < r.id or e.person_id is not null) and (e.person_id = p.id or exists (
      select from membership m where m.circle_id = e.circle_id
        and m.circle_id = any(${circles}::bigint[]) and m.person_id = p.id)))`;

/** @param circles the ids of all circles it went to */
const reaches = (askId: number, circles: number[]) => sql<Reach>`
  select r.id, r.kind, a.asker_id as asker, r.circle_id as "circleId", r.person_id as "personId",
    case when r.person_id is null then array(
      select p.id from membership mine join person p on p.id = mine.person_id
      where mine.circle_id = r.circle_id and mine.circle_id = any(${circles}::bigint[])
        and (${BLOCKED} or ${reachedBefore(circles)}))
    else array(select p.id from person p where p.id = r.person_id
      and (${BLOCKED} or r.kind = 'site' and ${reachedBefore(circles)})) end as except
  from ask_reach r join ask a on a.id = r.ask_id
  where r.ask_id = ${askId} order by r.id`;

/**
 * Tells those of an ask to whom it has just gone: a circle in the circle, everybody else between
 * people, and who is asked alone by a mail of its own, from which they can answer.
 * @param reachIds rows of `ask_reach`, written before
 */
export const tellOfAsk = (
  tx: Tx,
  askId: number,
  reachIds: readonly number[],
  now: Date,
): Promise<void> => tellReached(tx, askId, (id) => reachIds.includes(id), false, now);

/** Tells everybody whom an ask reached before that it is open again. */
export const tellOfReopening = (tx: Tx, askId: number, now: Date): Promise<void> =>
  tellReached(tx, askId, () => true, true, now);

async function tellReached(
  tx: Tx,
  askId: number,
  goes: (reachId: number) => boolean,
  again: boolean,
  at: Date,
): Promise<void> {
  const everywhere = acrossCircles(tx, 'an ask goes to several circles, and to people of none');
  const went = await everywhere
    .selectFrom('ask_reach')
    .select('circle_id')
    .where('ask_id', '=', askId)
    .execute();
  const circles = went.flatMap(({ circle_id }) => circle_id ?? []);
  const { rows } = await reaches(askId, circles).execute(everywhere);
  const between: ToTellPeople[] = [];
  for (const { id, kind, asker, circleId, personId, except } of rows) {
    if (!goes(id)) continue;
    const happened = { thing: askId, detail: { again }, by: asker, at };
    if (circleId !== null) {
      await tell(tx, { circleId }, { occasion: 'ask-to-circle', ...happened }, { except });
    } else if (personId !== null && !except.includes(personId)) {
      const direct = kind === 'person' && {
        until: daysAfter(at, HEARD_WITHIN_DAYS),
        mail: mailOfAsk(askId, id, again ? at : null),
      };
      between.push([[personId], { occasion: 'ask-to-you', ...happened, ...direct }]);
    }
  }
  await tellPeopleAll(tx, between);
}

/**
 * The mail of an ask to somebody alone.
 * @param again when they hear of it once more; null the first time
 */
export const mailOfAsk = (askId: number, reachId: number, again: Date | null) => ({
  message: 'ask-received' as const,
  given: { askId, again: again !== null },
  occasion: `ask:${askId}:${reachId}${again ? `:${again.toISOString()}` : ''}`,
});

/**
 * Tells who was asked alone, and who answered or asked something, that an ask is closed. Whoever was
 * taken up on it has a conversation.
 * @param by who closed it; null when it closed by itself
 */
export async function tellOfClosing(tx: Tx, askId: number, by: number | null, at: Date) {
  const { rows } = await sql<{ id: number }>`
    select p.id from person p where exists (select from ask_reach r
        where r.ask_id = ${askId} and r.kind = 'person' and r.person_id = p.id)
      or exists (select from offer o where o.ask_id = ${askId} and o.helper_id = p.id
        and o.state in ('made', 'not_now') and o.set_aside_at is null)
      or exists (select from ask_question q where q.ask_id = ${askId} and q.person_id = p.id)
    except select o.helper_id from offer o where o.ask_id = ${askId}
      and (o.state in ('taken', 'withdrawn') or o.set_aside_at is not null)
    order by id`.execute(acrossCircles(tx, 'whom an ask reached is asked by the ask'));
  const people = rows.map(({ id }) => id);
  await tellPeopleAll(tx, [[people, { occasion: 'ask-ended', thing: askId, detail: {}, by, at }]]);
}
