import type { Member, Viewer } from '#app/access/proofs.ts';
import { type OutcomeRow, sharedOutcomes } from '#app/mentoring/rows/outcome-statement.server.ts';
import { whoHelpedWhom } from '#app/mentoring/words.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';
import type { OutcomeView } from './outcomes-view.ts';

const OUTCOMES_A_PAGE = 20;
/** So many of them stand where they came from, the newest first. */
const AT_A_SOURCE = 20;

const IN_CIRCLE = `${sharedOutcomes(
  'a.circle_id = $2 and ($3::bigint is null or a.id < $3::bigint)',
)} order by a.id desc limit $4::int`;

const OF_NOTES = `${sharedOutcomes(
  'a.circle_id = $2 and a.source_note_id = any((select $3::bigint[])::bigint[])',
)} order by a.id desc limit ${AT_A_SOURCE}`;

const OF_READING = `select shown.*, of.source_person_id as person
from (${sharedOutcomes('a.circle_id = $2 and a.source_reading_id = $3')}) shown
join ask of on of.id = shown.id
order by shown.id desc limit ${AT_A_SOURCE}`;

const OF_CARD = `${sharedOutcomes(
  'a.source_deck = $2 and a.source_card = $3 and a.circle_id = any((select $4::bigint[])::bigint[])',
)} order by a.id desc limit ${AT_A_SOURCE}`;

/** What came of the asks of a circle, the newest asks first. @param page.before an ask's id */
export async function outcomesIn(
  { circleId, personId }: Member,
  { before = null, most = OUTCOMES_A_PAGE }: { before?: number | null; most?: number } = {},
) {
  const rows = await asked(IN_CIRCLE, [personId, circleId, before, most + 1]);
  const outcomes = rows.slice(0, most).map(outcomeOf);
  return { outcomes, next: rows.length > most ? (outcomes.at(-1)?.id ?? null) : null };
}

/** What notes of a circle led to, by their ids. */
export async function outcomesOfNotes(
  { circleId, personId }: Member,
  noteIds: readonly number[],
): Promise<Map<number, OutcomeView[]>> {
  if (noteIds.length === 0) return new Map();
  const rows = await asked(OF_NOTES, [personId, circleId, noteIds]);
  return grouped(rows, ({ note }) => note);
}

/** What the takeaways of a reading led to, by the ids of who wrote them. */
export async function outcomesOfTakeaways(
  { circleId, personId }: Member,
  readingId: number,
): Promise<Map<number, OutcomeView[]>> {
  const rows = await asked<OutcomeRow & { person: number }>(OF_READING, [
    ...[personId, circleId, readingId],
  ]);
  return grouped(rows, ({ person }) => person);
}

/** What a card led to in the circles that the viewer is in. */
export async function outcomesOfCard(
  { personId, memberships }: Viewer,
  deck: string,
  card: string,
): Promise<OutcomeView[]> {
  if (memberships.length === 0) return [];
  const circles = memberships.map(({ circle }) => circle.id);
  return (await asked(OF_CARD, [personId, deck, card, circles])).map(outcomeOf);
}

async function asked<Row extends OutcomeRow>(text: string, values: unknown[]): Promise<Row[]> {
  const { rows } = await acrossCircles(
    databasePool(),
    'a conversation is of no circle; its ask says of which circles it is',
  ).query<Row>({ text, values });
  return rows;
}

function grouped<Row extends OutcomeRow>(rows: readonly Row[], key: (row: Row) => number | null) {
  const groups = new Map<number, OutcomeView[]>();
  for (const row of rows) {
    const of = key(row);
    if (of !== null) groups.set(of, [...(groups.get(of) ?? []), outcomeOf(row)]);
  }
  return groups;
}

function outcomeOf(row: OutcomeRow): OutcomeView {
  const { id, title, asker, mine, helped } = row;
  return {
    ...{ id, title, asker },
    html: helped.map((of) => of.asker || of.helper).join(''),
    who: whoHelpedWhom({ name: asker, mine }, helped),
    at:
      helped
        .map(({ at }) => new Date(at).toISOString())
        .sort()
        .at(-1) ?? '',
  };
}
