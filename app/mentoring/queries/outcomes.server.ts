import type { Member, Viewer } from '#app/access/proofs.ts';
import { addressOfLedTo } from '#app/mentoring/asks/addresses.ts';
import { type OutcomeRow, sharedOutcomes } from '#app/mentoring/rows/outcome-statement.server.ts';
import { whoHelpedWhom } from '#app/mentoring/words.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';
import type { LedTo, OutcomeView } from './outcomes-view.ts';

const OUTCOMES_A_PAGE = 20;
/** So many of them stand where they came from, the newest first. */
const AT_A_SOURCE = 20;

const IN_CIRCLE = `${sharedOutcomes(
  'a.circle_id = $2 and ($3::bigint is null or a.id < $3::bigint)',
)} order by a.id desc limit $4::int`;

// By the notes of asks, of which a circle has few, and not by those of the thread.
const OF_THREAD = `${sharedOutcomes(
  `a.circle_id = $2 and a.source_note_id is not null and exists (
    select from note n
    where n.circle_id = a.circle_id and n.id = a.source_note_id and n.thread_id = $3)`,
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

/** What the notes of a thread led to, by their ids. */
export async function ledToByThread(
  { circleId, personId, circle }: Member,
  threadId: number,
): Promise<Map<number, LedTo[]>> {
  const rows = await asked(OF_THREAD, [personId, circleId, threadId]);
  return grouped(rows, ({ note }) => note, circle);
}

/** What the takeaways of a reading led to, by the ids of who wrote them. */
export async function ledToByReading(
  { circleId, personId, circle }: Member,
  readingId: number,
): Promise<Map<number, LedTo[]>> {
  const rows = await asked<OutcomeRow & { person: number }>(OF_READING, [
    ...[personId, circleId, readingId],
  ]);
  return grouped(rows, ({ person }) => person, circle);
}

/** What a card led to in the circles that the viewer is in, with the name of each. */
export async function ledToByCard(
  { personId, memberships }: Viewer,
  deck: string,
  card: string,
): Promise<(LedTo & { circle: string })[]> {
  if (memberships.length === 0) return [];
  const circles = new Map(memberships.map(({ circle }) => [circle.id, circle]));
  const rows = await asked(OF_CARD, [personId, deck, card, [...circles.keys()]]);
  return rows.flatMap((row) => {
    const circle = circles.get(row.circle_id);
    return circle ? [{ ...ledTo(row, circle), circle: circle.name }] : [];
  });
}

async function asked<Row extends OutcomeRow>(text: string, values: unknown[]): Promise<Row[]> {
  const { rows } = await acrossCircles(
    databasePool(),
    'a conversation is of no circle; its ask says of which circles it is',
  ).query<Row>({ text, values });
  return rows;
}

function grouped<Row extends OutcomeRow>(
  rows: readonly Row[],
  key: (row: Row) => number | null,
  circle: { slug: string },
) {
  const groups = new Map<number, LedTo[]>();
  for (const row of rows) {
    const of = key(row);
    if (of !== null) groups.set(of, [...(groups.get(of) ?? []), ledTo(row, circle)]);
  }
  return groups;
}

function ledTo(row: OutcomeRow, { slug }: { slug: string }): LedTo {
  const { id, title, who } = outcomeOf(row);
  const what = row.kind === 'passage' ? 'page' : (row.kind ?? '');
  return { to: addressOfLedTo(slug, id), words: `This ${what} led to`, title, who };
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
