import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { partnerOf } from '#app/access/asks.server.ts';
import type { Partner, Viewer } from '#app/access/proofs.ts';
import { liftBlock } from '#app/mentoring/apart/commands/lift-block.server.ts';
import { blockPerson } from '#app/mentoring/conversations/commands/block-person.server.ts';
import { editLine } from '#app/mentoring/conversations/commands/edit-line.server.ts';
import { postLine } from '#app/mentoring/conversations/commands/post-line.server.ts';
import { takeBackLine } from '#app/mentoring/conversations/commands/take-back-line.server.ts';
import { visitConversation } from '#app/mentoring/conversations/commands/visit-conversation.server.ts';
import { myConversations } from '#app/mentoring/conversations/queries/my-conversations.server.ts';
import { handOver } from '#app/mentoring/reports/commands/hand-over.server.ts';
import type { ReportInput } from '#app/mentoring/reports/forms.ts';
import { recipientsOf } from '#app/mentoring/reports/queries/recipients.server.ts';
import { reportFor } from '#app/mentoring/reports/queries/report.server.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { asReader, conversationOf, offerOn, openAsk } from './scene.ts';
import { as, lineBy, said, toldTo, twoTalking } from './talk.ts';

let noor: Viewer;
let rui: Viewer;
let ines: Viewer;
let asker: Partner;
let helper: Partner;
let circle: { id: number };
let id: number;
let path: string;
beforeEach(async () => {
  ({ noor, rui, ines, asker, helper, circle, id, path } = await twoTalking());
});

