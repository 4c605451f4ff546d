import { addressOfWeek } from '#app/mentoring/week/addresses.ts';
import { db } from '#db/database.server.ts';

/** A week that is mailed about. */
export interface OfWeekMail {
  weekId: number;
  slowed: boolean;
}

/**
 * What a mail about a week says to its own person, read when it is sent: their sentence, and not whom.
 * Null when they have said what became of it, stopped, or closed their account.
 */
export async function weekToMail(
  { weekId, slowed }: OfWeekMail,
  { personId }: { personId: number },
) {
  const row = await db
    .selectFrom('weekly_ask as week')
    .innerJoin('weekly_asking as asking', 'asking.person_id', 'week.person_id')
    .innerJoin('person', 'person.id', 'week.person_id')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
    .select(['person.name', 'person.email', 'week.when_text', 'week.will_text'])
    .where('week.id', '=', weekId)
    .where('week.person_id', '=', personId)
    .where('week.result', 'is', null)
    .where('asking.next_on', 'is not', null)
    .where('closed.person_id', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    to: { name: row.name, address: row.email },
    plan: row.will_text === '' ? null : { when: row.when_text, will: row.will_text },
    slowed,
    path: addressOfWeek(weekId),
  };
}
