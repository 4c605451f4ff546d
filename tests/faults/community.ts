import { hashPassword } from '#app/accounts/rules/passwords.server.ts';
import { hashToken, newToken } from '#app/platform/token.server.ts';
import { signIn } from '#tests/faults/browser.ts';
import type { Query } from '#tests/faults/installation.ts';

const PASSWORD = 'eight leaves, folded once';
const IN_A_CIRCLE = 10;

export interface Circle {
  id: number;
  slug: string;
}

/** A circle with a link that anybody may join by. */
export interface OpenCircle extends Circle {
  token: string;
}

/** Somebody at a browser of their own, signed in, and where they write. */
export interface Writer {
  personId: number;
  cookie: string;
  ip: string;
  circle: Circle;
  threadIds: number[];
  sessionId: number;
  readingId: number;
}

export interface Community {
  writers: Writer[];
  /** Makes circles in which only `free` seats are left. */
  open(circles: number, seats: { seats: number; free: number }): Promise<OpenCircle[]>;
}

/** Circles of people who all signed in through the form, with something to write about. */
export async function foundCommunity(query: Query, url: string, writers: number) {
  const people = await makePeople(query, 'Writer', writers);
  const others = await makePeople(query, 'Other', 12);
  const [host = 0] = others;
  const signedIn: Writer[] = [];
  for (let at = 0; at < writers; at += IN_A_CIRCLE) {
    const members = people.slice(at, at + IN_A_CIRCLE);
    const room = await makeRoom(query, host, members);
    for (const personId of members) {
      const ip = `198.18.0.${signedIn.length + 1}`;
      const cookie = await signIn(url, addressOf(personId), PASSWORD, ip);
      signedIn.push({ personId, cookie, ip, ...room });
    }
  }
  return {
    writers: signedIn,
    open: (circles, { seats, free }) =>
      makeCircles(query, circles, seats, others.slice(0, seats - free)),
  } satisfies Community;
}

const addressOf = (personId: number) => `person-${personId}@example.org`;

async function makePeople(query: Query, name: string, count: number): Promise<number[]> {
  const rows = await query<{ id: number }>(
    `insert into person (name, email, password_hash, time_zone)
     select $1 || ' ' || n, gen_random_uuid()::text, $2, 'UTC' from generate_series(1, $3) n
     returning id`,
    [name, await hashPassword(PASSWORD), count],
  );
  const ids = rows.map(({ id }) => Number(id));
  await query(`update person set email = 'person-' || id || '@example.org' where id = any($1)`, [
    ids,
  ]);
  return ids;
}

/** A circle with threads, a session to answer and a book to be somewhere in. */
async function makeRoom(query: Query, host: number, members: number[]) {
  const [circle] = await makeCircles(query, 1, 12, [host, ...members]);
  if (!circle) throw new Error('No circle was made.');
  const threads = await query<{ id: number }>(
    `insert into thread (circle_id, title, started_by, submission_key)
     select $1, 'Where is the delay?', $2, gen_random_uuid() from generate_series(1, 3)
     returning id`,
    [circle.id, host],
  );
  const [session] = await query<{ id: number }>(
    `insert into session
       (circle_id, title, starts_at, time_zone, minutes, calendar_uid, created_by, submission_key)
     values ($1, 'Chapter 1', now() + interval '7 days', 'UTC', 60, gen_random_uuid(), $2,
             gen_random_uuid())
     returning id`,
    [circle.id, host],
  );
  const [reading] = await query<{ id: number }>(
    `with read as (
       insert into book (circle_id, title, added_by, submission_key)
       values ($1, 'Thinking in Systems', $2, gen_random_uuid()) returning id
     )
     insert into reading (circle_id, book_id, starts_on, ends_on, created_by, submission_key)
     select $1, read.id, current_date, current_date + 60, $2, gen_random_uuid() from read
     returning id`,
    [circle.id, host],
  );
  return {
    circle,
    threadIds: threads.map(({ id }) => Number(id)),
    sessionId: Number(session?.id),
    readingId: Number(reading?.id),
  };
}

/** Circles with an agreement and a join link; the first of `members` hosts them. */
async function makeCircles(query: Query, count: number, seats: number, members: number[]) {
  const made = Array.from({ length: count }, () => ({ token: newToken(), slug: '' }));
  for (const circle of made) circle.slug = `reads-${hashToken(circle.token).slice(0, 16)}`;
  const [host] = members;
  const rows = await query<{ id: number; slug: string }>(
    `insert into circle (slug, name, seats, time_zone, created_by)
     select slug, 'Reads under load', $2, 'UTC', $3 from unnest($1::text[]) slug
     returning id, slug`,
    [made.map(({ slug }) => slug), seats, host],
  );
  const idOf = new Map(rows.map(({ slug, id }) => [slug, Number(id)]));
  const circles: OpenCircle[] = made.map((one) => ({ ...one, id: idOf.get(one.slug) ?? 0 }));
  const ids = circles.map(({ id }) => id);
  await query(
    `insert into agreement (circle_id, version, body, written_by)
     select id, 1, 'What is said here stays here.', $2 from unnest($1::bigint[]) id`,
    [ids, host],
  );
  await query(
    `insert into membership (circle_id, person_id, role)
     select id, member, case member when $3 then 'host' else 'member' end
       from unnest($1::bigint[]) id, unnest($2::bigint[]) member`,
    [ids, members, host],
  );
  await query(
    `insert into agreement_consent (circle_id, version, person_id)
     select id, 1, member from unnest($1::bigint[]) id, unnest($2::bigint[]) member`,
    [ids, members],
  );
  await query(
    `insert into join_link (circle_id, token_hash, created_by, expires_at)
     select id, hash, $3, now() + interval '1 day'
       from unnest($1::bigint[], $2::text[]) link (id, hash)`,
    [ids, circles.map(({ token }) => hashToken(token)), host],
  );
  return circles;
}