describe('who is blocked', () => {
  test('is a stranger to it from then on, and is told nothing; who blocked still reads it', async () => {
    await lineBy(helper, 'You always do this.');
    await lineBy(asker, 'Please stop.');
    expect(await toldTo(rui)).toHaveLength(1);
    const blocked = await as(noor, `${path}/blocking`, { form: { confirmed: 'yes' } });
    expect(blocked.location).toBe(path);
    expect(await partnerOf(await viewer(rui), id)).toBeNull();
    expect((await as(rui, path)).status).toBe(404);
    expect(await postLine(helper, said('Why?'))).toEqual({ ok: false, reason: 'ended' });
    expect(await toldTo(rui)).toEqual([]);
    expect((await mailTo(rui.email)).filter(({ text }) => text.includes('block'))).toEqual([]);
    expect((await myConversations(rui)).conversations).toEqual([]);
    const mine = (await as(noor, path)).body;
    expect(mine).toContain('You always do this.');
    expect(mine).toContain('You blocked Rui');
    expect((await as(noor, `${path}/blocking`)).location).toBe(`${path}/trouble`);
  });

  test('is a stranger to the other’s asks too, and what both offered is withdrawn', async () => {
    const mine = await openAsk(noor, { to: { person: rui } });
    const theirs = await openAsk(rui, { to: { person: noor } });
    const offers = [await offerOn(mine, rui), await offerOn(theirs, noor)];
    const other = await openAsk(await person('Sam'), { to: { site: rui } });
    const elsewhere = await offerOn(other, rui);
    const second = await conversationOf(rui, noor);
    await blockPerson(asker);
    await blockPerson(asker);
    const states = await db
      .selectFrom('offer')
      .select('state')
      .where('id', 'in', [...offers, elsewhere])
      .orderBy('id')
      .execute();
    expect(states.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn', 'made']);
    expect(await asReader(rui, mine)).toBeNull();
    expect(await asReader(noor, theirs)).toBeNull();
    const { ended_by } = await db
      .selectFrom('conversation')
      .select('ended_by')
      .where('id', '=', second.id)
      .executeTakeFirstOrThrow();
    expect(ended_by).toBe(noor.personId);
  });

  test('who writes at that moment gets in before it or not at all', async () => {
    const [, posted] = await Promise.all([blockPerson(asker), postLine(helper, said('Wait!'))]);
    const rows = await db
      .selectFrom('conversation_note')
      .select('id')
      .where('conversation_id', '=', id)
      .execute();
    expect(rows).toHaveLength(posted.ok ? 1 : 0);
  });

  test('is one like any other once it is lifted; what ended stays ended', async () => {
    await blockPerson(asker);
    expect(await liftBlock(noor, rui.personId)).toBe(true);
    expect((await as(rui, path)).status).toBe(200);
    expect(await postLine(helper, said('Hello.'))).toEqual({ ok: false, reason: 'ended' });
  });
});

const report = (given: Partial<ReportInput> = {}): ReportInput => ({
  ...{ to: { circleId: circle.id, personId: ines.personId }, notes: [] },
  ...{ words: 'It *isn’t* right.', submissionKey: randomUUID() },
  ...given,
});

const handed = async (given: Partial<ReportInput> = {}) => {
  const made = await handOver(asker, report(given));
  if (!made.ok) throw new Error(made.reason);
  return made.reportId;
};

describe('who may be chosen to read of it', () => {
  test('are hosts of circles both are or were in, and who runs the site, but nobody of the two', async () => {
    const left = await circleOf({ name: 'An old one', host: await person('Tomasz') });
    const onlyOne = await circleOf({
      name: 'Not theirs',
      host: await person('Lena'),
      members: [noor],
    });
    for (const who of [noor, rui]) {
      await db
        .insertInto('departure')
        .values({
          circle_id: left.id,
          person_id: who.personId,
          role: 'member',
          joined_at: new Date(),
        })
        .execute();
    }
    await circleOf({ name: 'Rui’s', host: rui, members: [noor] });
    const sam = await person('Sam');
    await db.insertInto('site_admin').values({ person_id: sam.personId }).execute();
    await db
      .insertInto('site_admin')
      .values({ person_id: rui.personId })
      .onConflict((on) => on.doNothing())
      .execute();
    const who = (await recipientsOf(asker)).map(({ name, circle: of }) => [name, of?.name ?? null]);
    expect(who).toContainEqual(['Tomasz', 'An old one']);
    expect(who).toContainEqual(['Ines', 'Tuesday leads']);
    expect(who).toContainEqual(['Sam', null]);
    expect(who.map(([name]) => name)).not.toContain('Rui');
    expect(who.map(([, of]) => of)).not.toContain('Not theirs');
    await db
      .deleteFrom('site_admin')
      .where('person_id', 'in', [sam.personId, rui.personId])
      .execute();
    expect(onlyOne.id).toBeGreaterThan(0);
  });

  test('are asked about anew where they became somebody else meanwhile', async () => {
    for (const to of [
      { circleId: circle.id, personId: rui.personId },
      { circleId: null, personId: ines.personId },
      { circleId: circle.id, personId: noor.personId },
    ]) {
      expect(await handOver(asker, report({ to }))).toEqual({ ok: false, reason: 'nobody' });
    }
  });
});

describe('what is handed over', () => {
  test('is the notes that were ticked, as they were, whatever becomes of them', async () => {
    const first = await lineBy(helper, 'You are *useless*.');
    const second = await lineBy(helper, 'I take that back.');
    await visitConversation(asker, { kind: 'landing' });
    await editLine(helper, first, { body: 'You are great.', version: 1 });
    const reportId = await handed({ notes: [{ id: first, version: 1 }] });
    await takeBackLine(helper, first);
    await takeBackLine(helper, second);
    for (const who of [ines, noor]) {
      expect((await reportFor(await viewer(who), reportId))?.notes).toMatchObject([
        { id: first, by: 'Rui', html: '<p>You are <em>useless</em>.</p>' },
      ]);
    }
    const page = (await as(ines, `/reports/${reportId}`)).body;
    expect(page).toContain('You are <em>useless</em>.');
    expect(page).toContain('It <em>isn’t</em> right.');
    expect(page).not.toContain('I take that back.');
  });

  test('is nothing that was never on the reporter’s screen, nor of another conversation', async () => {
    const unseen = await lineBy(helper, 'Not read.');
    await takeBackLine(helper, unseen);
    const elsewhere = await twoTalking();
    const strange = await lineBy(elsewhere.asker, 'Of others.');
    for (const note of [unseen, strange]) {
      expect(await handOver(asker, report({ notes: [{ id: note, version: 1 }] }))).toEqual({
        ok: false,
        reason: 'not-theirs',
      });
    }
    expect(await toldTo(ines)).toEqual([]);
  });

  test('is told to the one chosen without a word of it, and to nobody else', async () => {
    const note = await lineBy(asker, 'zaffre in the note');
    const reportId = await handed({
      ...{ words: 'zaffre in the words', notes: [{ id: note, version: 1 }] },
    });
    const lines = await toldTo(ines);
    expect(lines).toEqual([
      'Somebody asks you to read something: They chose you, and nobody else.',
    ]);
    expect((await toldTo(rui)).filter((line) => !line.includes('wrote to you'))).toEqual([]);
    const mails = [ines, rui, noor].map(({ email }) => mailTo(email));
    expect(JSON.stringify(await Promise.all(mails))).not.toContain('zaffre');
    for (const who of [rui, await person('Mallory')]) {
      expect((await as(who, `/reports/${reportId}`)).status).toBe(404);
    }
    expect((await as(noor, `/reports/${reportId}`)).body).toContain('zaffre in the words');
  });

  test('is read no more by who is host no more, and stands in their inbox no more', async () => {
    const reportId = await handed();
    expect(await toldTo(ines)).toHaveLength(1);
    const become = (role: string, { personId }: Viewer) =>
      sql`update membership set role = ${role}
        where circle_id = ${circle.id} and person_id = ${personId}`;
    await db.transaction().execute(async (tx) => {
      await become('member', ines).execute(tx);
      await become('host', noor).execute(tx);
    });
    expect((await as(ines, `/reports/${reportId}`)).status).toBe(404);
    expect((await as(ines, `/reports/${reportId}`, { form: { settled: 'yes' } })).status).toBe(404);
    expect(await toldTo(ines)).toEqual([]);
    expect((await as(ines, '/inbox')).body).not.toContain('/reports/');
  });

  test('sent twice, or at once, is one; with other words under its key it is handed back', async () => {
    const once = report();
    const both = await Promise.all([1, 2].map(() => handOver(asker, once)));
    expect(both[0]).toEqual(both[1]);
    expect(await handOver(asker, { ...once, words: 'Other words.' })).toMatchObject({
      ok: false,
      reason: 'another-first',
    });
    expect(await toldTo(ines)).toHaveLength(1);
  });

  test('is seen to by whom it is for, and who handed it over reads that', async () => {
    const reportId = await handed();
    const at = `/reports/${reportId}`;
    expect((await as(noor, at, { form: { settled: 'yes' } })).status).toBe(404);
    expect((await as(ines, at, { form: { settled: 'yes' } })).location).toBe(
      `/reports/${reportId}`,
    );
    expect((await as(noor, `/reports/${reportId}`)).body).toContain('Ines saw to it on');
    await as(ines, at, { form: { settled: 'no' } });
    expect((await as(noor, `/reports/${reportId}`)).body).not.toContain('saw to it');
  });

  test('is picked on a page that ticks nothing by itself and keeps what was typed', async () => {
    const note = await lineBy(helper, 'You are useless.');
    const page = (await as(noor, `${path}/report`)).body;
    expect(page).toContain(`value="${note}-1"`);
    expect(page).not.toMatch(/type="checkbox"[^>]*checked/);
    const refused = await as(noor, `${path}/report`, {
      form: new URLSearchParams([
        ['to', ''],
        ['words', 'Please read this.'],
        ['notes', `${note}-1`],
        ['submissionKey', randomUUID()],
      ]),
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Choose who reads it.');
    expect(refused.body).toContain('Please read this.');
    expect(refused.body).toMatch(/type="checkbox"[^>]*checked/);
  });
});

describe('the list of one’s conversations', () => {
  test('goes on where it stopped, the latest first, and says what is new', async () => {
    const talks = [id];
    for (let n = 0; n < 21; n++) {
      const at = new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 2)));
      talks.push((await conversationOf(noor, rui, { at, title: `Ask ${n}` })).id);
    }
    await lineBy(helper, 'Hello.');
    const first = await myConversations(noor);
    expect(first.conversations).toHaveLength(20);
    expect(first.conversations[0]).toMatchObject({ id, fresh: true, with: 'Rui' });
    expect(first.conversations.filter(({ fresh }) => fresh)).toHaveLength(1);
    const rest = await myConversations(noor, first.next);
    const all = [...first.conversations, ...rest.conversations].map((each) => each.id);
    expect([...all].sort((a, b) => a - b)).toEqual([...talks].sort((a, b) => a - b));
    expect(rest.next).toBeNull();
    const page = await as(noor, '/conversations');
    const older = /href="(\/conversations\?before=[^"]+)"/.exec(page.body)?.[1] ?? '';
    expect((await as(noor, older)).body.match(/<li class="row"/g)).toHaveLength(2);
  });
});
