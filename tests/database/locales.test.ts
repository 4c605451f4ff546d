import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { asAdmin } from '#app/access/membership.server.ts';
import { newSetupLink } from '#app/accounts/commands/account-links.server.ts';
import { addBook } from '#app/books/commands/add-book.server.ts';
import { catalogueFor } from '#app/books/queries/catalogue.server.ts';
import { addOwnBook } from '#app/shelves/commands/shelf-books.server.ts';
import { shelfOf } from '#app/shelves/queries/shelf.server.ts';
import { peopleOf } from '#app/site/queries/people.server.ts';
import { closeDatabase, db } from '#db/database.server.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { carried, elsewhere, PASSWORD } from '#tests/accounts/given.ts';
import { invitationTo } from '#tests/circles/circle.ts';
import { join, newcomer } from '#tests/joining/newcomer.ts';
import { ask } from '#tests/support/ask.ts';
import { circleOf, viewer } from '#tests/support/cast.ts';
import { createDatabase, dropDatabase } from '#tests/support/database.ts';
import { linkTo } from '#tests/support/jobs.ts';

// What lower() and ilike say of the letter i differs in the first three; the last knows ASCII only.
const LOCALES = {
  Turkish: "LOCALE_PROVIDER icu ICU_LOCALE 'tr-TR'",
  Azerbaijani: "LOCALE_PROVIDER icu ICU_LOCALE 'az'",
  Lithuanian: "LOCALE_PROVIDER icu ICU_LOCALE 'lt'",
  C: "LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'",
};

const titlesOf = (books: { title: string }[]) => books.map(({ title }) => title);

