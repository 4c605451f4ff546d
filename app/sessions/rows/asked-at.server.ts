import { type RawBuilder, sql } from 'kysely';

/**
 * At a session at which everybody asks: whether somebody has said what they bring, until it is
 * opened. Null for any other. In a statement it stands beside `session`.
 */
export const readyToAsk = (personId: number): RawBuilder<boolean | null> => sql`(
  select exists (select from round_ask mine
    where mine.circle_id = r.circle_id and mine.session_id = r.session_id
      and mine.person_id = ${personId} offset 0)
  from ask_round r
  where r.circle_id = session.circle_id and r.session_id = session.id and r.removed_at is null
    and r.opened_at is null)`;
