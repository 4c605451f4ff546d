import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- The latest threads that were started from a card.
create index thread_from_card on thread (circle_id, deck, card, last_note_id desc)
  where deck is not null;
`)
    .execute(db);
}
