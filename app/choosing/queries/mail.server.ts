import { addressOfChoice } from '#app/choosing/addresses.ts';
import type { ChoiceTold } from '#app/choosing/mail/choice-told.tsx';
import { choicesFrom, choicesWithWinner } from '#app/choosing/rows/joins.server.ts';
import { choiceState } from '#app/choosing/rules/choice.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { inCircleOfRow } from '#db/in-circle.server.ts';

interface Of {
  choiceId: number;
  personId: number;
  byPersonId: number | null;
}

/**
 * What a mail about a choice says to one member, read when it is sent; null when they left the circle
 * or their account is closed. It never says how anybody ranked.
 */
async function choiceToMail({ choiceId, personId, byPersonId }: Of) {
  const row = await choicesWithWinner(acrossCircles(db, 'a job knows its choice alone'))
    .innerJoin('circle', 'circle.id', 'choice.circle_id')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.circle_id', '=', 'choice.circle_id')
        .on('membership.person_id', '=', personId),
    )
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('person_deactivation as left', 'left.person_id', 'person.id')
    .leftJoin('person as by', (join) => join.on('by.id', '=', byPersonId))
    .leftJoin('ballot', (join) =>
      join
        .onRef('ballot.circle_id', '=', 'choice.circle_id')
        .onRef('ballot.choice_id', '=', 'choice.id')
        .on('ballot.person_id', '=', personId),
    )
    .select([
      'choice.id',
      'choice.closes_at as closesAt',
      'circle.slug',
      'circle.name as circle',
      'person.name',
      'person.email',
      'person.time_zone',
      'by.name as by',
      'ballot.cast_at',
      'close.at as closed',
      'off.at as cancelled',
      'winner.title',
      'winner.author',
    ])
    .where(inCircleOfRow('choice', { of: 'book_choice', id: choiceId }))
    .where('choice.id', '=', choiceId)
    .where('left.person_id', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    path: addressOfChoice(row.slug, row.id),
    circle: row.circle,
    state: choiceState(row, new Date()),
    closesAt: row.closesAt.toISOString(),
    to: { name: row.name, address: row.email },
    zone: row.time_zone,
    by: row.by ?? 'A facilitator',
    hasRanked: row.cast_at !== null,
    winner: row.title === null ? null : { title: row.title, author: row.author ?? '' },
  };
}

/** What is over by now is not announced any more. */
export async function choiceToldToMail(of: Of, what: ChoiceTold) {
  const mail = await choiceToMail(of);
  return mail?.state === 'open' ? { ...mail, what } : null;
}

/** What was opened again has no result. */
export async function closeToMail(of: Of) {
  const mail = await choiceToMail(of);
  return mail?.state === 'closed' ? mail : null;
}

interface Reminder {
  choiceId: number;
  /** ISO: the closing it was set for */
  closesAt: string;
}

/** Null once they have ranked, and when it moved or is over. */
export async function choiceReminderToMail({ closesAt, ...of }: Omit<Of, 'byPersonId'> & Reminder) {
  const mail = await choiceToMail({ ...of, byPersonId: null });
  if (mail?.state !== 'open' || mail.hasRanked) return null;
  return mail.closesAt === closesAt ? mail : null;
}

/** The circle to remind, and who has ranked. Null when it moved or is over. */
export async function dueChoiceReminder({ choiceId, closesAt }: Reminder) {
  const rows = await choicesFrom(acrossCircles(db, 'a job knows its choice alone'))
    .leftJoin('ballot', (join) =>
      join
        .onRef('ballot.circle_id', '=', 'choice.circle_id')
        .onRef('ballot.choice_id', '=', 'choice.id'),
    )
    .select(['choice.circle_id', 'ballot.person_id'])
    .where(inCircleOfRow('choice', { of: 'book_choice', id: choiceId }))
    .where('choice.id', '=', choiceId)
    .where('choice.closes_at', '=', new Date(closesAt))
    .where('close.at', 'is', null)
    .where('off.at', 'is', null)
    .execute();
  const [choice] = rows;
  if (!choice) return null;
  const ranked = rows.flatMap(({ person_id }) => (person_id === null ? [] : [person_id]));
  return { circleId: choice.circle_id, ranked };
}
