import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table address_before (
  person_id bigint not null references person,
  email text not null,
  until timestamptz not null default now(),
  primary key (person_id, email)
);
comment on table address_before is
  'Addresses that an account had: an invitation sent to one was sent to this person.';
comment on column invitation.revoked_at is
  'When the host withdrew it, or it was settled: whom it was for is or was in, or was turned away.';

-- Who is in, was in or was turned away by now has no earlier invitation open.
update invitation i set revoked_at = now()
  from (
    select circle_id, person_id, now() as at from membership
    union all select circle_id, person_id, left_at from departure
    union all select circle_id, person_id, ended_at from waiting_place where outcome = 'removed'
    union all select circle_id, person_id, decided_at from join_request where decision = 'declined'
  ) e join person p on p.id = e.person_id
 where e.circle_id = i.circle_id and i.created_at <= e.at and i.revoked_at is null
   and (i.accepted_by = e.person_id
     or (i.accepted_at is null and address_key(i.email) = address_key(p.email)));
`)
    .execute(db);
}
