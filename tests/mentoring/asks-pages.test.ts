import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { formsOf } from '#tests/routes/page-forms.ts';
import { type Answer, ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { openAsk } from './scene.ts';

let circle: CastCircle;
let noor: Viewer;
let rui: Viewer;
let cookie: string;

beforeEach(async () => {
  [noor, rui] = await Promise.all([person('Noor'), person('Rui')]);
  circle = await circleOf({ members: [noor, rui] });
  cookie = await signInCookie(noor);
});

/** The fields of the form of a page that has this button. */
function fieldsOf({ body }: Answer, path: string, with_ = 'title'): Record<string, string> {
  const form = formsOf(body, path).find(({ fields }) => fields.some(({ name }) => name === with_));
  if (!form) return expect.fail(`${path} has no such form`);
  const sent = form.fields.filter(({ isSent }) => isSent);
  return Object.fromEntries(sent.map(({ name, value }) => [name, value]));
}

const text = ({ body }: Answer) =>
  body.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, '');

/** A draft of Noor's, begun on its page. @returns its address */
async function begun(query = '', typed: Record<string, string> = {}) {
  const path = `/asks/new${query}`;
  const fields = fieldsOf(await ask(path, { cookie }), path);
  const form = {
    ...fields,
    title: 'Where does my page blame them?',
    body: 'It is **mine**.',
    ...typed,
  };
  const { location, status } = await ask(path, { cookie, form });
  expect(status).toBe(303);
  return location ?? '';
}

describe('without scripts', () => {
  test('from a passage to a sent ask', async () => {
    const { threadId } = await threadBy(circle.host);
    const noteId = await noteBy(circle.host, threadId, {
      quote: 'A model of it.',
      quotePage: '86',
    });
    const query = `?circle=${circle.slug}&passage=${noteId}`;
    expect(text(await ask(`/asks/new${query}`, { cookie }))).toContain('A model of it.');
    const edit = await begun(query);
    const page = await ask(edit, { cookie });
    expect(text(page)).toContain('A model of it.');
    expect(text(page)).toContain('What would it cost you');
    const form = { ...fieldsOf(page, edit), to: 'person', person: String(rui.personId) };
    const look = await ask(edit, { cookie, form: { ...form, act: 'look' } });
    expect(look.location).toBe(`${edit}?to=person&person=${rui.personId}#reads`);
    const looked = await ask(`${edit}?to=person&person=${rui.personId}`, { cookie });
    expect(text(looked)).toContain('As Rui will read it');
    expect(text(looked)).toContain('Send it to Rui');
    expect(text(looked)).toContain('more often than those who ask expect');
    const filled = fieldsOf(looked, edit);
    expect(filled).toMatchObject({ to: 'person', person: String(rui.personId) });
    const sent = await ask(edit, { cookie, form: { ...filled, act: 'send' } });
    expect([sent.status, sent.location]).toEqual([303, edit.replace(/\/edit$/, '')]);
    expect(text(await ask(sent.location ?? '', { cookie }))).toContain('Asked just now.');
    const mine = await ask('/asks', { cookie });
    expect(text(mine)).toContain('No answer yet.');
    const his = await ask('/asks', { cookie: await signInCookie(rui) });
    expect(text(his)).toContain('Noor asks you');
  });

  test('one that cannot go says why beside whom it was to go to, and keeps what was typed', async () => {
    const edit = await begun();
    const form = fieldsOf(await ask(edit, { cookie }), edit);
    const refused = await ask(edit, {
      cookie,
      form: { ...form, act: 'send', body: 'Typed since.', to: `person-${noor.personId}` },
    });
    expect(refused.status).toBe(422);
    expect(text(refused)).toContain('That is you. Ask somebody else.');
    expect(fieldsOf(refused, edit)).toMatchObject({ body: 'Typed since.', version: '2' });
  });

  test('two tabs: the older one is shown both, and may then keep what it typed', async () => {
    const edit = await begun();
    const older = fieldsOf(await ask(edit, { cookie }), edit);
    await ask(edit, { cookie, form: { ...older, act: 'keep', body: 'From the newer tab.' } });
    const told = await ask(edit, {
      cookie,
      form: { ...older, act: 'keep', body: 'From the older.' },
    });
    expect(told.status).toBe(422);
    expect(text(told)).toContain('From the newer tab.');
    const again = fieldsOf(told, edit);
    expect(again).toMatchObject({ body: 'From the older.', version: '2' });
    const kept = await ask(edit, { cookie, form: { ...again, act: 'keep' } });
    expect(kept.status).toBe(303);
    expect(fieldsOf(await ask(edit, { cookie }), edit).body).toBe('From the older.');
  });

  test('others than were named: nothing goes, and they are named', async () => {
    const edit = await begun();
    const form = fieldsOf(await ask(edit, { cookie }), edit);
    const lena = await person('Lena');
    await db
      .insertInto('membership')
      .values({ circle_id: circle.id, person_id: lena.personId, role: 'member' })
      .execute();
    const send = { ...form, act: 'send', to: `circle-${circle.id}` };
    const refused = await ask(edit, { cookie, form: send });
    expect(refused.status).toBe(422);
    expect(text(refused)).toContain('Others would read it than this page named');
    expect(text(refused)).toContain('Ines, Lena and Rui');
    const again = await ask(edit, { cookie, form: { ...fieldsOf(refused, edit), act: 'send' } });
    expect(again.status).toBe(303);
  });
});

