import type { Viewer } from '#app/access/proofs.ts';
import { keptApartBy, unsuggestedTo } from '#app/mentoring/apart/rows/apart-statement.server.ts';
import { databasePool } from '#db/database.server.ts';

/** The person ids of whom the viewer keeps apart, also by an address. For nobody else's eyes. */
export const keptApartFrom = ({ personId }: Viewer): Promise<number[]> =>
  idsOf(keptApartBy('$1'), personId);

/**
 * The person ids of whom nothing suggests to a person, nor them to: kept apart or blocked, by either.
 * Nothing that is said to this person may tell who is among them.
 */
export const unsuggestedFor = (personId: number): Promise<number[]> =>
  idsOf(unsuggestedTo('$1'), personId);

async function idsOf(selected: string, personId: number): Promise<number[]> {
  const { rows } = await databasePool().query<{ id: number }>({
    text: `select distinct id from (${selected}) them order by id`,
    values: [personId],
  });
  return rows.map(({ id }) => id);
}

/** Whom the viewer would reach, of those they keep apart. */
export interface ReachedApart {
  /** by their account: these may be named to the viewer */
  named: readonly number[];
  /** there is one by an address, whose name would tell whose address it is */
  unnamed: boolean;
}

/** Whom of these people the viewer keeps apart, as far as it may be said to the viewer. */
export async function keptApartAmong(
  { personId }: Viewer,
  personIds: readonly number[],
): Promise<ReachedApart> {
  const { rows } = await databasePool().query<{ id: number; named: boolean }>({
    text: `
      select them.id, bool_or(exists (
        select from keep_apart k
        where k.person_id = $1 and k.other_id = them.id and k.taken_off_at is null)) as named
      from (${keptApartBy('$1')}) them
      where them.id = any($2::bigint[]) group by them.id order by them.id`,
    values: [personId, personIds],
  });
  return {
    named: rows.flatMap(({ id, named }) => (named ? [id] : [])),
    unnamed: rows.some(({ named }) => !named),
  };
}

/**
 * Whether somebody whom the viewer keeps apart is in a circle. Who it is stays untold: outside a
 * circle its members’ names are told to nobody, nor is whose an address is.
 */
export async function meetsKeptApart({ personId }: Viewer, slug: string): Promise<boolean> {
  const { rows } = await databasePool().query<{ meets: boolean }>({
    text: `
      select exists (
        select from membership m
        where m.circle_id = (select c.id from circle c where c.slug = $2)
          and m.person_id in (${keptApartBy('$1')})
          and not exists (select from person_deactivation d where d.person_id = m.person_id)
      ) as meets`,
    values: [personId, slug],
  });
  return rows[0]?.meets === true;
}
