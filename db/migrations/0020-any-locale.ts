import { type Kysely, sql } from 'kysely';

/**
 * Addresses and words are compared in one way, whatever the locale of the database: lower() alone
 * makes “ınfo” of “INFO” in a Turkish one, and leaves “É” alone in the locale C.
 * @throws Error when two accounts have the same address, which only such a locale let in
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create function address_key(address text) returns text
  language sql immutable parallel safe
  return lower(address collate "C");
comment on function address_key is
  'What addresses are compared by. They are ASCII, and so is this: addressKey() says the same.';

-- A word as people look for it and as lists are ordered by it, with collate "C": without capitals
-- and accents, and with one letter i instead of the Turkish two.
create function search_key(written text) returns text
  language sql immutable parallel safe
  return case
    when octet_length(written) = length(written) then lower(written collate "C")
    else translate(
      lower(
        translate(regexp_replace(normalize(written, nfd), '[\\u0300-\\u036f]', '', 'g'), 'Iı', 'ii')
        collate ${await anyAlphabet(db)}
      ) collate "C", 'ς', 'σ')
    end;
`)
    .execute(db);
  await refuseTwins(db);
  await sql
    .raw(`
drop index person_email_key;
create unique index person_email_key on person (address_key(email));

-- Of several open invitations to the same address the newest holds.
update invitation set revoked_at = now()
 where accepted_at is null and revoked_at is null and exists (
   select from invitation newer
    where newer.circle_id = invitation.circle_id and newer.id > invitation.id
      and address_key(newer.email) = address_key(invitation.email)
      and newer.accepted_at is null and newer.revoked_at is null);
drop index invitation_open;
create unique index invitation_open on invitation (circle_id, address_key(email))
  where accepted_at is null and revoked_at is null;
drop index invitation_address;
create index invitation_address on invitation (address_key(email))
  where accepted_at is null and revoked_at is null;

drop index sign_up_email;
create index sign_up_email on sign_up (address_key(email));

drop index person_by_name;
create index person_by_name on person (search_key(name) collate "C", id);
drop index catalogue_book_title;
create index catalogue_book_title on catalogue_book (search_key(title) collate "C", id);
drop index catalogue_book_words;
create index catalogue_book_words on catalogue_book
  using gin (to_tsvector('simple', search_key(title || ' ' || subtitle || ' ' || author)));
`)
    .execute(db);
}

/** A collation in which lower() knows every alphabet: 17 and newer, or built with ICU as most are. */
async function anyAlphabet(db: Kysely<unknown>): Promise<string> {
  const { rows } = await sql<{ collname: string }>`
    select collname from pg_collation
     where collnamespace = 'pg_catalog'::regnamespace and collname in ('pg_c_utf8', 'und-x-icu')
     order by collname = 'pg_c_utf8' desc limit 1`.execute(db);
  return `"${rows[0]?.collname ?? 'default'}"`;
}

async function refuseTwins(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ id: number; email: string; other: number }>`
    select a.id, a.email, b.id as other from person a
      join person b on address_key(b.email) = address_key(a.email) and b.id > a.id
     order by a.id limit 1`.execute(db);
  const [twin] = rows;
  if (!twin) return;
  throw new Error(
    `Two accounts (${twin.id} and ${twin.other}) have the same address but for capitals, ${twin.email}, and nobody could tell which of them signs in. Give one of them another, then start again: UPDATE person SET email = 'ada@example.org' WHERE id = ${twin.other};`,
  );
}
