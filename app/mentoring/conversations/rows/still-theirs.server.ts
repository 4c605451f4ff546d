import { type RawBuilder, sql } from 'kysely';

/**
 * SQL: whether a conversation is somebody's who is not behind this request, as `partnerOf` says it of
 * whoever is: one of its two, whom the other has not blocked, and whose account is not closed.
 * @param of what the conversation's row is called in the statement
 */
export const stillTheirs = (of: string, personId: number): RawBuilder<boolean> => sql<boolean>`(
  ${personId}::bigint in (${sql.ref(`${of}.asker_id`)}, ${sql.ref(`${of}.helper_id`)})
  and not exists (select from person_block b where b.blocked_id = ${personId}
    and b.person_id in (${sql.ref(`${of}.asker_id`)}, ${sql.ref(`${of}.helper_id`)}))
  and not exists (select from person_deactivation d where d.person_id = ${personId}))`;
