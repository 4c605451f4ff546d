import type { Member } from '#app/access/proofs.ts';
import { ownTold } from '#app/mentoring/told/rows/told-rows.server.ts';
import { SHOWN_TOLD, type ToldRow } from '#app/mentoring/told/rows/told-statement.server.ts';
import { begunWith } from '#app/mentoring/told/rules/talking.ts';
import { databasePool, db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

const TOLD_A_PAGE = 20;

// Those of one moment are told apart by their ids; where one was that is gone, its moment is left.
const LIST = `
select ${SHOWN_TOLD} as told from told t
where t.circle_id = $1 and t.taken_back_at is null and ($3::bigint is null or (t.at, t.id) < (
  select b.at, b.id from told b where b.circle_id = $1 and b.id = $3))
order by t.at desc, t.id desc limit ${TOLD_A_PAGE + 1}`;

const ONE = `
select ${SHOWN_TOLD} as told from told t
where t.circle_id = $1 and t.id = $3 and t.taken_back_at is null`;

/** What members of a circle shared that they were told, the latest first. */
export async function toldIn(
  { circleId, personId }: Member,
  { before = null }: { before?: number | null } = {},
): Promise<{ told: ToldRow[]; next: number | null }> {
  const { rows } = await databasePool().query<{ told: ToldRow }>({
    text: LIST,
    values: [circleId, personId, before],
  });
  const told = rows.slice(0, TOLD_A_PAGE).map((row) => row.told);
  return { told, next: rows.length > TOLD_A_PAGE ? (told.at(-1)?.id ?? null) : null };
}

/** One of them; null when there is none such that stands. */
export async function toldOf(
  { circleId, personId }: Member,
  toldId: number,
): Promise<ToldRow | null> {
  const { rows } = await databasePool().query<{ told: ToldRow }>({
    text: ONE,
    values: [circleId, personId, toldId],
  });
  return rows[0]?.told ?? null;
}

/** One's own, as it was typed, to change it; null when there is none such. */
export async function myTold(member: Member, toldId: number) {
  const row = await ownTold(db, member, toldId).executeTakeFirst();
  if (!row) return null;
  const { id, told, will, version, taken_back_at } = row;
  return { id, told, will, version, takenBack: taken_back_at !== null };
}

/** What a thread about `?told=17` begins with, in Markdown; null when it names none that stands. */
export async function begunWithTold(member: Member, params: URLSearchParams) {
  const named = params.get('told') ?? '';
  if (!/^[1-9]\d{0,14}$/.test(named)) return null;
  const row = await db
    .selectFrom('told')
    .leftJoin('membership', (join) => join.on(joined('membership.person_id', 'told.person_id')))
    .leftJoin('person', 'person.id', 'membership.person_id')
    .select(['told.told', 'told.will', 'person.name'])
    .where(inCircle(member, 'told'))
    .where('told.id', '=', Number(named))
    .where('told.taken_back_at', 'is', null)
    .executeTakeFirst();
  return row ? begunWith({ by: row.name, told: row.told, will: row.will }) : null;
}
