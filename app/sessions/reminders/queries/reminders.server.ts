import type { Facilitator, Viewer } from '#app/access/proofs.ts';
import { type Lead, leadsFor } from '#app/sessions/reminders/rules/leads.ts';
import { db } from '#db/database.server.ts';
import { inCircle, inCircles, joined } from '#db/in-circle.server.ts';

/** Which reminders a circle has, with the version it was saved as: 0 while it was not. */
export async function circleReminders(
  facilitator: Facilitator,
): Promise<{ leads: Lead[]; version: number }> {
  const row = await db
    .selectFrom('circle_reminders')
    .select(['leads', 'version'])
    .where(inCircle(facilitator, 'circle_reminders'))
    .executeTakeFirst();
  return { leads: leadsFor(row?.leads ?? null, null), version: row?.version ?? 0 };
}

export interface OwnReminders {
  circle: { slug: string; name: string; cloth: string };
  /** those that the circle has, and whether one gets them */
  leads: { lead: Lead; on: boolean }[];
}

/** Which reminders somebody gets of each of their circles; none of those that have none. */
export async function ownReminders(viewer: Viewer): Promise<OwnReminders[]> {
  const { personId, memberships } = viewer;
  const circles = memberships.map(({ circle }) => circle).filter(({ archived }) => !archived);
  const ids = circles.map(({ id }) => id);
  const rows = await db
    .selectFrom('membership as m')
    .leftJoin('circle_reminders as c', (join) =>
      join.onRef('c.circle_id', '=', 'm.circle_id').on(inCircles(ids, 'c')),
    )
    .leftJoin('person_reminders as own', (join) =>
      join.on(joined('own.person_id', 'm.person_id')).on(inCircles(ids, 'own')),
    )
    .select(['m.circle_id', 'c.leads as circle', 'own.leads as own'])
    .where(inCircles(ids, 'm'))
    .where('m.person_id', '=', personId)
    .execute();
  const found = new Map(rows.map((row) => [row.circle_id, row]));
  return circles.flatMap(({ id, slug, name, cloth }) => {
    const row = found.get(id);
    const gets = leadsFor(row?.circle ?? null, row?.own ?? null);
    const leads = leadsFor(row?.circle ?? null, null).map((lead) => ({
      lead,
      on: gets.includes(lead),
    }));
    return leads.length > 0 ? [{ circle: { slug, name, cloth }, leads }] : [];
  });
}
