import type { Viewer } from '#app/access/proofs.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool, db } from '#db/database.server.ts';

/** One on the viewer's list. */
export interface KeptApart {
  id: number;
  /** the name of a person; null for an address */
  name: string | null;
  /** as it was typed */
  address: string | null;
}

/** Somebody the viewer may choose, or has blocked. */
export interface Somebody {
  personId: number;
  name: string;
}

/** The viewer's list, whom they may add to it by name, and whom they blocked. */
export async function apartPage(viewer: Viewer) {
  const [kept, others, blocked] = await Promise.all([
    keptBy(viewer),
    peopleAround(viewer),
    blockedBy(viewer),
  ]);
  const there = new Set(kept.map(({ otherId }) => otherId));
  return {
    kept: kept.map(({ otherId: _, ...one }): KeptApart => one),
    people: others.filter(({ personId }) => !there.has(personId)),
    blocked,
  };
}

async function keptBy({ personId }: Viewer) {
  const rows = await db
    .selectFrom('keep_apart as k')
    .leftJoin('person as p', 'p.id', 'k.other_id')
    .select(['k.id', 'k.other_id', 'k.address', 'p.name'])
    .where('k.person_id', '=', personId)
    .where('k.taken_off_at', 'is', null)
    .orderBy('k.at', 'desc')
    .orderBy('k.id', 'desc')
    .execute();
  return rows.map(({ id, name, address, other_id }) => ({ id, name, address, otherId: other_id }));
}

const AROUND = `
select distinct p.id as "personId", p.name from membership m join person p on p.id = m.person_id
where m.circle_id = any($2::bigint[]) and p.id <> $1
  and not exists (select from person_deactivation d where d.person_id = p.id)
order by p.name, p.id`;

/** The people of the viewer's circles. */
async function peopleAround({ personId, memberships }: Viewer): Promise<Somebody[]> {
  const circles = memberships.map(({ circle }) => circle.id);
  const { rows } = await acrossCircles(
    databasePool(),
    'the people of all circles of one person',
  ).query<Somebody>({ text: AROUND, values: [personId, circles] });
  return rows;
}

function blockedBy({ personId }: Viewer): Promise<Somebody[]> {
  return db
    .selectFrom('person_block as b')
    .innerJoin('person as p', 'p.id', 'b.blocked_id')
    .select(['p.id as personId', 'p.name'])
    .where('b.person_id', '=', personId)
    .orderBy('b.at', 'desc')
    .orderBy('p.id')
    .execute();
}

/** The name of somebody the viewer blocked; null where they did not. */
export async function nameOfBlocked(viewer: Viewer, personId: number): Promise<string | null> {
  return (await blockedBy(viewer)).find((one) => one.personId === personId)?.name ?? null;
}
