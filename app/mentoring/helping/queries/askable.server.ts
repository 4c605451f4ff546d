import { CompiledQuery, sql } from 'kysely';
import { capacityOf } from '#app/mentoring/helping/rows/capacity-statement.server.ts';
import { type Capacity, canBeAsked } from '#app/mentoring/helping/rules/capacity.ts';
import type { Clock } from '#app/time/clock.ts';
import { db, type Executor } from '#db/database.server.ts';

/** One of several people, and whether they can be asked now. */
export type Askable = { personId: number; name: string } & ReturnType<typeof canBeAsked>;

/**
 * Whether these people can be asked by somebody now, in the order given; who is not here is left
 * out. Whether the two may ask each other at all (a circle, `beyond_circles`) is the caller's.
 * @param on a transaction, for whoever sends
 */
export async function askableAmong(
  asker: { personId: number },
  personIds: readonly number[],
  { now = new Date(), on = db }: Clock & { on?: Executor } = {},
): Promise<Askable[]> {
  const { rows } = await on.executeQuery<{ id: number; name: string; capacity: Capacity }>(
    CompiledQuery.raw(ASKABLE, [asker.personId, personIds]),
  );
  return rows.map(({ id, name, capacity }) => ({
    ...{ personId: id, name },
    ...canBeAsked(capacity, now),
  }));
}

/** What `canBeAsked` takes, as a column of a statement of another room. @param person 'person.id' */
export const capacityColumn = (person: string, asker: { personId: number }) => {
  const parts = capacityOf(person, ASKER_HERE).split(ASKER_HERE);
  const text = parts.map((part) => sql.raw(part));
  return sql<Capacity>`${sql.join(text, sql`${asker.personId}::bigint`)}`;
};

const ASKER_HERE = ':asker:';

const ASKABLE = `
select p.id, p.name, ${capacityOf('p.id', '$1::bigint')} as capacity
from unnest($2::bigint[]) with ordinality as given(id, nth) join person p on p.id = given.id
order by given.nth`;
