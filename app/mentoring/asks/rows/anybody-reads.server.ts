import { sql } from 'kysely';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Tx } from '#db/database.server.ts';
import { reachesNow } from './unanswered.server.ts';

/**
 * Whether there is anybody whom an ask reaches still: of the only circle it went to its asker may have
 * gone, or everybody else.
 */
export async function anybodyReads(tx: Tx, askId: number): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    select r.person_id as id from ask_reach r where r.ask_id = ${askId} and r.person_id is not null
    union select o.helper_id from offer o where o.ask_id = ${askId}
    union select m.person_id from ask_reach r join membership m on m.circle_id = r.circle_id
      where r.ask_id = ${askId}
    except select a.asker_id from ask a where a.id = ${askId}`.execute(
    acrossCircles(tx, 'whom an ask reached is asked by the ask'),
  );
  for (const { id } of rows) if (await reachesNow(tx, askId, id)) return true;
  return false;
}
