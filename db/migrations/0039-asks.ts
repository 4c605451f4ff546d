import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- A request for help. It is its asker's; who else may read it, ask_reach and offer say.
create table ask (
  id bigint generated always as identity primary key,
  asker_id bigint not null references person,
  -- the circle it was begun in: what it cites is there, and what came of it is shared there
  circle_id bigint references circle,
  title text not null default '' check (length(title) <= 200),
  body text not null default '' check (length(body) <= 10000),
  -- sanitised HTML of the body, made when it is saved
  body_html text not null default '',
  needed_by date,
  -- what it came from; a note, a passage (a note's quotation) or a takeaway is in its circle
  source_kind text check (source_kind in ('note', 'passage', 'takeaway', 'card')),
  source_note_id bigint,
  source_reading_id bigint,
  source_person_id bigint,
  source_deck text,
  source_card text,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  created_at timestamptz not null default now(),
  saved_at timestamptz not null default now(),
  -- when it was last sent or opened again: nudges and the quiet end count from it
  opened_at timestamptz,
  -- how many nudges came since then
  nudges smallint not null default 0,
  closed_at timestamptz,
  closed_as text check (closed_as in ('found', 'unneeded', 'expired')),
  version integer not null default 1,
  submission_key uuid not null,
  submission_digest text,
  unique (asker_id, submission_key),
  check ((state = 'draft') = (opened_at is null)),
  check ((state = 'closed') = (closed_at is not null)),
  check ((closed_at is null) = (closed_as is null)),
  check (state = 'draft' or title <> ''),
  check (case source_kind
    when 'card' then source_deck is not null and source_card is not null
    when 'takeaway' then circle_id is not null and source_reading_id is not null
      and source_person_id is not null
    when 'note' then circle_id is not null and source_note_id is not null
    when 'passage' then circle_id is not null and source_note_id is not null
    else num_nonnulls(source_deck, source_card, source_note_id, source_reading_id,
      source_person_id) = 0 end),
  foreign key (circle_id, source_note_id) references note (circle_id, id)
);
create index ask_of_asker on ask (asker_id, state, saved_at desc);
create index ask_of_circle on ask (circle_id, id) where circle_id is not null and state <> 'draft';
create index ask_open on ask (opened_at) where state = 'open';
create index ask_from_note on ask (circle_id, source_note_id) where source_note_id is not null;
create index ask_from_takeaway on ask (circle_id, source_reading_id, source_person_id)
  where source_reading_id is not null;
create index ask_from_card on ask (source_deck, source_card, circle_id)
  where source_deck is not null;

-- What an ask said before each change that others could have read.
create table ask_version (
  ask_id bigint not null references ask on delete cascade,
  version integer not null,
  title text not null,
  body text not null,
  body_html text not null,
  replaced_at timestamptz not null default now(),
  primary key (ask_id, version)
);

-- To whom an ask went, one step at a time. Who reads it is worked out when they do: a circle's
-- members then, and a person while the two share a circle, or always where it went beyond circles.
create table ask_reach (
  id bigint generated always as identity primary key,
  ask_id bigint not null references ask on delete cascade,
  kind text not null check (kind in ('session', 'person', 'circle', 'site')),
  -- of a session or a circle
  circle_id bigint references circle,
  session_id bigint,
  agenda_item_id bigint,
  -- of a person, asked alone or as one of the site whose “ask me about” fits
  person_id bigint references person,
  at timestamptz not null default now(),
  -- of who is asked alone: when they heard once more, and when the asker heard that nobody answered
  nudged_at timestamptz,
  unanswered_at timestamptz,
  check (case when kind in ('session', 'circle') then circle_id is not null and person_id is null
    else circle_id is null and person_id is not null end),
  check ((kind = 'session') = (session_id is not null)),
  foreign key (circle_id, session_id) references session (circle_id, id),
  foreign key (circle_id, agenda_item_id) references agenda_item (circle_id, id)
    on delete set null (agenda_item_id)
);
create unique index ask_reach_person on ask_reach (ask_id, person_id) where person_id is not null;
create unique index ask_reach_circle on ask_reach (ask_id, circle_id) where kind = 'circle';
create unique index ask_reach_session on ask_reach (ask_id, session_id) where kind = 'session';
create index ask_reach_in_circle on ask_reach (circle_id, ask_id) where circle_id is not null;
create index ask_reach_of_person on ask_reach (person_id, ask_id) where person_id is not null;
create index ask_reach_unanswered on ask_reach (at) where kind = 'person' and unanswered_at is null;

-- What somebody answered an ask: that they can help, or not now.
create table offer (
  id bigint generated always as identity primary key,
  ask_id bigint not null references ask on delete cascade,
  helper_id bigint not null references person,
  state text not null check (state in ('made', 'taken', 'not_now', 'withdrawn')),
  -- a time they faced this
  faced text not null default '' check (length(faced) <= 4000),
  faced_html text not null default '',
  -- of 'not_now': the day to ask again, and whether the asker wants to hear of it then
  until date,
  remind boolean not null default false,
  reminded_at timestamptz,
  -- the asker thanked them: not this time. They may still take it.
  set_aside_at timestamptz,
  made_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  unique (ask_id, helper_id),
  check ((state = 'not_now') = (until is not null)),
  check (state = 'not_now' or not remind)
);
create index offer_of_helper on offer (helper_id, state);
create index offer_to_remind on offer (until) where remind and reminded_at is null;

-- “Tell me more first”: what somebody asks before they can say. Only they and the asker read it.
create table ask_question (
  id bigint generated always as identity primary key,
  ask_id bigint not null references ask on delete cascade,
  person_id bigint not null references person,
  body text not null check (length(body) between 1 and 2000),
  body_html text not null,
  at timestamptz not null default now(),
  answer text check (length(answer) between 1 and 4000),
  answer_html text,
  answered_at timestamptz,
  submission_key uuid not null,
  unique (person_id, submission_key),
  check ((answer is null) = (answered_at is null)),
  check ((answer is null) = (answer_html is null))
);
create index ask_question_of_ask on ask_question (ask_id, id);

-- Who says to be asked about something is looked for by the words of an ask.
create index person_ask_me_about on person using gin (to_tsvector('simple', ask_me_about))
  where ask_me_about <> '';
`)
    .execute(db);
}
