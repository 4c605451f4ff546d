import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { connect } from '#db/database.server.ts';
import type { DB } from '#db/schema.ts';

export interface Filled {
  /** the Cookie header of a member */
  cookie: string;
  /** the path of a thread of 20 notes in the member's circle */
  thread: string;
  circle: string;
  threadId: number;
}

const paragraph =
  'We added a review step because changes broke things. Reviews got slow, so changes got bigger, ' +
  'so they broke more things. From inside each team it looked like carelessness somewhere else.';
const bodyHtml = `<p>${paragraph}</p>\n<p>What would <em>you</em> have measured to see it <strong>earlier</strong>?</p>\n<ul>\n<li>the age of the oldest open change</li>\n<li>who saw it first</li>\n</ul>`;

const MANY = 1_000_000;

// Of a book of twenty, where the reader of the page measured is a little further.
const DISCUSSED = 8;

/** A book half read, as its plan has it, by a member who says how far they are. */
async function fillReading(db: Kysely<DB>) {
  await sql`
    insert into book (circle_id, title, author, added_by, submission_key)
    values (1, 'Thinking in Systems', 'Donella H. Meadows', 1, gen_random_uuid())`.execute(db);
  await sql`
    insert into section (circle_id, book_id, position, label, title, start_page, end_page)
    select 1, 1, n, n::text, 'Why systems surprise us, part ' || n, n * 11 - 10, n * 11
    from generate_series(1, 20) n`.execute(db);
  await sql`
    insert into reading (circle_id, book_id, starts_on, ends_on, created_by, submission_key)
    values (1, 1, current_date - 35, current_date + 35, 1, gen_random_uuid())`.execute(db);
  await sql`
    insert into milestone (circle_id, reading_id, title, due_on)
    select 1, 1, '', current_date - 35 + n * 14 from generate_series(1, 5) n`.execute(db);
  await sql`
    insert into milestone_section (circle_id, reading_id, milestone_id, section_id)
    select 1, 1, 1 + (n - 1) / 4, n from generate_series(1, 20) n`.execute(db);
  await sql`
    insert into section_read (circle_id, reading_id, person_id, section_id)
    select 1, 1, 2, n from generate_series(1, 12) n`.execute(db);
}

/** A circle of eight, its book, and `notes` notes in threads of 20, one of which is the page measured. */
export async function fill(url: string, notes: number): Promise<Filled> {
  const { db } = connect(url, 2);
  const token = randomBytes(20).toString('base64url');
  const hash = createHash('sha256').update(token).digest('hex');
  await sql`
    insert into site (id, secret) values (1, 'bench') on conflict do nothing`.execute(db);
  await sql`
    insert into person (name, email, password_hash, time_zone, what_i_do, company)
    select (array['Ines Soto','Noor Karim','Rui Alves','Tomasz Maj','Amara Otieno','Priya Nair','Sam Reed','Lena Vogt'])[n],
      'person' || n || '@example.org', 'none', 'Europe/Lisbon', 'Engineering manager', 'Northwind'
    from generate_series(1, 8) n`.execute(db);
  await sql`insert into email_confirmed (person_id, email) select id, email from person`.execute(
    db,
  );
  await sql`
    insert into circle (slug, name, purpose, time_zone, cloth, created_by)
    values ('tuesday-leads-bench', 'Tuesday leads', 'We read and help one another.', 'Europe/Madrid', 'indigo', 1)`.execute(
    db,
  );
  await sql`
    insert into membership (circle_id, person_id, role)
    select 1, id, case id when 1 then 'host' else 'member' end from person`.execute(db);
  await sql`insert into agreement (circle_id, version, body, written_by) values (1, 1, 'What is said here stays here.', 1)`.execute(
    db,
  );
  await sql`insert into agreement_consent (circle_id, version, person_id) select 1, 1, id from person`.execute(
    db,
  );
  await fillReading(db);
  const threads = Math.ceil(notes / 20);
  await sql`
    insert into thread (circle_id, title, started_by, section_id, note_count, last_note_id, last_note_at, submission_key)
    select 1, 'A feedback loop at work you cannot see from inside', 1, ${DISCUSSED}, 20, n * 20, now(), gen_random_uuid()
    from generate_series(1, ${threads}::int) n`.execute(db);
  await db.transaction().execute(async (tx) => {
    // Checking three foreign keys of each would take most of an hour; only a superuser may leave it.
    if (notes > MANY) await sql`set local session_replication_role = replica`.execute(tx);
    await sql`
      insert into note (circle_id, thread_id, author_id, section_id, body, body_html, quote, quote_page, posted_at, submission_key)
      select 1, 1 + (n - 1) / 20, 1 + n % 8, ${DISCUSSED}, ${paragraph}, ${bodyHtml},
        case when n % 5 = 0 then 'Everything we think we know about the world is a model.' else '' end,
        case when n % 5 = 0 then '86' else '' end,
        now() - interval '9 days' + (n % 20) * interval '9 hours', gen_random_uuid()
      from generate_series(1, ${threads * 20}::int) n`.execute(tx);
  });
  const threadId = Math.ceil(threads / 2);
  await sql`
    insert into thread_visit (circle_id, thread_id, person_id, seen)
    values (1, ${threadId}, 2, ${`{[0,${threadId * 20}]}`}::int8multirange)`.execute(db);
  await sql`
    insert into sign_in (token_hash, person_id, expires_at) values (${hash}, 2, now() + interval '29 days')`.execute(
    db,
  );
  await sql`vacuum analyze`.execute(db);
  await db.destroy();
  const circle = '/circles/tuesday-leads-bench';
  return {
    cookie: `octavo_sign_in=${token}`,
    circle,
    thread: `${circle}/threads/${threadId}`,
    threadId,
  };
}
