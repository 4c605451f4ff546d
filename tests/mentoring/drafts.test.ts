import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { beginAsk } from '#app/mentoring/asks/commands/begin-ask.server.ts';
import { closeAsk, reopenAsk } from '#app/mentoring/asks/commands/close-ask.server.ts';
import { discardAsk } from '#app/mentoring/asks/commands/discard-ask.server.ts';
import { keepAsk } from '#app/mentoring/asks/commands/keep-ask.server.ts';
import type { BeginAskInput } from '#app/mentoring/asks/forms.ts';
import { asksPage } from '#app/mentoring/asks/queries/asks-page.server.ts';
import { askToWrite } from '#app/mentoring/asks/queries/rehearsal.server.ts';
import { MOST_DRAFTS } from '#app/mentoring/asks/rules/ask.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { asAsker, openAsk } from './scene.ts';

const begin = (given: Partial<BeginAskInput> = {}): BeginAskInput => ({
  ...{ title: 'How do I hand over the rota?', body: 'In **May** I promised it.', neededBy: null },
  ...{ circle: '', note: '', passage: '', takeaway: '', commitment: '', card: '' },
  submissionKey: randomUUID(),
  ...given,
});

let noor: Viewer;
beforeEach(async () => {
  noor = await person('Noor');
});

/** A draft of Noor's. */
async function draft(given: Partial<BeginAskInput> = {}) {
  const begun = await beginAsk(noor, begin(given));
  if (!begun.ok) return expect.fail(begun.reason);
  return proofOf(begun.askId);
}

async function proofOf(askId: number) {
  const asker = await asAsker(noor, askId);
  return asker ?? expect.fail('Noor is its asker');
}

const rowOf = (id: number) =>
  db.selectFrom('ask').selectAll().where('id', '=', id).executeTakeFirst();

describe('a draft', () => {
  test('is kept as it was begun, and is its asker’s alone', async () => {
    const asker = await draft({ neededBy: '2026-12-04' });
    expect(await askToWrite(asker)).toMatchObject({
      ...{ title: 'How do I hand over the rota?', state: 'draft', version: 1 },
      ...{ html: '<p>In <strong>May</strong> I promised it.</p>', neededBy: '2026-12-04' },
    });
    expect(await asAsker(await person('Rui'), asker.askId)).toBeNull();
  });

  test('is one, sent twice; with other words under its key it is refused and names the first', async () => {
    const form = begin();
    const first = await beginAsk(noor, form);
    expect(await beginAsk(noor, form)).toEqual(first);
    const other = await beginAsk(noor, { ...form, title: 'Something else' });
    expect(other).toEqual({ ...first, ok: false, reason: 'saved-first' });
  });

  test('needs a word', async () => {
    expect(await beginAsk(noor, begin({ title: '', body: '' }))).toEqual({
      ...{ ok: false, reason: 'blank' },
    });
    expect(await beginAsk(noor, begin({ title: '' }))).toMatchObject({ ok: true });
  });

  test('comes from a passage, as long as that is there to be seen', async () => {
    const circle = await circleOf({ members: [noor] });
    const { threadId } = await threadBy(circle.host);
    const noteId = await noteBy(circle.host, threadId, { quote: 'A model.', quotePage: '86' });
    noor = await viewer(noor);
    const from = { circle: circle.slug, passage: String(noteId) };
    const asker = await draft(from);
    expect((await askToWrite(asker))?.source).toMatchObject({ kind: 'passage', quote: 'A model.' });
    const stranger = await person('Mallory');
    expect(await beginAsk(stranger, begin(from))).toEqual({ ok: false, reason: 'no-source' });
    // It survives that its asker leaves, and that the circle is archived.
    await db.deleteFrom('membership').where('person_id', '=', noor.personId).execute();
    expect(await askToWrite(await proofOf(asker.askId))).toMatchObject({ state: 'draft' });
  });

  test('is one of so many, however many are begun at once', async () => {
    const keep = MOST_DRAFTS - 2;
    await db
      .insertInto('ask')
      .values(
        Array.from({ length: keep }, () => ({
          ...{ asker_id: noor.personId, title: 'One of many', submission_key: randomUUID() },
        })),
      )
      .execute();
    const begun = await Promise.all([1, 2, 3, 4].map(() => beginAsk(noor, begin())));
    expect(begun.filter(({ ok }) => ok)).toHaveLength(2);
    expect(begun).toContainEqual({ ok: false, reason: 'most' });
  });
});

