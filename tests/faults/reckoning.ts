import type { Query } from '#tests/faults/installation.ts';
import type { Ledger } from '#tests/faults/ledger.ts';
import type { Write } from '#tests/faults/writes.ts';

export interface Reckoning {
  /** acknowledged, and not there */
  lost: string[];
  /** there more than once */
  doubled: string[];
}

/** Holds what was acknowledged against what the database has. */
export async function reckon(query: Query, { acknowledged }: Ledger): Promise<Reckoning> {
  const of = (kind: Write['kind']) =>
    acknowledged.filter(({ write }) => write.kind === kind).map(({ write }) => write);
  const each = await Promise.all([
    ownRows(
      of('note'),
      await query('select body as mark, count(*)::int as rows from note group by 1'),
    ),
    ownRows(of('thread'), await query(TITLES)),
    lastSaid(of('reply'), await query(REPLIES)),
    lastSaid(of('place'), await query(PLACES)),
    seats(of('seat'), await query(SEATS)),
    overfull(await query(OVERFULL)),
    miscounted(await query(MISCOUNTED)),
  ]);
  return {
    lost: each.flatMap(({ lost }) => lost),
    doubled: each.flatMap(({ doubled }) => doubled),
  };
}

// Threads that were there before are named without a mark.
const TITLES = `select title as mark, count(*)::int as rows from thread
  where title <> 'Where is the delay?' group by 1`;
const REPLIES = `select person_id::int as "personId", session_id::text as mark, word::int as nth
  from session_reply`;
const PLACES = `select person_id::int as "personId", reading_id::text as mark, page as nth
  from place_reached`;
/** A seat and a place in line are two ways of being in: a person has one of them. */
const SEATS = `select person_id::int as "personId", circle_id::text as mark, count(*)::int as rows
  from (select person_id, circle_id from membership
        union all
        select person_id, circle_id from waiting_place where ended_at is null) as seating
  group by 1, 2`;
const OVERFULL = `select circle.slug as mark, count(*)::int - circle.seats as over
  from circle join membership on membership.circle_id = circle.id
  group by circle.id having count(*) > circle.seats`;
const MISCOUNTED = `select thread.title as mark from thread
  where note_count <> (select count(*) from note
    where note.circle_id = thread.circle_id and note.thread_id = thread.id)`;

/** What is written once: a row each, by its mark. */
function ownRows(writes: Write[], rows: { mark: string; rows: number }[]): Reckoning {
  const count = new Map(rows.map(({ mark, rows }) => [mark, rows]));
  return {
    lost: writes.filter(({ mark }) => !count.has(mark)).map(words),
    doubled: rows.filter(({ rows }) => rows > 1).map(({ mark, rows }) => `${rows} × ${mark}`),
  };
}

interface Said {
  personId: number;
  mark: string;
  nth: number;
}

/** What is said anew each time: the row has the last that was acknowledged, or one sent later. */
function lastSaid(writes: Write[], rows: Said[]): Reckoning {
  const said = new Map(rows.map(({ personId, mark, nth }) => [`${personId} ${mark}`, nth]));
  const last = new Map(writes.map((write) => [`${write.personId} ${write.mark}`, write]));
  const lost = [...last].filter(([key, { nth }]) => (said.get(key) ?? -1) < nth);
  return { lost: lost.map(([, write]) => words(write)), doubled: [] };
}

function seats(writes: Write[], rows: { personId: number; mark: string; rows: number }[]) {
  const count = new Map(rows.map(({ personId, mark, rows }) => [`${personId} ${mark}`, rows]));
  return {
    lost: writes.filter(({ personId, mark }) => !count.has(`${personId} ${mark}`)).map(words),
    doubled: [...count].filter(([, rows]) => rows > 1).map(([key]) => `seat of person ${key}`),
  };
}

function overfull(circles: { mark: string; over: number }[]): Reckoning {
  const doubled = circles.map(({ mark, over }) => `${over} too many in ${mark}`);
  return { lost: [], doubled };
}

function miscounted(threads: { mark: string }[]): Reckoning {
  return { lost: threads.map(({ mark }) => `the right number of notes in “${mark}”`), doubled: [] };
}

const words = ({ kind, personId, mark, nth }: Write) => `${kind} ${nth} of ${personId}: ${mark}`;
