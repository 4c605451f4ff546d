import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- An ask can come from what its asker had said they would do.
alter table ask
  add source_commitment_id bigint,
  drop constraint ask_source_kind_check,
  drop constraint ask_check4,
  add check (source_kind in ('note', 'passage', 'takeaway', 'card', 'commitment')),
  add constraint ask_source_check check (case source_kind
    when 'card' then source_deck is not null and source_card is not null
    when 'takeaway' then circle_id is not null and source_reading_id is not null
      and source_person_id is not null
    when 'note' then circle_id is not null and source_note_id is not null
    when 'passage' then circle_id is not null and source_note_id is not null
    when 'commitment' then circle_id is not null and source_commitment_id is not null
    else num_nonnulls(source_deck, source_card, source_note_id, source_reading_id,
      source_person_id, source_commitment_id) = 0 end),
  add foreign key (circle_id, source_commitment_id) references commitment (circle_id, id);
create index ask_from_commitment on ask (circle_id, source_commitment_id)
  where source_commitment_id is not null;
`)
    .execute(db);
}
