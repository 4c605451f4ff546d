import { beforeEach, describe, expect, test } from 'vitest';
import type { Partner, Viewer } from '#app/access/proofs.ts';
import { editLine } from '#app/mentoring/conversations/commands/edit-line.server.ts';
import { postLine } from '#app/mentoring/conversations/commands/post-line.server.ts';
import {
  restoreLine,
  takeBackLine,
} from '#app/mentoring/conversations/commands/take-back-line.server.ts';
import { visitConversation } from '#app/mentoring/conversations/commands/visit-conversation.server.ts';
import {
  lineHistory,
  myLine,
  quoteOfLine,
} from '#app/mentoring/conversations/queries/lines.server.ts';
import { person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { conversationOf } from './scene.ts';
import { lineBy, partnerIn, said, twoTalking } from './talk.ts';

let noor: Viewer;
let rui: Viewer;
let asker: Partner;
let helper: Partner;

beforeEach(async () => {
  ({ noor, rui, asker, helper } = await twoTalking());
});

const page = (
  who: Partner,
  cursor: Parameters<typeof visitConversation>[1] = { kind: 'landing' },
) => visitConversation(who, cursor);

const bodies = async () =>
  (
    await db
      .selectFrom('conversation_note')
      .select('body')
      .where('conversation_id', '=', asker.conversationId)
      .orderBy('id')
      .execute()
  ).map(({ body }) => body);

const end = () =>
  db
    .updateTable('conversation')
    .set({ ended_at: new Date(), ended_by: noor.personId })
    .where('id', '=', asker.conversationId)
    .execute();

describe('what two people say to each other', () => {
  test('is read by both, as Markdown, the oldest first', async () => {
    await lineBy(asker, 'The lead of the *slow* team.');
    await lineBy(helper, 'Then send it when it is bad.');
    const { notes, names, title } = await page(helper);
    expect(title).toBe('How do I hand over the on-call rota?');
    expect(notes.map(({ html, by }) => [names[by], html])).toEqual([
      ['Noor', '<p>The lead of the <em>slow</em> team.</p>'],
      ['Rui', '<p>Then send it when it is bad.</p>'],
    ]);
  });

  test('sent twice, or at once from two tabs, is one note; other words under its key are another', async () => {
    const once = said('Mark words, please.');
    const both = await Promise.all([postLine(asker, once), postLine(asker, once)]);
    expect(both[0]).toEqual(both[1]);
    expect(await postLine(asker, once)).toEqual(both[0]);
    const other = { ...once, body: 'Only questions, please.' };
    const [a, b] = [await postLine(asker, other), await postLine(asker, other)];
    expect(a).toEqual(b);
    expect(await bodies()).toEqual(['Mark words, please.', 'Only questions, please.']);
  });

  test('says the same in another conversation under its key as a note of that one', async () => {
    const once = said('Thank you for reading it.');
    await postLine(asker, once);
    const second = await partnerIn(noor, (await conversationOf(noor, await person('Ines'))).id);
    expect(await postLine(second, once)).toMatchObject({ ok: true });
    expect((await page(second)).notes).toHaveLength(1);
    expect((await page(asker)).notes).toHaveLength(1);
  });

  test('is refused once it is over, and what was sent before is still one note', async () => {
    const once = said('Before.');
    const first = await postLine(asker, once);
    await end();
    expect(await postLine(asker, once)).toEqual(first);
    expect(await postLine(helper, said('After.'))).toEqual({ ok: false, reason: 'ended' });
    expect(await bodies()).toEqual(['Before.']);
  });

  test('waits while the other’s account is closed, and goes on when it is open again', async () => {
    await db
      .insertInto('person_deactivation')
      .values({ person_id: rui.personId, by_person_id: noor.personId })
      .execute();
    expect(await postLine(asker, said('Are you there?'))).toEqual({ ok: false, reason: 'away' });
    expect((await page(asker)).other.away).toBe(true);
    await db.deleteFrom('person_deactivation').where('person_id', '=', rui.personId).execute();
    expect(await postLine(asker, said('Are you there?'))).toMatchObject({ ok: true });
  });

  test('goes on when the two share no circle any more, and when the ask is closed', async () => {
    await db.deleteFrom('membership').where('person_id', '=', rui.personId).execute();
    await db
      .updateTable('ask')
      .set({ state: 'closed', closed_at: new Date(), closed_as: 'found' })
      .where('id', '=', asker.askId)
      .execute();
    await lineBy(await partnerIn(rui, asker.conversationId), 'Still here.');
    expect((await page(asker)).notes).toHaveLength(1);
  });
});

describe('what is new', () => {
  test('is what the other wrote and was not on the screen, until it was', async () => {
    await lineBy(asker, 'First.');
    await page(helper);
    await lineBy(asker, 'Second.');
    await lineBy(helper, 'Mine.');
    const peek = await visitConversation(helper, { kind: 'landing' }, { peek: true });
    const fresh = (of: typeof peek) => of.notes.filter((note) => note.fresh).map(({ id }) => id);
    expect(fresh(peek)).toHaveLength(1);
    expect(fresh(await page(helper))).toEqual(fresh(peek));
    expect(fresh(await page(helper))).toEqual([]);
  });

  test('leaves new what stands on another page', async () => {
    await page(helper);
    const ids: number[] = [];
    for (let n = 0; n < 45; n++) ids.push(await lineBy(asker, `note ${n}`));
    const first = await page(helper);
    expect(first.notes.map(({ id }) => id)).toEqual(ids.slice(0, 20));
    expect([first.earlier, first.later]).toEqual([false, true]);
    const last = await page(helper, { kind: 'around', noteId: ids[44] ?? 0 });
    expect(last.notes.at(-1)).toMatchObject({ id: ids[44], fresh: true });
    const between = await page(helper);
    expect(between.notes.find((note) => note.fresh)?.id).toBe(ids[20]);
    const before = await page(helper, { kind: 'before', noteId: ids[20] ?? 0 });
    expect(before.notes.map(({ id }) => id)).toEqual(ids.slice(0, 20));
  });
});

describe('a note', () => {
  let noteId: number;
  beforeEach(async () => {
    noteId = await lineBy(asker, 'As *sent*.');
  });

  test('is changed by its author, and keeps what it said for both', async () => {
    expect(await editLine(asker, noteId, { body: 'As **mended**.', version: 1 })).toEqual({
      ok: true,
    });
    expect((await page(helper)).notes[0]).toMatchObject({
      edited: true,
      html: '<p>As <strong>mended</strong>.</p>',
    });
    expect((await lineHistory(helper, noteId))?.versions.map(({ html }) => html)).toEqual([
      '<p>As <strong>mended</strong>.</p>',
      '<p>As <em>sent</em>.</p>',
    ]);
    expect(await editLine(helper, noteId, { body: 'Mine.', version: 2 })).toEqual({
      ok: false,
      reason: 'not-yours',
    });
  });

  test('from two tabs loses neither: the second is handed what the first wrote', async () => {
    const edits = await Promise.all(
      ['One.', 'Other.'].map((body) => editLine(asker, noteId, { body, version: 1 })),
    );
    expect(edits.filter(({ ok }) => ok)).toHaveLength(1);
    const kept = edits[0]?.ok ? 'One.' : 'Other.';
    expect(edits.find(({ ok }) => !ok)).toEqual({
      ok: false,
      reason: 'changed',
      theirs: { html: `<p>${kept}</p>`, version: 2 },
    });
    expect(await myLine(asker, noteId)).toMatchObject({ body: kept, version: 2 });
  });

  test('taken back says so and nothing of what it said, until it comes back', async () => {
    await editLine(asker, noteId, { body: 'A secret.', version: 1 });
    expect(await takeBackLine(helper, noteId)).toEqual({ ok: false, reason: 'not-yours' });
    expect(await takeBackLine(asker, noteId)).toEqual({ ok: true });
    expect(await takeBackLine(asker, noteId)).toEqual({ ok: true });
    const shown = await page(helper);
    expect(shown.notes).toMatchObject([{ gone: true, html: '' }]);
    expect(JSON.stringify(shown)).not.toContain('secret');
    expect(await lineHistory(helper, noteId)).toBeNull();
    expect(await quoteOfLine(helper, noteId)).toBeNull();
    expect(await editLine(asker, noteId, { body: 'Anew.', version: 2 })).toEqual({
      ok: false,
      reason: 'taken-back',
    });
    await end();
    expect(await restoreLine(asker, noteId)).toEqual({ ok: true });
    expect((await page(helper)).notes).toMatchObject([{ html: '<p>A secret.</p>' }]);
  });

  test('is quoted with whose it is', async () => {
    expect(await quoteOfLine(helper, noteId)).toEqual({
      noteId,
      text: '> **Noor** wrote:\n>\n> As *sent*.\n\n',
    });
  });

  test('of another conversation is not there', async () => {
    const second = await partnerIn(noor, (await conversationOf(noor, await person('Ines'))).id);
    expect(await editLine(second, noteId, { body: 'Moved.', version: 1 })).toEqual({
      ok: false,
      reason: 'no-note',
    });
    expect(await myLine(second, noteId)).toBeNull();
    expect(await quoteOfLine(second, noteId)).toBeNull();
  });
});
