import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- What a circle keeps at hand. thing: a card as 'deck/card', or the name of a recipe. It may be gone
-- from what is shipped, and come back.
create table favourite (
  circle_id bigint not null references circle,
  kind text not null check (kind in ('card', 'recipe')),
  thing text not null check (length(thing) between 1 and 130),
  person_id bigint not null references person,
  at timestamptz not null default now(),
  primary key (circle_id, kind, thing)
);

-- That a recipe was put on an agenda. items: of what it put on the id, the title and the minutes, by
-- which is told what nobody has touched since.
create table recipe_use (
  id bigint generated always as identity,
  circle_id bigint not null,
  session_id bigint not null,
  recipe text not null,
  person_id bigint not null references person,
  at timestamptz not null default now(),
  submission_key uuid not null,
  items jsonb not null,
  taken_off_at timestamptz,
  primary key (circle_id, id),
  foreign key (circle_id, session_id) references session (circle_id, id),
  unique (circle_id, session_id, submission_key, recipe)
);
`)
    .execute(db);
}