describe('keeping', () => {
  const text = { title: 'Another line', body: 'Another text.', neededBy: null };

  test('a draft replaces what it said', async () => {
    const asker = await draft();
    expect(await keepAsk(asker, { ...text, version: 1 })).toMatchObject({ ok: true, version: 2 });
    expect(await rowOf(asker.askId)).toMatchObject({ title: 'Another line', version: 2 });
    expect(await versionsOf(asker.askId)).toEqual([]);
  });

  test('an open ask keeps what others could read before', async () => {
    const asker = await proofOf(await openAsk(noor, { title: 'As it was' }));
    expect(await keepAsk(asker, { ...text, version: 1 })).toMatchObject({ ok: true, version: 2 });
    expect(await versionsOf(asker.askId)).toEqual([{ version: 1, title: 'As it was' }]);
    const untitled = await keepAsk(asker, { ...text, title: '', version: 2 });
    expect(untitled).toEqual({ ok: false, reason: 'untitled' });
  });

  test('from an older page hands back what it says now, and changes nothing', async () => {
    const asker = await draft();
    await keepAsk(asker, { ...text, version: 1 });
    const older = await keepAsk(asker, { ...text, title: 'From the other tab', version: 1 });
    expect(older).toMatchObject({
      ...{ ok: false, reason: 'changed' },
      theirs: { title: 'Another line', html: '<p>Another text.</p>', version: 2 },
    });
    // The same words again are kept already.
    expect(await keepAsk(asker, { ...text, version: 1 })).toMatchObject({ ok: true, version: 2 });
  });

  test('two tabs at once: one is kept, the other is told', async () => {
    const asker = await draft();
    const both = await Promise.all(
      ['One', 'Two'].map((title) => keepAsk(asker, { ...text, title, version: 1 })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'changed' });
  });

  test('a closed ask stays as it is', async () => {
    const asker = await proofOf(await openAsk(noor));
    await closeAsk(asker, 'found');
    expect(await keepAsk(asker, { ...text, version: 2 })).toEqual({ ok: false, reason: 'closed' });
  });
});

const versionsOf = (askId: number) =>
  db.selectFrom('ask_version').select(['version', 'title']).where('ask_id', '=', askId).execute();

describe('discarding, closing and opening again', () => {
  test('a draft goes; what was sent stays', async () => {
    const asker = await draft();
    expect(await discardAsk(asker)).toEqual({ ok: true });
    expect(await rowOf(asker.askId)).toBeUndefined();
    const sent = await proofOf(await openAsk(noor));
    expect(await discardAsk(sent)).toEqual({ ok: false, reason: 'sent' });
    expect(await rowOf(sent.askId)).toMatchObject({ state: 'open' });
  });

  test('an open ask is closed as its asker says, once, and its days begin anew when it is opened', async () => {
    const asker = await proofOf(await openAsk(noor, { at: new Date('2026-11-01T09:00:00Z') }));
    await db.updateTable('ask').set({ nudges: 2 }).where('id', '=', asker.askId).execute();
    const at = new Date('2026-11-20T09:00:00Z');
    expect(await closeAsk(asker, 'unneeded', { now: at })).toEqual({ ok: true });
    await closeAsk(asker, 'found');
    expect(await rowOf(asker.askId)).toMatchObject({ closed_as: 'unneeded', closed_at: at });
    const again = new Date('2026-11-21T09:00:00Z');
    await reopenAsk(asker, { now: again });
    expect(await rowOf(asker.askId)).toMatchObject({
      ...{ state: 'open', opened_at: again, nudges: 0, closed_at: null, closed_as: null },
    });
  });

  test('a draft is not closed', async () => {
    const asker = await draft();
    expect(await closeAsk(asker, 'found')).toEqual({ ok: false, reason: 'draft' });
    await reopenAsk(asker);
    expect(await rowOf(asker.askId)).toMatchObject({ state: 'draft' });
  });
});

describe('the page of asks', () => {
  test('has mine, what I am asked, and nothing of others’', async () => {
    const [rui, mallory] = [await person('Rui'), await person('Mallory')];
    const circle = await circleOf({ host: rui, members: [noor] });
    await draft({ title: 'My draft' });
    await openAsk(noor, { title: 'My ask' });
    await openAsk(rui, { title: 'To my circle', to: { circleId: circle.id } });
    await openAsk(rui, { title: 'To me', to: { person: noor } });
    await openAsk(mallory, { title: 'Mallory’s, of nobody here' });
    const page = await asksPage(await viewer(noor), null);
    expect(page.drafts.map(({ title }) => title)).toEqual(['My draft']);
    expect(page.open.map(({ title }) => title)).toEqual(['My ask']);
    expect(page.asked.map(({ title, alone }) => [title, alone])).toEqual([
      ['To me', true],
      ['To my circle', false],
    ]);
    const theirs = await asksPage(await viewer(rui), null);
    expect(JSON.stringify(theirs)).not.toContain('My draft');
    await db
      .insertInto('person_block')
      .values({ person_id: rui.personId, blocked_id: noor.personId })
      .execute();
    expect((await asksPage(await viewer(noor), null)).asked).toEqual([]);
  });

  test('lists closed ones twenty a page, each once', async () => {
    const ids: number[] = [];
    for (let made = 0; made < 25; made++) {
      const asker = await proofOf(await openAsk(noor, { title: `Ask ${made}` }));
      await closeAsk(asker, 'found', { now: new Date(Date.UTC(2026, 10, 1, 9, 0, made % 3)) });
      ids.push(asker.askId);
    }
    const first = await asksPage(noor, null);
    const second = await asksPage(noor, first.older);
    expect([first.closed.length, second.closed.length, second.older]).toEqual([20, 5, null]);
    const listed = [...first.closed, ...second.closed].map(({ id }) => id);
    expect(new Set(listed)).toEqual(new Set(ids));
    expect(await asksPage(noor, 'nonsense')).toEqual(first);
  });
});
