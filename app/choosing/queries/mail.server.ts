import { choicesFrom, choicesWithWinner } from '#app/choosing/rows/joins.server.ts';
import { choiceState } from '#app/choosing/rules/choice.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

/**
 * What a mail about a choice says to one member, read when it is sent; null when they left the circle
 * or their account is closed. It never says how anybody ranked.
 */
export async function choiceToMail(
  choiceId: number,
  personId: number,
  byPersonId: number | null,
  { now = new Date() }: { now?: Date } = {},
) {
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
    .where('choice.id', '=', choiceId)
    .where('left.person_id', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    circle: { slug: row.slug, name: row.circle },
    state: choiceState(row, now),
    closesAt: row.closesAt.toISOString(),
    to: { name: row.name, address: row.email },
    zone: row.time_zone,
    by: row.by ?? 'A facilitator',
    hasRanked: row.cast_at !== null,
    winner: row.title === null ? null : { title: row.title, author: row.author ?? '' },
  };
}

export type ChoiceToMail = NonNullable<Awaited<ReturnType<typeof choiceToMail>>>;

/** Whom a reminder goes to: those who have not ranked. Nobody when it moved or is over. */
export async function toBeReminded({
  choiceId,
  closesAt,
}: {
  choiceId: number;
  closesAt: string;
}): Promise<number[]> {
  const rows = await choicesFrom(acrossCircles(db, 'a job knows its choice alone'))
    .innerJoin('membership', 'membership.circle_id', 'choice.circle_id')
    .leftJoin('ballot', (join) =>
      join
        .onRef('ballot.circle_id', '=', 'choice.circle_id')
        .onRef('ballot.choice_id', '=', 'choice.id')
        .onRef('ballot.person_id', '=', 'membership.person_id'),
    )
    .select('membership.person_id')
    .where('choice.id', '=', choiceId)
    .where('choice.closes_at', '=', new Date(closesAt))
    .where('ballot.person_id', 'is', null)
    .where('close.at', 'is', null)
    .where('off.at', 'is', null)
    .execute();
  return rows.map(({ person_id }) => person_id);
}
