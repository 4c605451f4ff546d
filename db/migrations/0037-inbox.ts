import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- What happened, for one person: one row for each thing, which says the latest that happened to it.
create table inbox_item (
  circle_id bigint not null references circle,
  person_id bigint not null references person,
  -- the thing: 'session:42', 'note:7', 'agreement'
  topic text not null,
  -- the circle again where only its members may know: such a row goes with the membership
  member_of bigint check (member_of = circle_id),
  kind text not null,
  -- the id of the thing; null where the circle is the thing
  thing_id bigint,
  thread_id bigint,
  by_person_id bigint references person,
  -- what its words need and no other row keeps
  detail jsonb not null default '{}',
  for_you boolean not null,
  -- to the millisecond, as pages and forms say it
  at timestamptz(3) not null,
  -- it does not count for now: a note beyond its reader's line, or taken back
  held boolean not null default false,
  read_at timestamptz,
  -- when a mail may tell of it; null when none will, or one has it
  mail_at timestamptz,
  -- the mail that tells of it
  message_id bigint references message on delete set null,
  primary key (circle_id, person_id, topic),
  -- what is said in a circle is its members' alone
  check (thread_id is null or member_of is not null),
  foreign key (member_of, person_id) references membership (circle_id, person_id)
    on delete cascade,
  foreign key (circle_id, thread_id) references thread (circle_id, id) on delete cascade
);
create index inbox_item_unread on inbox_item (person_id, at desc) include (topic)
  where read_at is null and not held;
create index inbox_item_held on inbox_item (person_id, at desc)
  where read_at is null and held;
create index inbox_item_latest on inbox_item (person_id, at desc);
create index inbox_item_of_thread on inbox_item (circle_id, thread_id, person_id)
  where thread_id is not null;
create index inbox_item_to_mail on inbox_item (mail_at, person_id)
  where mail_at is not null and read_at is null and not held;
create index inbox_item_mailed on inbox_item (message_id) where message_id is not null;
create index inbox_item_read on inbox_item (read_at) where read_at is not null;

-- How much mail a member wants of a circle; none: everything.
create table circle_volume (
  circle_id bigint not null,
  person_id bigint not null,
  volume text not null check (volume in ('everything', 'concerns', 'digest', 'nothing')),
  at timestamptz not null default now(),
  -- what it was before that moment, and the topics that lost their mail by it: for who takes it back
  was text check (was in ('everything', 'concerns', 'digest', 'nothing')),
  hushed text[] not null default '{}',
  primary key (circle_id, person_id),
  foreign key (circle_id, person_id) references membership (circle_id, person_id) on delete cascade
);

-- Who follows or has muted a thread, whatever they want of its circle.
create table thread_following (
  circle_id bigint not null,
  thread_id bigint not null,
  person_id bigint not null,
  muted boolean not null,
  -- not because they wrote in it
  by_hand boolean not null default true,
  -- the inbox's items of a muted thread that were read at this very moment were read by muting it
  at timestamptz not null default now(),
  primary key (circle_id, thread_id, person_id),
  foreign key (circle_id, thread_id) references thread (circle_id, id) on delete cascade,
  foreign key (circle_id, person_id) references membership (circle_id, person_id) on delete cascade
);
create index thread_following_chosen on thread_following (person_id, at desc, thread_id desc)
  where muted or by_hand;
-- Who wrote in a thread follows it.
insert into thread_following (circle_id, thread_id, person_id, muted, by_hand, at)
select n.circle_id, n.thread_id, n.author_id, false, false, min(n.posted_at)
from note n
join membership m on m.circle_id = n.circle_id and m.person_id = n.author_id
where not exists (
  select from note_deletion d where d.circle_id = n.circle_id and d.note_id = n.id)
group by n.circle_id, n.thread_id, n.author_id;

-- When mail may come, on the clock of the person's zone; none: digests on Fridays at 8, no quiet hours.
create table mail_hours (
  person_id bigint primary key references person,
  -- 1 Monday to 7 Sunday
  digest_days smallint[] not null check (digest_days <> '{}'
    and digest_days <@ '{1,2,3,4,5,6,7}'::smallint[]),
  digest_hour smallint not null check (digest_hour between 0 and 23),
  -- minutes after midnight; from later than to: through the night
  quiet_from smallint check (quiet_from between 0 and 1439),
  quiet_to smallint check (quiet_to between 0 and 1439),
  version integer not null default 1,
  check ((quiet_from is null) = (quiet_to is null)),
  check (quiet_from <> quiet_to)
);
`)
    .execute(db);
}