describe('keeping by itself', () => {
  const keeping = (edit: string) => edit.replace(/edit$/, 'keeping');

  test('answers with the checks and the next version', async () => {
    const edit = await begun();
    const form = { title: 'By Friday?', body: '', neededBy: '2026-12-04', version: '1' };
    const answer = await ask(keeping(edit), { cookie, form });
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true, version: 2, html: '' });
    expect(JSON.parse(answer.body).checks).toHaveLength(5);
    const older = await ask(keeping(edit), { cookie, form: { ...form, title: 'Older' } });
    expect(JSON.parse(older.body)).toEqual({ ok: false, reason: 'changed' });
    expect(fieldsOf(await ask(edit, { cookie }), edit).title).toBe('By Friday?');
  });

  test('is nobody else’s', async () => {
    const edit = await begun();
    const other = await signInCookie(rui);
    const form = { title: 'Mine now', body: '', neededBy: '', version: '1' };
    expect((await ask(keeping(edit), { cookie: other, form })).status).toBe(404);
    expect((await ask(edit, { cookie: other })).status).toBe(404);
  });
});

test('what somebody may not see begins nothing', async () => {
  const { threadId } = await threadBy(circle.host);
  const noteId = await noteBy(circle.host, threadId, { quote: 'Only for members.' });
  const mallory = await signInCookie(await person('Mallory'));
  const page = await ask(`/asks/new?circle=${circle.slug}&passage=${noteId}`, { cookie: mallory });
  expect(page.status).toBe(200);
  expect(page.body).not.toContain('Only for members.');
});

test('its asker reads on its page where it went', async () => {
  const to = await openAsk(noor, { to: { circleId: circle.id } });
  expect(text(await ask(`/asks/${to}`, { cookie }))).toContain('It went to Tuesday leads.');
  const mallory = await person('Mallory');
  const beyond = await openAsk(noor, { to: { site: mallory } });
  const page = text(await ask(`/asks/${beyond}`, { cookie }));
  expect(page).toContain('It went to one person whose “ask me about” fits.');
  expect(page).not.toContain('Mallory');
});

test('an ask is closed, and opened again from the list', async () => {
  const id = await openAsk(noor, { title: 'The rota' });
  await ask(`/asks/${id}/closing`, { cookie, form: { as: 'found' } });
  expect(text(await ask('/asks', { cookie }))).toContain('You found help');
  await ask(`/asks/${id}/reopening`, { cookie, form: {} });
  expect(text(await ask('/asks', { cookie }))).toContain('No answer yet.');
});

test('a name that runs the other way turns nothing around it', async () => {
  const name = 'נועה';
  await db.updateTable('person').set({ name }).where('id', '=', rui.personId).execute();
  const edit = await begun();
  expect(text(await ask(edit, { cookie }))).toContain(`\u2068${name}\u2069`);
});
