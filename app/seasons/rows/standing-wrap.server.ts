import { sql } from 'kysely';
import type { Answer, Answered } from '#app/seasons/rules/seasons.ts';
import { todayIn } from '#app/time/days.ts';
import type { Executor, Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export interface StandingWrap {
  openedAt: Date;
  answerBy: Date;
  zone: string;
  listOpened: boolean;
  /** its circle is archived: its day does not end */
  rests: boolean;
}

/** Whether everyone may see who stays; a deadline shows it also before its job has run. */
export const isListOpen = ({ listOpened, answerBy, rests }: StandingWrap, now: Date) =>
  listOpened || (!rests && now >= answerBy);

interface WrapRow extends Ending {
  opened_at: Date;
  answer_by: Date;
  time_zone: string;
  list_opened: boolean;
  rests: boolean;
}

/** What tells whether a reading is over. */
export interface Ending {
  ends_on: string;
  circle_zone: string;
  ended: boolean;
}

/** Its columns, of `reading r`: the zone is the circle's. */
export const ownEnding = sql`r.ends_on::text as ends_on,
  exists (select from reading_end e where e.circle_id = r.circle_id and e.reading_id = r.id) as ended`;

/** All of them, of `circle c`, too. The database may not know a zone that we can read. */
export const ending = sql`${ownEnding}, c.time_zone as circle_zone`;

/** A reading is over: ended, or its last day past in the circle's zone. */
export const isOver = ({ ends_on, circle_zone, ended }: Ending, now: Date) =>
  ended || ends_on < todayIn(circle_zone, now);

/** The wrap of a reading that is over; null when there is none, or the reading goes on again. */
export async function standingWrap(
  from: Executor,
  { circleId }: { circleId: number },
  readingId: number,
  now: Date,
): Promise<StandingWrap | null> {
  const { rows } = await sql<WrapRow>`
    select w.opened_at, w.answer_by, w.time_zone, exists (select from list_opening l
      where l.circle_id = w.circle_id and l.reading_id = w.reading_id) as list_opened,
      exists (select from circle_archive a where a.circle_id = w.circle_id) as rests, ${ending}
    from wrap w
    join reading r on r.circle_id = w.circle_id and r.id = w.reading_id
    join circle c on c.id = w.circle_id
    where w.circle_id = ${circleId} and w.reading_id = ${readingId}`.execute(from);
  const [row] = rows;
  if (!row || !isOver(row, now)) return null;
  const { opened_at, answer_by, time_zone, list_opened, rests } = row;
  return {
    ...{ openedAt: opened_at, answerBy: answer_by, zone: time_zone, listOpened: list_opened },
    rests,
  };
}

/** The same, held: answers, the opening of the list and the wrap's end wait for one another. */
export async function lockWrap(
  tx: Tx,
  circle: { circleId: number },
  readingId: number,
  now: Date,
): Promise<StandingWrap | null> {
  await tx
    .selectFrom('wrap')
    .select('reading_id')
    .where(inCircle(circle, 'wrap'))
    .where('reading_id', '=', readingId)
    .forUpdate()
    .execute();
  return standingWrap(tx, circle, readingId, now);
}

/** What members said; for the rules alone: before the list opens it is shown to nobody else. */
export async function answersTo(
  from: Executor,
  { circleId }: { circleId: number },
  readingId: number,
): Promise<Answered[]> {
  const rows = await from
    .selectFrom('recommitment')
    .select(['person_id', 'answer'])
    .where(inCircle({ circleId }, 'recommitment'))
    .where('reading_id', '=', readingId)
    .execute();
  return rows.map(({ person_id, answer }) => ({ personId: person_id, answer: answer as Answer }));
}

/** The members who can answer: those whose account is open, by name. */
export async function whoCanAnswer(
  from: Executor,
  { circleId }: { circleId: number },
): Promise<{ id: number; name: string }[]> {
  return from
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
    .select(['person.id', 'person.name'])
    .where(inCircle({ circleId }, 'membership'))
    .where('closed.person_id', 'is', null)
    .orderBy(sql`search_key(person.name) collate "C"`)
    .orderBy('person.id')
    .execute();
}
