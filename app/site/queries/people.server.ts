import { sql } from 'kysely';
import type { Admin } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';

export const PEOPLE_A_PAGE = 30;

interface Cursor {
  name: string;
  id: number;
}

const byName = sql`search_key(person.name) collate "C"`;

const selected = () =>
  db
    .selectFrom('person')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
    .leftJoin('site_admin as admin', 'admin.person_id', 'person.id')
    .leftJoin('email_confirmed as confirmed', (join) =>
      join
        .onRef('confirmed.person_id', '=', 'person.id')
        .on(sql<boolean>`address_key(confirmed.email) = address_key(person.email)`),
    )
    .select(['person.id', 'person.name', 'person.email', 'person.company', 'person.created_at'])
    .select(['closed.at as closed_at', 'admin.granted_at', 'confirmed.at as confirmed_at']);

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

const asPerson = (row: Row) => ({
  id: row.id,
  name: row.name,
  email: row.email,
  company: row.company,
  since: row.created_at.toISOString(),
  deactivatedAt: row.closed_at?.toISOString() ?? null,
  isAdmin: row.granted_at !== null,
  emailConfirmed: row.confirmed_at !== null,
});

/**
 * People of the site by name, a page at a time.
 * @param search part of a name or address; '' for everybody
 * @param after `next` of the previous page
 */
export async function peopleOf(_admin: Admin, search: string, after: string | null) {
  const cursor = readCursor(after);
  const pattern = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await selected()
    .$if(search.trim() !== '', (query) =>
      query.where(
        sql<boolean>`search_key(person.name || ' ' || person.email) like search_key(${pattern})`,
      ),
    )
    .$if(cursor !== null, (query) =>
      query.where(
        sql<boolean>`(${byName}, person.id) > (search_key(${cursor?.name}), ${cursor?.id})`,
      ),
    )
    .orderBy(byName)
    .orderBy('person.id')
    .limit(PEOPLE_A_PAGE + 1)
    .execute();
  const page = rows.slice(0, PEOPLE_A_PAGE);
  const last = page.at(-1);
  return {
    people: page.map(asPerson),
    next: rows.length > PEOPLE_A_PAGE && last ? writeCursor(last) : null,
  };
}

/** One person, as the administrator sees them; null when there is none. */
export async function personFor(_admin: Admin, personId: number) {
  const row = await selected().where('person.id', '=', personId).executeTakeFirst();
  return row ? asPerson(row) : null;
}

const writeCursor = ({ name, id }: Cursor) =>
  Buffer.from(JSON.stringify([name, id])).toString('base64url');

/** A cursor that is not one of ours begins the list anew. */
function readCursor(written: string | null): Cursor | null {
  try {
    const [name, id] = JSON.parse(Buffer.from(written ?? '', 'base64url').toString());
    return typeof name === 'string' && Number.isSafeInteger(id) ? { name, id } : null;
  } catch {
    return null;
  }
}
