import type { Member } from '#app/access/proofs.ts';
import { sectionsOf } from '#app/books/queries/books.server.ts';
import { planSoFar, saidIn } from '#app/reading/progress/queries/own-progress.server.ts';
import { nothingSaid } from '#app/reading/progress/rules/line.ts';
import type { ReadingView } from '#app/reading/queries/reading-view.ts';
import {
  answersTo,
  isListOpen,
  type StandingWrap,
  standingWrap,
  whoCanAnswer,
} from '#app/seasons/rows/standing-wrap.server.ts';
import { answeredOf, isAnswer, isStillReading, saysHowMany } from '#app/seasons/rules/seasons.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';
import { seasonNumbers } from './season-numbers.server.ts';
import type { OwnTakeaway, Recommitting, TakeawayView } from './wrap-view.ts';

/** The end of a reading as a member sees it; null when its wrap is not open. */
export async function wrapPage(member: Member, reading: ReadingView, { now = new Date() } = {}) {
  const wrap = await standingWrap(db, member, reading.id, now);
  if (!wrap) return null;
  const { startsOn, endedOn } = reading;
  const [takeaways, recommitting, numbers] = await Promise.all([
    takeawaysOf(member, reading),
    recommittingOf(member, reading, wrap, now),
    seasonNumbers(member, { startsOn, endsOn: endedOn ?? reading.endsOn }, now),
  ]);
  return { ...takeaways, recommitting, numbers };
}

export type WrapPage = NonNullable<Awaited<ReturnType<typeof wrapPage>>>;

/** Own takeaway, and the others'. Of those that are folded no text leaves the database. */
async function takeawaysOf(member: Member, reading: ReadingView) {
  const [reads, opening, mine] = await Promise.all([
    stillReads(member, reading),
    db
      .selectFrom('takeaway_opening')
      .select('opened_at')
      .where(inCircle(member, 'takeaway_opening'))
      .where('reading_id', '=', reading.id)
      .where('person_id', '=', member.personId)
      .executeTakeFirst(),
    ownTakeaway(member, reading.id),
  ]);
  const opened = opening !== undefined;
  const folded = reads && !opened ? await countOthers(member, reading.id) : 0;
  const others = reads && !opened ? [] : await othersTakeaways(member, reading.id);
  return { mine, others, folded, openedEarly: reads && opened };
}

/** Those that were not taken back. */
const standingTakeaways = (circleId: number) =>
  db
    .selectFrom('takeaway')
    .leftJoin('takeaway_removal as removal', (join) =>
      join
        .on(joined('removal.reading_id', 'takeaway.reading_id'))
        .onRef('removal.person_id', '=', 'takeaway.person_id'),
    )
    .where(inCircle({ circleId }, 'takeaway'))
    .where('removal.at', 'is', null);

const ofOthers = ({ circleId, personId }: Member, readingId: number) =>
  standingTakeaways(circleId)
    .where('takeaway.reading_id', '=', readingId)
    .where('takeaway.person_id', '!=', personId);

async function othersTakeaways(member: Member, readingId: number): Promise<TakeawayView[]> {
  const rows = await ofOthers(member, readingId)
    .innerJoin('person', 'person.id', 'takeaway.person_id')
    .select(['person.id', 'person.name', 'takeaway.body_html', 'takeaway.edited_at'])
    .orderBy('takeaway.written_at')
    .orderBy('person.id')
    .execute();
  return rows.map(({ id, name, body_html, edited_at }) => ({
    ...{ id, name, html: body_html, edited: edited_at !== null },
  }));
}

async function countOthers(member: Member, readingId: number): Promise<number> {
  const { n } = await ofOthers(member, readingId)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

async function ownTakeaway(
  { circleId, personId }: Member,
  readingId: number,
): Promise<OwnTakeaway | null> {
  const row = await db
    .selectFrom('takeaway')
    .leftJoin('takeaway_removal as removal', (join) =>
      join
        .on(joined('removal.reading_id', 'takeaway.reading_id'))
        .onRef('removal.person_id', '=', 'takeaway.person_id'),
    )
    .select(['body', 'body_html', 'version', 'removal.at'])
    .where(inCircle({ circleId }, 'takeaway'))
    .where('takeaway.reading_id', '=', readingId)
    .where('takeaway.person_id', '=', personId)
    .executeTakeFirst();
  if (!row) return null;
  return { body: row.body, html: row.body_html, version: row.version, takenBack: row.at !== null };
}

async function stillReads(member: Member, reading: ReadingView): Promise<boolean> {
  const said = (await saidIn(db, member, reading.id)).get(member.personId) ?? nothingSaid;
  const { planned } = planSoFar(reading, reading.endsOn);
  return isStillReading(await sectionsOf(member, reading.book.id), planned, said);
}

/** Whether members stay: until the list opens, of the others only how many have answered. */
async function recommittingOf(
  member: Member,
  reading: ReadingView,
  wrap: StandingWrap,
  now: Date,
): Promise<Recommitting> {
  const [answers, members, next] = await Promise.all([
    answersTo(db, member, reading.id),
    whoCanAnswer(db, member),
    db
      .selectFrom('reading')
      .select('starts_on')
      .where(inCircle(member, 'reading'))
      .where('starts_on', '>', reading.startsOn)
      .where('created_at', '<=', now)
      .limit(1)
      .executeTakeFirst(),
  ]);
  const mine = answers.find(({ personId }) => personId === member.personId)?.answer ?? null;
  const open = isListOpen(wrap, now);
  const staying = new Set(
    answers.filter(({ answer }) => answer === 'staying').map(({ personId }) => personId),
  );
  const of = members.length;
  return {
    mine,
    answered: isAnswer(mine),
    answerBy: wrap.answerBy.toISOString(),
    zone: wrap.zone,
    open,
    counted:
      open || !saysHowMany(of)
        ? null
        : {
            answered: answeredOf(
              answers,
              members.map(({ id }) => id),
            ),
            of,
          },
    staying: open ? members.filter(({ id }) => staying.has(id)) : [],
    nextPlanned: next !== undefined,
  };
}