describe.each(Object.entries(LOCALES))('a database in the locale %s', (name, locale) => {
  const usual = process.env.DATABASE_URL;
  let url = '';
  beforeAll(async () => {
    await closeDatabase();
    const database = `${inject('template')}_${name.toLowerCase()}_${process.pid}`;
    url = await createDatabase(inject('serverUrl'), database, 'template0', locale);
    process.env.DATABASE_URL = url;
    await migrateDatabase(url);
    await db.insertInto('site').values({ secret: 'the secret of the tests' }).execute();
  });
  afterAll(async () => {
    await closeDatabase();
    process.env.DATABASE_URL = usual;
    await dropDatabase(url, inject('serverUrl'));
  });

  const signIn = (email: string) =>
    ask('/sign-in', { form: { email, password: PASSWORD }, ip: elsewhere() });

  const idOf = async (email: string) =>
    (await db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst())
      ?.id ?? 0;

  test('the first hour: set up, sign out and in, invite, join, look for people and books', async () => {
    const typed = { email: 'INFO.Iris@example.org' };
    const link = (await newSetupLink()) ?? '';
    const set = await ask(link, {
      form: { ...typed, name: 'Élodie IŞIK', password: PASSWORD, timeZone: 'Europe/Istanbul' },
    });
    expect(set.location).toBe('/');
    const cookie = carried(set.cookies);
    expect((await ask('/sign-out', { cookie, form: {} })).status).toBe(303);
    for (const email of ['info.iris@example.org', 'INFO.IRIS@EXAMPLE.ORG', typed.email]) {
      expect((await signIn(email)).location, email).toBe('/');
    }
    // The link in the mail is for the address as it was typed.
    expect((await ask(await linkTo(typed.email), { cookie, form: {} })).status).toBe(303);
    const ines = await viewer(await idOf(typed.email));
    expect(ines.emailConfirmed).toBe(true);

    const circle = await circleOf({ host: ines });
    const { token } = await invitationTo(circle, 'IRIS@example.org');
    const joined = await join(token, newcomer({ name: 'İpek', email: 'iris@example.org' }));
    expect(joined.location).toBe(`/circles/${circle.slug}`);
    expect((await signIn('IRIS@EXAMPLE.ORG')).status).toBe(303);
    const second = await invitationTo(circle, 'IDA@example.org');
    const twin = newcomer({ email: typed.email.toLowerCase(), password: 'not the one of theirs' });
    expect((await join(second.token, twin)).status).toBe(422);

    const admin = asAdmin(ines);
    if (!admin) throw new Error('The first account does not administer the site.');
    const found = async (search: string) =>
      (await peopleOf(admin, search, null)).people.map((person) => person.name);
    for (const search of ['ipek', 'IPEK', 'İPEK', 'ıpek']) {
      expect(await found(search), search).toEqual(['İpek']);
    }
    for (const search of ['ışık', 'isik', 'IŞIK', 'élodie', 'ELODIE', 'info.iris']) {
      expect(await found(search), search).toEqual(['Élodie IŞIK']);
    }
  });

  test('books are found and listed however i, capitals and accents are written', async () => {
    const host = (await circleOf()).host;
    const titles = ['Zen', 'İnce Memed', 'Éducation', 'Istanbul', 'ıhlamur', 'Ёжик', 'apples'];
    for (const title of titles) {
      await addBook(host, {
        ...{ submissionKey: randomUUID(), title, subtitle: '', author: 'Yaşar Kemal' },
        ...{ isbn: null, lastPage: 100, sections: [] },
      });
      await addOwnBook(
        host.viewer,
        {
          ...{ submissionKey: randomUUID(), title, author: '', isbn: null, pages: null },
          ...{ state: 'want', readOn: null, rating: null },
        },
        '2026-03-01',
      );
    }
    const listed = async (search: string, after: string | null = null) => {
      const page = await catalogueFor(host.viewer, search, after);
      return page.open ? titlesOf(page.books) : [];
    };
    expect(await listed('')).toEqual([
      ...['apples', 'Éducation', 'ıhlamur', 'İnce Memed', 'Istanbul', 'Zen', 'Ёжик'],
    ]);
    const shelf = async (search: string) =>
      titlesOf(
        (await shelfOf(host.viewer, { state: null, search, sort: 'latest', after: null })).books,
      );
    for (const [search, title] of [
      ...[
        ['ince', 'İnce Memed'],
        ['İNCE', 'İnce Memed'],
        ['INCE', 'İnce Memed'],
      ],
      ...[
        ['istanbul', 'Istanbul'],
        ['İSTANBUL', 'Istanbul'],
        ['ıstanbul', 'Istanbul'],
      ],
      ...[
        ['IHLAMUR', 'ıhlamur'],
        ['education', 'Éducation'],
        ['ÉDUCATION', 'Éducation'],
      ],
      ...[
        ['éducation'.normalize('NFD'), 'Éducation'],
        ['ЁЖИК', 'Ёжик'],
        ['ежик', 'Ёжик'],
      ],
    ] as [string, string][]) {
      expect(await listed(search), search).toEqual([title]);
      expect(await shelf(search), search).toEqual([title]);
    }
    expect(await listed('kemal YASAR')).toHaveLength(titles.length);
    // Marks, and nothing they would stand on.
    expect(await listed('\u0301')).toHaveLength(titles.length);
    expect(await listed('\u0301 zen ½ ⑴')).toEqual([]);
  });

  test('a list goes on where its page ended', async () => {
    const made = Array.from({ length: 70 }, (_, i) => ({
      name: `${['İ', 'I', 'ı', 'i', 'É', 'z'][i % 6]}${i}`,
      ...{ email: `p${i}@example.org`, password_hash: 'x' },
    }));
    await db.insertInto('person').values(made).execute();
    await db.deleteFrom('site_admin').execute();
    const { personId } = await viewer(await idOf('p0@example.org'));
    await db.insertInto('site_admin').values({ person_id: personId }).execute();
    const admin = asAdmin(await viewer(personId));
    if (!admin) throw new Error('No administrator.');
    const seen: number[] = [];
    for (let after: string | null = null, page = 0; page < 9; page++) {
      const { people, next } = await peopleOf(admin, '@example.org', after);
      seen.push(...people.map(({ id }) => id));
      after = next;
      if (!next) break;
    }
    const { rows } = await sql<{ n: number }>`select count(*) as n from person`.execute(db);
    expect(new Set(seen).size).toBe(rows[0]?.n);
    expect(seen).toHaveLength(rows[0]?.n ?? 0);
  });
});
