import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connect } from '#db/database.server.ts';
import { migrateTo, migrateToLatest } from '#db/migrate.ts';
import { createDatabase, dropDatabase } from '#tests/support/database.ts';

const ROOT = join(import.meta.dirname, '../..');

let url: string;
beforeAll(async () => {
  const name = `${inject('template')}_older_${process.pid}`;
  const locale = "LOCALE_PROVIDER icu ICU_LOCALE 'tr-TR'";
  url = await createDatabase(inject('serverUrl'), name, 'template0', locale);
});
afterAll(() => dropDatabase(url, inject('serverUrl')));

test('an older Turkish database: twins are named and nothing is lost, invitations are put in order', async () => {
  const { db, pool } = connect(url, 2);
  try {
    await migrateTo(db, pool, '0019-backups');
    // In Turkish, the lower case of these differs.
    const emails = ['INES@example.org', 'ines@example.org', 'noor@example.org'];
    const people = await db
      .insertInto('person')
      .values(emails.map((email) => ({ name: 'Ines', email, password_hash: 'x' })))
      .returning('id')
      .execute();
    const [ines, twin] = people.map(({ id }) => id) as [number, number];
    const circle = await db
      .insertInto('circle')
      .values({ slug: 'tuesday', name: 'T', purpose: '', time_zone: 'UTC', created_by: ines })
      .returning('id')
      .executeTakeFirstOrThrow();
    const invitations = ['IDA@example.org', 'ida@example.org', 'rui@example.org'];
    for (const email of invitations) {
      await db
        .insertInto('invitation')
        .values({
          ...{ circle_id: circle.id, email, role: 'member', token_hash: email, invited_by: ines },
          expires_at: new Date('2031-01-01'),
        })
        .execute();
    }

    const refused = await migrateToLatest(db, pool).catch((error: Error) => error);
    expect(refused).toMatchObject({
      message: expect.stringContaining(`Two accounts (${ines} and ${twin}) have the same address`),
    });
    const [, remedy = ''] = /: (UPDATE .*;)$/.exec((refused as Error).message) ?? [];
    await pool.query(remedy);

    expect(await migrateToLatest(db, pool)).toContain('0020-any-locale');
    const rows = await db
      .selectFrom('invitation')
      .select(['email', 'revoked_at'])
      .orderBy('id')
      .execute();
    expect(rows.map(({ email }) => email)).toEqual(invitations);
    expect(rows.map(({ revoked_at }) => revoked_at !== null)).toEqual([true, false, false]);
    expect(await db.selectFrom('person').select('id').execute()).toHaveLength(3);
    await expect(
      db
        .insertInto('person')
        .values({ name: 'Ines', email: 'Ines@Example.org', password_hash: 'x' })
        .execute(),
    ).rejects.toThrow('person_email_key');
  } finally {
    await db.destroy();
  }
});

test('nothing is compared in a way that depends on the database’s locale', () => {
  // address_key() and search_key() say the same everywhere, and a range's bounds are no letters.
  const asFound = /\b(lower|upper|initcap)\((?!gap\))|'(lower|upper)'|\bilike\b|'ilike'|~\*|citext/;
  const guilty = readdirSync(join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('common-passwords.server.ts'))
    .filter((file) => asFound.test(readFileSync(join(ROOT, 'app', file), 'utf8')));
  expect(guilty).toEqual([]);
});
