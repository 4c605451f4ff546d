import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Member, Viewer } from '#app/access/proofs.ts';
import { archiveCircle } from '#app/circles/commands/archive-circle.server.ts';
import { boardOf } from '#app/mentoring/queries/board.server.ts';
import { changeTold } from '#app/mentoring/told/commands/change-told.server.ts';
import { restoreTold, takeBackTold } from '#app/mentoring/told/commands/take-back-told.server.ts';
import { writeTold } from '#app/mentoring/told/commands/write-told.server.ts';
import { toldIn, toldOf } from '#app/mentoring/told/queries/told.server.ts';
import { itemsOf } from '#app/notifications/inbox/queries/items.server.ts';
import { as, post, textOf } from '#tests/circles/visits.ts';
import { viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { circleOfFour, leave } from './board-scene.ts';

const texts = { told: 'You *talk* first.', will: 'Wait for three others.' };

const toldForm = (given: Partial<Record<'told' | 'will' | 'submissionKey', string>> = {}) => ({
  ...texts,
  submissionKey: randomUUID(),
  ...given,
});

async function told(member: Member, given: Parameters<typeof toldForm>[0] = {}, now?: Date) {
  const written = await writeTold(member, toldForm(given), { now });
  if (!written.ok) return expect.fail(written.reason);
  return written.toldId;
}

const inboxOf = async (who: Viewer) =>
  (await itemsOf(await viewer(who), 'true', [])).map(({ title, text }) => `${title}: ${text}`);

describe('what somebody was told', () => {
  test('is shared with the circle, rendered, and told to those who want news', async () => {
    const { circle, asNoor, noor, rui } = await circleOfFour();
    const id = await told(asNoor);
    const page = await as(rui, `/circles/${circle.slug}/told/${id}`);
    expect(page.body).toContain('You <em>talk</em> first.');
    expect(textOf(page)).toMatch(/Noor.*What they were told.*What they’ll do.*Wait for three/s);
    expect(await inboxOf(noor)).toEqual([]);
    expect(await db.selectFrom('inbox_item').select('topic').execute()).toContainEqual({
      topic: `told:${id}`,
    });
  });

  test('sent twice is one; another text under the key is another', async () => {
    const { asNoor } = await circleOfFour();
    const form = toldForm();
    const first = await writeTold(asNoor, form);
    expect(await writeTold(asNoor, form)).toEqual(first);
    const other = { ...form, will: 'Write it down.' };
    const second = await writeTold(asNoor, other);
    expect(second).not.toEqual(first);
    expect(await writeTold(asNoor, other)).toEqual(second);
    expect((await toldIn(asNoor)).told).toHaveLength(2);
  });

  test('sent from two windows at once is one', async () => {
    const { asNoor } = await circleOfFour();
    const form = toldForm();
    const both = await Promise.all([writeTold(asNoor, form), writeTold(asNoor, form)]);
    expect(both[0]).toEqual(both[1]);
    expect((await toldIn(asNoor)).told).toHaveLength(1);
  });

  test('says beside the field what is missing, and keeps the rest', async () => {
    const { circle, noor } = await circleOfFour();
    const form = { told: 'You talk first.', will: ' ', submissionKey: randomUUID() };
    const { status, body } = await post(noor, `/circles/${circle.slug}/told/new`, form);
    expect(status).toBe(422);
    expect(body).toContain('Say what you’ll do with it');
    expect(body).toMatch(/<textarea[^>]*name="told"[^>]*>You talk first\.</);
  });

  test('is changed by its author alone, and what it said before is kept', async () => {
    const { asNoor, asRui } = await circleOfFour();
    const id = await told(asNoor);
    const form = { ...texts, will: 'Count to ten.', version: 1 };
    expect(await changeTold(asRui, id, form)).toEqual({ ok: false, reason: 'not-yours' });
    expect(await changeTold(asNoor, id, form)).toEqual({ ok: true });
    expect(await toldOf(asRui, id)).toMatchObject({ will: '<p>Count to ten.</p>', edited: true });
    const versions = await db.selectFrom('told_version').select(['version', 'will']).execute();
    expect(versions).toEqual([{ version: 1, will: texts.will }]);
  });

  test('an older window overwrites nothing, and is shown both', async () => {
    const { circle, noor, asNoor } = await circleOfFour();
    const id = await told(asNoor);
    await changeTold(asNoor, id, { ...texts, will: 'Count to ten.', version: 1 });
    const path = `/circles/${circle.slug}/told/${id}/edit`;
    const late = await post(noor, path, { ...texts, will: 'Leave the room.', version: '1' });
    expect(late.status).toBe(422);
    expect(textOf(late)).toMatch(/What is saved now.*Count to ten/s);
    expect(late.body).toMatch(/<textarea[^>]*name="will"[^>]*>Leave the room\.</);
    expect(late.body).toMatch(/name="version" value="2"|value="2"[^>]*name="version"/);
    expect((await toldOf(asNoor, id))?.will).toContain('Count to ten');
    const kept = await post(noor, path, { ...texts, will: 'Leave the room.', version: '2' });
    expect(kept.status).toBe(303);
  });

  test('is looked at before it is shared or changed, and nothing is saved', async () => {
    const { circle, noor, rui, asNoor } = await circleOfFour();
    const path = `/circles/${circle.slug}/told`;
    const form = { ...toldForm(), preview: 'yes' };
    const fresh = await post(noor, `${path}/new`, form);
    expect(fresh.status).toBe(200);
    expect(fresh.body).toContain('You <em>talk</em> first.');
    expect(textOf(fresh)).toMatch(/Preview, not saved yet.*Wait for three others\./s);
    expect(fresh.body).toMatch(/<textarea[^>]*name="told"[^>]*>You \*talk\* first\.</);
    expect(fresh.body).toContain(`value="${form.submissionKey}"`);
    expect((await toldIn(asNoor)).told).toEqual([]);
    const id = await told(asNoor);
    const changed = await post(noor, `${path}/${id}/edit`, {
      ...{ told: texts.told, will: 'Count to **ten**.', version: '1', preview: 'yes' },
    });
    expect(changed.body).toContain('Count to <strong>ten</strong>.');
    expect((await as(rui, `${path}/${id}`)).body).not.toContain('Count to');
  });

  test('says to the circle what it said before, until it is taken back', async () => {
    const { circle, noor, rui, asNoor } = await circleOfFour();
    const path = `/circles/${circle.slug}/told`;
    const id = await told(asNoor);
    expect((await as(rui, path)).body).not.toContain('/history');
    await changeTold(asNoor, id, { ...texts, will: 'Count to ten.', version: 1 });
    const way = /href="([^"]*\/history)"/.exec((await as(rui, `${path}/${id}`)).body)?.[1] ?? '';
    expect(textOf(await as(rui, way))).toMatch(
      /What Noor shared.*Now.*Count to ten\..*First.*Wait for three others\./s,
    );
    await leave(noor);
    expect((await as(rui, way)).body).not.toContain('Noor');
    await db.updateTable('told').set({ taken_back_at: new Date() }).where('id', '=', id).execute();
    expect((await as(rui, way)).status).toBe(404);
  });

  test('taken back, nobody finds it or hears of it, until it is brought back', async () => {
    const { circle, noor, rui, asNoor, asRui } = await circleOfFour();
    const id = await told(asNoor, { told: 'zaffre' });
    const pages = ['', '/asks', '/told', `/told/${id}`].map((at) => `/circles/${circle.slug}${at}`);
    const seenBy = async (who: Viewer) => {
      const all = await Promise.all([...pages, '/', '/inbox'].map((page) => as(who, page)));
      return all.filter(({ body }) => body.includes('zaffre')).length;
    };
    expect(await seenBy(rui)).toBeGreaterThan(3);
    expect(await takeBackTold(asRui, id)).toEqual({ ok: false, reason: 'not-yours' });
    expect(await takeBackTold(asNoor, id)).toEqual({ ok: true });
    expect(await seenBy(rui)).toBe(0);
    expect((await as(rui, pages[3] ?? '')).status).toBe(404);
    expect((await as(noor, pages[3] ?? '')).location).toBe(`${pages[3]}/restoration`);
    expect(await changeTold(asNoor, id, { ...texts, version: 1 })).toMatchObject({
      reason: 'taken-back',
    });
    expect(await restoreTold(asNoor, id)).toEqual({ ok: true });
    expect(await seenBy(rui)).toBeGreaterThan(2);
  });

  test('of who left: somebody who was here, everywhere', async () => {
    const { circle, noor, rui, asNoor } = await circleOfFour();
    const id = await told(asNoor);
    await leave(noor);
    for (const at of ['', '/asks', '/told', `/told/${id}`, `/threads/new?told=${id}`]) {
      const page = await as(rui, `/circles/${circle.slug}${at}`);
      expect({ at, named: page.body.includes('Noor') }).toEqual({ at, named: false });
      expect(page.body).toMatch(/Somebody who was here/);
    }
    expect((await inboxOf(rui)).join()).not.toContain('Noor');
  });

  test('is listed page by page, the latest first', async () => {
    const { asNoor, asRui } = await circleOfFour();
    const at = new Date();
    const ids: number[] = [];
    for (let n = 0; n < 22; n++) ids.unshift(await told(n % 2 ? asNoor : asRui, {}, at));
    const first = await toldIn(asNoor);
    const second = await toldIn(asNoor, { before: first.next });
    expect([...first.told, ...second.told].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeNull();
  }, 30_000);

  test('begins a thread with its words', async () => {
    const { circle, rui, asNoor } = await circleOfFour();
    const id = await told(asNoor);
    const page = await as(rui, `/circles/${circle.slug}/told/${id}`);
    const way = /href="([^"]*\?told=\d+)"/.exec(page.body)?.[1] ?? '';
    const { body } = await as(rui, way);
    expect(body).toMatch(
      /<textarea[^>]*name="body"[^>]*>\s*\*\*Noor\*\* was told:\s+&gt; You \*talk\* first\.\s+and will do:\s+&gt; Wait/,
    );
    const other = await circleOfFour();
    const elsewhere = await as(other.noor, `/circles/${other.circle.slug}/threads/new?told=${id}`);
    expect(elsewhere.body).not.toContain('talk');
  });

  test('is neither written, changed nor taken back where the circle is archived', async () => {
    const { circle, noor, asNoor } = await circleOfFour();
    const id = await told(asNoor);
    await archiveCircle(circle.host);
    const path = `/circles/${circle.slug}/told`;
    for (const [at, form] of [
      ['/new', toldForm()],
      [`/${id}/edit`, { ...texts, will: 'Other.', version: '1' }],
      [`/${id}/deletion`, {}],
    ] as const) {
      expect((await post(noor, path + at, { ...form })).status).toBe(422);
    }
    expect((await toldIn(asNoor)).told).toMatchObject([{ edited: false }]);
    expect(textOf(await as(noor, path))).not.toMatch(/Share something|Change it|Talk about it/);
  });
});

describe('a host opens the board with one', () => {
  test('which stands beside it, also once others have shared theirs', async () => {
    const { circle, ines, asNoor } = await circleOfFour();
    const page = await as(ines, `/circles/${circle.slug}/told/new?opening=yes`);
    expect(textOf(page)).toContain('Open the board with it');
    const form = { ...toldForm({ told: 'You decide alone.' }), opening: 'yes' };
    const opened = await post(ines, `/circles/${circle.slug}/told/new`, form);
    expect(opened.location).toBe(`/circles/${circle.slug}/asks`);
    await told(asNoor);
    expect(await boardOf(asNoor)).toMatchObject({
      told: { by: 'Noor' },
      opening: { by: 'Ines', told: 'You decide alone.' },
    });
    expect(textOf(await as(ines, `/circles/${circle.slug}/asks`))).not.toMatch(/Open the board/);
  });

  test('and nobody else does', async () => {
    const { circle, noor, asNoor } = await circleOfFour();
    const form = { ...toldForm(), opening: 'yes' };
    expect((await post(noor, `/circles/${circle.slug}/told/new`, form)).status).toBe(303);
    expect(await boardOf(asNoor)).toMatchObject({ opening: null, told: { by: 'Noor' } });
  });
});
