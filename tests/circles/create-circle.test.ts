import { expect, test } from 'vitest';
import { createCircle } from '#app/circles/commands/create-circle.server.ts';
import { newSlug } from '#app/circles/rules/slug.server.ts';
import { person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { circleForm, membersOf, startCircle } from './circle.ts';
import { post, textOf } from './visits.ts';

test('the person who starts a circle is its host and agrees to what they wrote', async () => {
  const ines = await person('Ines');
  const { circleId, slug } = await startCircle(ines);
  expect(slug).toMatch(/^tuesday-leads-[a-z0-9]{5}$/);
  expect(await membersOf(circleId)).toEqual(['Ines, host']);
  const consents = await db
    .selectFrom('agreement_consent')
    .select(['version', 'person_id'])
    .where('circle_id', '=', circleId)
    .execute();
  expect(consents).toEqual([{ version: 1, person_id: ines.personId }]);
});

test('the same submission sent five times at once is one circle', async () => {
  const ines = await person('Ines');
  const form = circleForm();
  const made = await Promise.all(Array.from({ length: 5 }, () => createCircle(ines, form)));
  expect(new Set(made.map(({ slug }) => slug)).size).toBe(1);
  const noor = await person('Noor');
  expect((await createCircle(noor, form)).slug).not.toBe(made[0]?.slug);
});

test('the same form with something else in it starts no circle, and is not answered as saved', async () => {
  const ines = await person('Ines');
  const { seats, ...rest } = circleForm();
  const form = { ...rest, seats: String(seats) };
  const first = await post(ines, '/circles/new', form);
  expect(first.status).toBe(303);
  expect((await post(ines, '/circles/new', form)).location).toBe(first.location);
  for (const changed of [
    { name: 'Thursday leads' },
    { purpose: 'We read fast.' },
    { seats: '5' },
    { agreement: 'Another rule, just as good.' },
    { cloth: 'plum' },
  ]) {
    const page = await post(ines, '/circles/new', { ...form, ...changed });
    expect(page.status).toBe(422);
    expect(textOf(page)).toContain('What was saved first Tuesday leads');
    expect(page.body).toContain(`href="${first.location}"`);
    expect(page.body).toContain(Object.values(changed)[0]);
    expect(page.body).not.toContain(form.submissionKey);
  }
  expect((await viewer(ines)).memberships).toHaveLength(1);
});

test('circles of one name have addresses of their own', async () => {
  const ines = await person('Ines');
  const [one, two] = [await startCircle(ines), await startCircle(ines)];
  expect(one.slug).not.toBe(two.slug);
});

test('an address is made of any name', () => {
  expect(newSlug('Führung & Mut’s “Kreis”')).toMatch(/^fuhrung-muts-kreis-[a-z0-9]{5}$/);
  expect(newSlug('读书会')).toMatch(/^circle-[a-z0-9]{5}$/);
  expect(newSlug('a'.repeat(80))).toMatch(/^a{40}-[a-z0-9]{5}$/);
});

test('the database keeps the last host in a circle', async () => {
  const ines = await person('Ines');
  const { circleId } = await startCircle(ines);
  const demote = db
    .updateTable('membership')
    .set({ role: 'member' })
    .where('circle_id', '=', circleId)
    .execute();
  await expect(demote).rejects.toThrow('without a host');
  const drop = db.deleteFrom('membership').where('circle_id', '=', circleId).execute();
  await expect(drop).rejects.toThrow('without a host');
  expect(await membersOf(circleId)).toEqual(['Ines, host']);
});
