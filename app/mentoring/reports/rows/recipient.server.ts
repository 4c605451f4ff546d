import { sql } from 'kysely';
import type { Viewer } from '#app/access/proofs.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Tx } from '#db/database.server.ts';

export const REPORTS =
  'a report is whose it is and whom it is for, in whichever circle they are host';

/**
 * SQL: whether somebody is the one a report `r` was handed to, and still what they were chosen as. Who
 * is host no more, or runs the site no more, reads it no more, and has no line of it.
 * @param person their id, and `circles` the ids of their circles, as a statement has them
 */
export const isRecipient = ({ person, circles }: { person: string; circles: string }): string => `(
  r.to_person_id = ${person} and case when r.as_host_of is null
    then exists (select from site_admin s where s.person_id = ${person} offset 0)
    else exists (select from membership m where m.circle_id = any(${circles})
      and m.circle_id = r.as_host_of and m.person_id = ${person} and m.role = 'host' offset 0) end)`;

/** The same of a viewer who stands in a statement as `viewer`. */
export const isForViewer = isRecipient({ person: 'viewer.id', circles: 'viewer.circles' });

/** Somebody in a statement, as `viewer`. */
export const asViewer = ({ personId, memberships }: Viewer) => sql`(select
  ${personId}::bigint as id, ${memberships.map(({ circle }) => circle.id)}::bigint[] as circles
) as viewer`;

/** Whether a report was handed to the viewer, locked until the transaction ends. */
export async function lockReportFor(tx: Tx, viewer: Viewer, reportId: number): Promise<boolean> {
  const { rows } = await sql`
    select from conversation_report r, ${asViewer(viewer)}
    where r.id = ${reportId} and ${sql.raw(isForViewer)} for update of r`.execute(
    acrossCircles(tx, REPORTS),
  );
  return rows.length > 0;
}
