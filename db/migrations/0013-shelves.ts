import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- The books that circles of this site read. Nothing here tells which circle, who, or when: the key is
-- random because a number that counts up would tell the order.
create table catalogue_book (
  id uuid primary key default gen_random_uuid(),
  title text not null check (length(title) between 1 and 200),
  subtitle text not null default '',
  author text not null default '',
  isbn text unique check (isbn ~ '^97[89][0-9]{10}$'),
  pages integer check (pages > 0),
  book_key text not null
);
create unique index catalogue_book_key on catalogue_book (book_key) where isbn is null;
create index catalogue_book_title on catalogue_book (lower(title), id);
create index catalogue_book_words on catalogue_book
  using gin (to_tsvector('simple', title || ' ' || subtitle || ' ' || author));

-- A library export a person sent, and how far it has been read.
create table shelf_import (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  submission_key uuid not null,
  upload_id uuid not null unique,
  file_name text not null,
  source text not null check (source in ('goodreads', 'storygraph')),
  delimiter text not null,
  bytes integer not null,
  sent_at timestamptz not null default now(),
  bytes_read integer not null default 0,
  -- rows taken so far, with what became of them; the same transaction writes them to the shelf
  rows_read integer not null default 0,
  rows_new integer not null default 0,
  rows_changed integer not null default 0,
  rows_same integer not null default 0,
  rows_refused integer not null default 0,
  -- rows that went in without something
  rows_remarked integer not null default 0,
  read_at timestamptz,
  finished_at timestamptz,
  undone_at timestamptz,
  unique (person_id, submission_key)
);
create index shelf_import_of on shelf_import (person_id, id desc);

-- The file itself, in pieces, until it has been read.
create table shelf_import_chunk (
  upload_id uuid not null,
  position integer not null,
  bytes bytea not null check (length(bytes) <= 262144),
  sent_at timestamptz not null default now(),
  primary key (upload_id, position)
);

-- Rows that were not used, or not wholly.
create table shelf_import_problem (
  import_id bigint not null references shelf_import on delete cascade,
  -- the line of the file the row begins on
  line integer not null,
  title text not null,
  reason text not null,
  -- what the reason speaks of: a shelf's name, a number
  detail text not null default '',
  -- the row is on the shelf all the same
  used boolean not null,
  primary key (import_id, line, reason)
);

-- A person's own shelf: theirs alone.
create table shelf_book (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  title text not null check (length(title) between 1 and 500),
  author text not null default '',
  isbn text check (isbn ~ '^97[89][0-9]{10}$'),
  pages integer check (pages > 0),
  state text not null check (state in ('reading', 'read', 'want')),
  read_on date,
  added_on date not null,
  source text not null check (source in ('own', 'catalogue', 'goodreads', 'storygraph')),
  -- the book's number at its source
  source_key text not null,
  book_key text not null,
  -- the import that put it here
  import_id bigint references shelf_import on delete set null,
  -- the person's own last change: an import leaves the book alone from then on
  changed_at timestamptz,
  taken_off_at timestamptz,
  shelved_on date not null
    generated always as (case when state = 'read' then coalesce(read_on, added_on) else added_on end)
    stored,
  unique (person_id, source, source_key)
);
create index shelf_book_order on shelf_book (person_id, shelved_on desc, id desc)
  where taken_off_at is null;
create index shelf_book_state on shelf_book (person_id, state, shelved_on desc, id desc)
  where taken_off_at is null;
create index shelf_book_key on shelf_book (person_id, book_key);
create index shelf_book_isbn on shelf_book (person_id, isbn) where isbn is not null;
create index shelf_book_import on shelf_book (import_id) where import_id is not null;

-- What the look-up answered lately; null is a book it does not know.
create table book_lookup (
  kind text not null check (kind in ('isbn', 'title')),
  key text not null,
  answer jsonb,
  at timestamptz not null default now(),
  primary key (kind, key)
);
`)
    .execute(db);
  await normaliseIsbns(db);
  await fillCatalogue(db);
}

/** An ISBN-10 becomes the ISBN-13 of the same book. */
async function normaliseIsbns(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ id: number; isbn: string }>`
    select id, isbn from book where length(isbn) = 10`.execute(db);
  for (const { id, isbn } of rows) {
    const stem = `978${isbn.slice(0, 9)}`;
    const sum = [...stem].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
    const isbn13 = stem + ((10 - (sum % 10)) % 10);
    await sql`update book set isbn = ${isbn13} where id = ${id}`.execute(db);
  }
}

interface Entered {
  title: string;
  subtitle: string;
  author: string;
  isbn: string | null;
  pages: number | null;
}

/** The books that circles have entered so far. */
async function fillCatalogue(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<Entered>`
    select title, subtitle, author, isbn,
      (select max(end_page) from section s where s.circle_id = b.circle_id and s.book_id = b.id)
        as pages
    from book b order by title`.execute(db);
  for (const { title, subtitle, author, isbn, pages } of rows) {
    await sql`insert into catalogue_book (title, subtitle, author, isbn, pages, book_key)
      values (${title}, ${subtitle}, ${author}, ${isbn}, ${pages}, ${keyOf(title, author)})
      on conflict do nothing`.execute(db);
  }
}

function keyOf(title: string, author: string): string {
  const plain = (words: string) =>
    words
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const [first = ''] = author.split(/[,;&]|\sand\s/i);
  const name = plain(title.replace(/\s*\([^()]*#[^()]*\)\s*$/, '')) || title.trim().toLowerCase();
  return `${name}|${plain(first)}`.slice(0, 400);
}
