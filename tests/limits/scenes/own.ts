import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { account, PASSWORD } from '#tests/accounts/given.ts';
import { goodreads, three } from '#tests/shelves/exports.ts';
import { person } from '#tests/support/cast.ts';
import { nthOf, rowsOf, type Scene, ten, tenKeys, UNFIT } from '../scene.ts';

/** What people make for themselves: their shelf, and the mails they have sent to their address. */

export async function shelvingBooks(): Promise<Scene> {
  const who = await person('Lena');
  const keys = tenKeys();
  const form = (n: number) => ({
    ...{ title: `Volume ${n}`, author: 'Somebody Known', state: 'want' },
    submissionKey: nthOf(keys, n),
  });
  return {
    who,
    nth: (n) => ({ path: '/shelf/books/new', form: form(n) }),
    mate: await person('Rui'),
    kept: ['Somebody Known'],
    made: () => rowsOf('shelf_book', 'person_id', who),
    unfit: { path: '/shelf/books/new', form: { ...form(UNFIT), isbn: '9781491973890' } },
  };
}

function upload(key: string, content: string): FormData {
  const form = new FormData();
  form.append('submissionKey', key);
  form.append('file', new File([content], 'library.csv', { type: 'text/csv' }));
  return form;
}

export async function importing(): Promise<Scene> {
  const who = await person('Lena');
  const keys = tenKeys();
  const send = (n: number, content = goodreads(three)) => ({
    path: '/shelf/imports/new',
    form: upload(nthOf(keys, n), content),
  });
  return {
    who,
    nth: (n) => send(n),
    mate: await person('Rui'),
    kept: ['a page cannot keep it'],
    made: () => rowsOf('shelf_import', 'person_id', who),
    unfit: send(UNFIT, 'Name,Price\nTea,3'),
  };
}

const mailsFor = (personId: number) => async () => {
  const { rows } = await sql<{ count: number }>`
    select count(*) from message
    where kind = 'email-confirmation' and person_id = ${personId}`.execute(
    acrossCircles(db, 'a message is its recipient’s'),
  );
  return rows[0]?.count ?? 0;
};

export async function changingAddress(): Promise<Scene> {
  const [who, mate] = [await account(), await account()];
  const addresses = ten((n) => `amara-${who.personId}-${n}@example.org`);
  const ask = (email: string) => ({
    path: '/account/email',
    form: { email, currentPassword: PASSWORD },
  });
  return {
    who,
    nth: (n) => ask(nthOf(addresses, n)),
    mate,
    kept: [`amara-${who.personId}-`],
    made: mailsFor(who.personId),
    unfit: ask(who.email),
  };
}

/** Addresses that people would rather not be with. */
export async function keepingApart(): Promise<Scene> {
  const [who, mate] = [await person('Noor'), await person('Rui')];
  const keep = (address: string) => ({ path: '/account/apart', form: { person: '', address } });
  return {
    who,
    nth: (n) => keep(`boss-${n}@example.org`),
    mate,
    kept: ['boss-'],
    made: () => rowsOf('keep_apart', 'person_id', who),
    unfit: keep(who.email),
  };
}

export async function confirmingAddress(): Promise<Scene> {
  const [who, mate] = [await account(), await account()];
  return {
    who,
    nth: () => ({ path: '/account/confirmation', form: {} }),
    mate,
    kept: [],
    made: mailsFor(who.personId),
  };
}

export async function makingFeeds(): Promise<Scene> {
  const [who, mate] = [await person('Noor'), await person('Rui')];
  // One that came before makes nothing, so each is of another page.
  const make = (circle: string) => ({
    path: '/account/calendar',
    form: { act: 'make', circle, submissionKey: randomUUID() },
  });
  return {
    who,
    nth: () => make(''),
    mate,
    kept: [],
    made: () => rowsOf('calendar_feed', 'person_id', who),
    unfit: make('no-such-circle'),
  };
}
