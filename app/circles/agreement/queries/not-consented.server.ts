import { sql } from 'kysely';
import type { Viewer } from '#app/access/proofs.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

/** The viewer's circles whose agreement, as it stands now, waits for their “I’m in”. */
export async function notConsented({ memberships, personId }: Viewer) {
  const circles = memberships.map(({ circle }) => circle).sort((a, b) => a.id - b.id);
  if (circles.length === 0) return [];
  const { rows } = await sql<{ circle_id: number }>`
    select m.circle_id from membership m
    where m.circle_id = any(${circles.map(({ id }) => id)}::bigint[])
      and m.person_id = ${personId}
      and not exists (select from circle_archive z where z.circle_id = m.circle_id)
      and not exists (
        select from agreement_consent a
        where a.circle_id = m.circle_id and a.person_id = m.person_id and a.version = (
          select max(version) from agreement g where g.circle_id = m.circle_id))`.execute(
    acrossCircles(db, 'the circles of a person themselves'),
  );
  const waiting = new Set(rows.map(({ circle_id }) => circle_id));
  return circles.flatMap(({ id, slug, name, cloth, seats, taken }) =>
    waiting.has(id) ? [{ slug, name, cloth, seats, taken }] : [],
  );
}

export type NotConsented = Awaited<ReturnType<typeof notConsented>>[number];
