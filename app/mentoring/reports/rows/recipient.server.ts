import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '#app/access/proofs.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Tx } from '#db/database.server.ts';

export const REPORTS =
  'a report is whose it is and whom it is for, in whichever circle they are host';

/**
 * SQL: whether somebody is the one a report was handed to, and still what they were chosen as. Who is
 * host no more, or runs the site no more, reads it no more.
 */
export const isRecipient = (
  person: number,
): RawBuilder<boolean> => sql<boolean>`(r.to_person_id = ${person} and case
  when r.as_host_of is null then exists (select from site_admin a where a.person_id = ${person})
  else exists (select from circle c join membership m on m.circle_id = c.id
    where c.id = r.as_host_of and m.person_id = ${person} and m.role = 'host') end)`;

/** Whether a report was handed to the viewer, locked until the transaction ends. */
export async function lockReportFor(
  tx: Tx,
  { personId }: Viewer,
  reportId: number,
): Promise<boolean> {
  const { rows } = await sql`
    select from conversation_report r
    where r.id = ${reportId} and ${isRecipient(personId)} for update`.execute(
    acrossCircles(tx, REPORTS),
  );
  return rows.length > 0;
}
