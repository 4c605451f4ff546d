import { randomUUID } from 'node:crypto';
import { instantRunoff } from '#app/choosing/ballot/rules/instant-runoff.ts';
import { closingColumns } from '#app/choosing/rules/closing-clock.server.ts';
import type { SeedChoice } from '#app/demo/community/types.ts';
import type { CirclePlace } from './circles.server.ts';
import { ago, timeAt } from './days.server.ts';
import type { ReadingPlace } from './reading.server.ts';

/** Writes how the circle chose a book, or is choosing one. */
export async function insertChoices(place: CirclePlace, reading: ReadingPlace): Promise<void> {
  for (const choice of place.circle.choices) await insertChoice(place, choice, reading);
}

async function insertChoice(place: CirclePlace, choice: SeedChoice, reading: ReadingPlace) {
  const { tx, circleId, circle, anchor, personId } = place;
  const closesAt = timeAt(anchor, choice.closesInDays, choice.time);
  const { id: choiceId } = await tx
    .insertInto('book_choice')
    .values({
      circle_id: circleId,
      opened_by: personId(choice.openedBy),
      opened_at: ago(anchor, choice.openedDaysAgo),
      ...closingColumns(closesAt, circle.timeZone),
      submission_key: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const of = { circle_id: circleId, choice_id: choiceId };
  const ids = await insertProposals(place, choice, of);
  if (choice.closesInDays > 0) {
    await insertBallots(place, choice, of, ids);
    return;
  }
  const { ballots, rounds, winner } = instantRunoff(
    choice.ballots.map(({ ranking }) => ranking.map((key) => ids.get(key) ?? 0)),
    choice.proposals.flatMap(({ key, withdrawn }) => (withdrawn ? [] : [ids.get(key) ?? 0])),
  );
  await tx
    .insertInto('book_choice_close')
    .values({
      ...of,
      at: closesAt,
      ballots,
      members: circle.memberships.filter(
        ({ joinedDaysAgo }) => joinedDaysAgo > -choice.closesInDays,
      ).length,
      winner_proposal_id: winner,
      rounds: JSON.stringify(rounds),
      reading_id: choice.becameReading ? reading.readingId : null,
    })
    .execute();
}

interface ChoiceKey {
  circle_id: number;
  choice_id: number;
}

async function insertProposals(
  { tx, anchor, personId }: CirclePlace,
  { proposals }: SeedChoice,
  of: ChoiceKey,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const { key, by, daysAgo, withdrawn, ...book } of proposals) {
    const { id } = await tx
      .insertInto('book_proposal')
      .values({
        ...of,
        ...book,
        proposed_by: personId(by),
        proposed_at: ago(anchor, daysAgo),
        submission_key: randomUUID(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (withdrawn) {
      await tx
        .insertInto('book_proposal_withdrawal')
        .values({
          ...of,
          proposal_id: id,
          by_person_id: personId(by),
          at: ago(anchor, daysAgo / 2),
        })
        .execute();
    }
    ids.set(key, id);
  }
  return ids;
}

async function insertBallots(
  { tx, anchor, personId }: CirclePlace,
  { ballots }: SeedChoice,
  of: ChoiceKey,
  ids: Map<string, number>,
): Promise<void> {
  for (const { person, daysAgo, ranking } of ballots) {
    const mine = { ...of, person_id: personId(person) };
    await tx
      .insertInto('ballot')
      .values({ ...mine, cast_at: ago(anchor, daysAgo) })
      .execute();
    await tx
      .insertInto('ballot_rank')
      .values(
        ranking.map((key, index) => ({ ...mine, rank: index + 1, proposal_id: ids.get(key) ?? 0 })),
      )
      .execute();
  }
}
