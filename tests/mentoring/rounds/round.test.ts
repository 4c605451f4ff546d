import { beforeEach, describe, expect, test } from 'vitest';
import type { Facilitator, Member } from '#app/access/proofs.ts';
import { archiveCircle } from '#app/circles/commands/archive-circle.server.ts';
import {
  askAfterAll,
  bringAsk,
  passRound,
} from '#app/mentoring/rounds/commands/bring-ask.server.ts';
import { helpInRound } from '#app/mentoring/rounds/commands/help-in-round.server.ts';
import {
  closeRound,
  goOn,
  openRound,
  reopenRound,
} from '#app/mentoring/rounds/commands/lead-round.server.ts';
import { writeRoundAsk } from '#app/mentoring/rounds/commands/write-round-ask.server.ts';
import { nextRound } from '#app/mentoring/rounds/queries/next-round.server.ts';
import { asksOnSession } from '#app/mentoring/rounds/queries/on-session.server.ts';
import { roundOf } from '#app/mentoring/rounds/queries/round.server.ts';
import { setRound, takeOffRound } from '#app/sessions/agenda/commands/set-round.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { restoreSession } from '#app/sessions/schedule/commands/restore-session.server.ts';
import { asReader, openAsk } from '#tests/mentoring/scene.ts';
import { now, sessionForm, sessionIn } from '#tests/sessions/support.ts';
import { type CastCircle, circleOf, member, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { begins, opened, roundAskForm, roundIn, seenBy, writtenBy } from './round.ts';

let circle: CastCircle;
let host: Facilitator;
let rui: Member;
let noor: Member;
let priya: Member;
beforeEach(async () => {
  circle = await circleOf({
    members: [await person('Rui'), await person('Noor'), await person('Priya')],
  });
  host = circle.host;
  [rui, noor, priya] = circle.members as [Member, Member, Member];
});

const agendaOf = async (sessionId: number) => {
  const rows = await db
    .selectFrom('agenda_item')
    .select(['title', 'card', 'minutes'])
    .where('session_id', '=', sessionId)
    .orderBy('position')
    .execute();
  return rows.map(({ card, title }) => card ?? title);
};
const RECIPE = ['one-ask-each', 'read-round', 'who-helps-whom'];
const linesOf = async ({ personId }: { personId: number }, sessionId: number) => {
  const rows = await db
    .selectFrom('inbox_item')
    .select('topic')
    .where('person_id', '=', personId)
    .where('topic', '=', `round:${sessionId}`)
    .execute();
  return rows.length;
};
const leave = ({ personId }: Member) =>
  db
    .deleteFrom('membership')
    .where('circle_id', '=', circle.id)
    .where('person_id', '=', personId)
    .execute();
const statesOf = async (ids: number[]) => {
  const rows = await db
    .selectFrom('ask')
    .select('state')
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  return rows.map(({ state }) => state);
};

describe('setting a round', () => {
  test('puts its cards behind the agenda and tells the others, once', async () => {
    const sessionId = await sessionIn(host);
    expect(await setRound(host, sessionId, { now })).toEqual({ ok: true });
    expect(await setRound(host, sessionId, { now })).toEqual({ ok: true });
    expect(await agendaOf(sessionId)).toEqual(['Check-in', ...RECIPE]);
    expect(await linesOf(rui, sessionId)).toBe(1);
    expect(await linesOf(host, sessionId)).toBe(0);
    expect(await nextRound(rui, { now })).toMatchObject({ sessionId, written: 0, people: 4 });
  });

  test('two at once set one, and its cards once', async () => {
    const sessionId = await sessionIn(host);
    await Promise.all([1, 2, 3].map(() => setRound(host, sessionId, { now })));
    expect(await agendaOf(sessionId)).toEqual(['Check-in', ...RECIPE]);
  });

  test('is for whoever runs the session, a member too', async () => {
    const sessionId = await sessionIn(host, { facilitatorId: rui.personId });
    expect(await setRound(noor, sessionId, { now })).toEqual({ ok: false, reason: 'not-yours' });
    expect((await roundOf(noor, sessionId, { now }))?.may.set).toBe(false);
    expect(await nextRound(noor, { now })).toBeNull();
    expect(await setRound(rui, sessionId, { now })).toEqual({ ok: true });
    expect(await takeOffRound(noor, sessionId, { now })).toMatchObject({ reason: 'not-yours' });
  });

  test('comes of a card of it on an agenda that is scheduled', async () => {
    const agenda = [{ title: 'Read round', minutes: 18, deck: 'ask-round', card: 'read-round' }];
    const sessionId = await sessionIn(host, { agenda });
    expect((await roundOf(rui, sessionId, { now }))?.round?.stage).toBe('before');
    expect(await linesOf(rui, sessionId)).toBe(1);
  });

  test('refuses a full agenda, and a session that is off, over or another circle’s', async () => {
    const agenda = sessionForm().agenda.flatMap((item) => Array(38).fill(item));
    const full = await sessionIn(host, { agenda });
    expect(await setRound(host, full, { now })).toEqual({ ok: false, reason: 'full' });
    expect(await agendaOf(full)).toHaveLength(38);
    const off = await sessionIn(host);
    await cancelSession(host, off, { reason: 'Snow.' }, { now });
    expect(await setRound(host, off, { now })).toEqual({ ok: false, reason: 'closed' });
    const late = new Date('2098-12-03T12:00:00Z');
    expect(await setRound(host, await sessionIn(host), { now: late })).toMatchObject({
      reason: 'closed',
    });
    const other = await circleOf();
    expect(await setRound(other.host, off, { now })).toEqual({ ok: false, reason: 'gone' });
  });

  test('is taken off with its cards and lines, and taken back with what was written', async () => {
    const sessionId = await roundIn(host);
    const askId = await writtenBy(rui, sessionId);
    expect(await takeOffRound(host, sessionId, { now })).toEqual({ ok: true });
    expect(await agendaOf(sessionId)).toEqual(['Check-in']);
    expect(await linesOf(noor, sessionId)).toBe(0);
    expect((await roundOf(rui, sessionId, { now }))?.round).toBeNull();
    expect(await statesOf([askId])).toEqual(['draft']);
    await setRound(host, sessionId, { now });
    expect((await seenBy(rui, sessionId, now)).mine.ask?.id).toBe(askId);
    expect(await agendaOf(sessionId)).toEqual(['Check-in', ...RECIPE]);
  });

  test('stays once an ask was read; one that nobody wrote for is taken off still', async () => {
    const sessionId = await roundIn(host);
    await opened(host, sessionId);
    expect(await takeOffRound(host, sessionId, { now: begins })).toEqual({ ok: true });
    await setRound(host, sessionId, { now: begins });
    await writtenBy(rui, sessionId);
    await opened(host, sessionId);
    expect(await takeOffRound(host, sessionId, { now: begins })).toMatchObject({ reason: 'read' });
    expect((await seenBy(rui, sessionId)).round.turns).toHaveLength(1);
  });
});

describe('writing for it', () => {
  test('is a draft that is counted, and read by nobody', async () => {
    const sessionId = await roundIn(host);
    const askId = await writtenBy(rui, sessionId, 'Canary in the draft');
    for (const reader of [host, noor]) {
      const seen = await seenBy(reader, sessionId, now);
      expect(seen.round).toMatchObject({ written: 1, people: 4, turns: [] });
      const all = [seen, await asksOnSession(reader, sessionId), await nextRound(reader, { now })];
      expect(JSON.stringify(all)).not.toContain('Canary');
      expect(await asReader(reader.viewer, askId)).toBeNull();
    }
    expect((await seenBy(rui, sessionId, now)).mine.ask?.title).toBe('Canary in the draft');
  });

  test('sent twice is one; changed later it is the same one; a stale window changes nothing', async () => {
    const sessionId = await roundIn(host);
    const form = roundAskForm();
    const [one, two] = await Promise.all([
      writeRoundAsk(rui, sessionId, form, { now }),
      writeRoundAsk(rui, sessionId, form, { now }),
    ]);
    expect([one, two]).toEqual(Array(2).fill({ ok: true, sent: false }));
    const first = (await seenBy(rui, sessionId, now)).mine.ask;
    const changed = { ...form, title: 'Who reads it aloud?', version: first?.version ?? 0 };
    expect(await writeRoundAsk(rui, sessionId, changed, { now })).toMatchObject({ ok: true });
    const stale = { ...changed, title: 'From an old window' };
    expect(await writeRoundAsk(rui, sessionId, stale, { now })).toMatchObject({
      reason: 'changed',
      theirs: { title: 'Who reads it aloud?' },
    });
    expect((await seenBy(rui, sessionId, now)).mine.ask).toMatchObject({
      id: first?.id,
      title: 'Who reads it aloud?',
    });
  });

  test('or passing, which keeps the draft; or bringing one there is', async () => {
    const sessionId = await roundIn(host);
    const askId = await writtenBy(rui, sessionId);
    expect(await passRound(rui, sessionId, { now })).toEqual({ ok: true });
    expect((await seenBy(rui, sessionId, now)).mine).toMatchObject({ passes: true, ask: null });
    expect((await seenBy(rui, sessionId, now)).round.written).toBe(0);
    expect(await statesOf([askId])).toEqual(['draft']);
    await askAfterAll(rui, sessionId);
    expect((await seenBy(rui, sessionId, now)).drafts).toMatchObject([{ id: askId }]);
    expect(await bringAsk(rui, sessionId, askId, { now })).toEqual({ ok: true, sent: false });
    expect((await seenBy(rui, sessionId, now)).mine.ask?.id).toBe(askId);
    expect(await bringAsk(noor, sessionId, askId, { now })).toMatchObject({ reason: 'no-ask' });
  });

  test('is over with the round, with the session, and for who left', async () => {
    const sessionId = await roundIn(host);
    await cancelSession(host, sessionId, { reason: 'Snow.' }, { now });
    expect(await writeRoundAsk(rui, sessionId, roundAskForm(), { now })).toMatchObject({
      reason: 'closed',
    });
    await restoreSession(host, sessionId, { now });
    await leave(noor);
    expect(await writeRoundAsk(noor, sessionId, roundAskForm(), { now })).toMatchObject({
      reason: 'gone',
    });
    await writtenBy(rui, sessionId);
    await opened(host, sessionId);
    await closeRound(host, sessionId, { now: begins });
    expect(await writeRoundAsk(priya, sessionId, roundAskForm(), { now: begins })).toMatchObject({
      reason: 'closed',
    });
  });
});

describe('reading round', () => {
  const turnsOf = async (of: Member, sessionId: number) =>
    (await seenBy(of, sessionId)).round.turns.map(({ name, state }) => `${name} ${state}`);

  test('opens all at once, to the circle, in the order of joining', async () => {
    const sessionId = await roundIn(host);
    const asks = [await writtenBy(noor, sessionId), await writtenBy(rui, sessionId)];
    expect(await openRound(host, sessionId, { now })).toMatchObject({ reason: 'not-now' });
    expect(await openRound(rui, sessionId, { now: begins })).toMatchObject({
      reason: 'not-yours',
    });
    expect(await statesOf(asks)).toEqual(['draft', 'draft']);
    const twice = await Promise.all([1, 2].map(() => openRound(host, sessionId, { now: begins })));
    expect(twice.map((led) => led.ok && led.before).sort()).toEqual([false, true]);
    expect(await statesOf(asks)).toEqual(['open', 'open']);
    expect(await turnsOf(priya, sessionId)).toEqual(['Rui now', 'Noor next']);
    for (const askId of asks) expect(await asReader(priya.viewer, askId)).not.toBeNull();
    expect(await asReader(await person('Mallory'), asks[0] ?? 0)).toBeNull();
  });

  test('goes on once, whoever presses twice, and to nobody in the end', async () => {
    const sessionId = await roundIn(host);
    for (const who of [rui, noor, priya]) await writtenBy(who, sessionId);
    await opened(host, sessionId);
    const at = { now: begins };
    await Promise.all([1, 2].map(() => goOn(host, sessionId, rui.personId, at)));
    expect(await turnsOf(host, sessionId)).toEqual(['Rui read', 'Noor now', 'Priya next']);
    expect(await goOn(host, sessionId, rui.personId, at)).toEqual({ ok: true, before: true });
    expect(await goOn(rui, sessionId, noor.personId, at)).toMatchObject({ reason: 'not-yours' });
    await goOn(host, sessionId, noor.personId, at);
    await goOn(host, sessionId, priya.personId, at);
    expect(await turnsOf(host, sessionId)).toEqual(['Rui read', 'Noor read', 'Priya read']);
    await writtenBy(host, sessionId, 'Mine, late', begins);
    expect(await turnsOf(rui, sessionId)).toContain('Ines next');
    await goOn(host, sessionId, null, at);
    expect(await turnsOf(rui, sessionId)).toContain('Ines now');
  });

  test('passes over who left, closed their account or took theirs back', async () => {
    const sessionId = await roundIn(host);
    for (const who of [host, rui, noor]) await writtenBy(who, sessionId);
    const last = await writtenBy(priya, sessionId, 'The last one');
    await opened(host, sessionId);
    await leave(rui);
    await db.insertInto('person_deactivation').values({ person_id: noor.personId }).execute();
    await goOn(host, sessionId, host.personId, { now: begins });
    expect(await turnsOf(host, sessionId)).toEqual(['Ines read', 'Priya now']);
    await db
      .updateTable('ask')
      .set({ state: 'closed', closed_at: begins, closed_as: 'unneeded' })
      .where('id', '=', last)
      .execute();
    const turn = (await seenBy(host, sessionId)).round.turns[1];
    expect(turn).toMatchObject({ closed: true, html: null });
    await leave(priya);
    const { round } = await seenBy(host, sessionId);
    expect(round.nowId).toBe(priya.personId);
    expect(JSON.stringify(round)).not.toContain('The last one');
  });

  test('with nobody’s, and alone', async () => {
    const sessionId = await roundIn(host);
    await opened(host, sessionId);
    expect((await seenBy(host, sessionId)).round).toMatchObject({ nowId: null, turns: [] });
    const alone = await circleOf();
    const own = await roundIn(alone.host);
    await writtenBy(alone.host, own);
    await opened(alone.host, own);
    expect((await seenBy(alone.host, own)).round.nowId).toBe(alone.host.personId);
    expect(await closeRound(alone.host, own, { now: begins })).toMatchObject({ ok: true });
  });

  test('with twelve', async () => {
    const more = await Promise.all(Array.from({ length: 8 }, () => person('Amara')));
    const big = await circleOf({
      seats: 12,
      members: [...circle.members.map((one) => one.viewer), ...more],
    });
    const sessionId = await roundIn(big.host);
    for (const who of [big.host, ...big.members]) await writtenBy(who, sessionId);
    await opened(big.host, sessionId);
    for (let turn = 0; turn < 12; turn++) {
      const { round } = await seenBy(big.host, sessionId);
      await goOn(big.host, sessionId, round.nowId, { now: begins });
    }
    const { round } = await seenBy(big.host, sessionId);
    expect(round.turns.map(({ state }) => state)).toEqual(Array(12).fill('read'));
  });

  test('leaves out an empty draft, and sends one that is out already to the session too', async () => {
    const sessionId = await roundIn(host);
    const out = await openAsk(rui.viewer, { title: 'Asked before', to: { person: noor.viewer } });
    await bringAsk(rui, sessionId, out, { now });
    const empty = await writtenBy(noor, sessionId);
    await db.updateTable('ask').set({ title: '' }).where('id', '=', empty).execute();
    await opened(host, sessionId);
    expect(await turnsOf(priya, sessionId)).toEqual(['Rui now']);
    expect(await statesOf([empty])).toEqual(['draft']);
    expect(await asReader(priya.viewer, out)).not.toBeNull();
  });
});

describe('helping on the spot', () => {
  const help = async (who: Member, sessionId: number, askId: number, helps = true) => {
    const reader = await asReader(who.viewer, askId);
    return reader && helpInRound(who, sessionId, reader, helps, { now: begins });
  };

  test('is for whose turn it is or was, once, and can be taken back', async () => {
    const sessionId = await roundIn(host);
    const asks = [await writtenBy(rui, sessionId), await writtenBy(noor, sessionId)] as const;
    await opened(host, sessionId);
    const twice = await Promise.all([1, 2].map(() => help(priya, sessionId, asks[0])));
    expect(twice).toEqual([{ ok: true }, { ok: true }]);
    expect(await help(priya, sessionId, asks[1])).toMatchObject({ reason: 'not-read' });
    expect(await help(rui, sessionId, asks[0])).toMatchObject({ reason: 'own' });
    const offers = async () => (await seenBy(host, sessionId)).round.turns[0]?.offers ?? [];
    expect(await offers()).toMatchObject([{ name: 'Priya', taken: false }]);
    await help(priya, sessionId, asks[0], false);
    expect(await offers()).toEqual([]);
    await help(priya, sessionId, asks[0]);
    await goOn(host, sessionId, rui.personId, { now: begins });
    expect(await help(noor, sessionId, asks[0])).toEqual({ ok: true });
    expect((await offers()).map(({ name }) => name)).toEqual(['Priya', 'Noor']);
  });

  test('is refused to who helps as many as they can, and when it comes too often', async () => {
    const sessionId = await roundIn(host);
    const askId = await writtenBy(rui, sessionId);
    await opened(host, sessionId);
    await db.insertInto('helping').values({ person_id: noor.personId, at_once: 0 }).execute();
    expect(await help(noor, sessionId, askId)).toEqual({ ok: false, reason: 'full' });
    await help(priya, sessionId, askId);
    await db
      .updateTable('rate_limit')
      .set({ points: 60 })
      .where('key', 'like', 'offer:%')
      .execute();
    await help(priya, sessionId, askId, false);
    expect(await help(priya, sessionId, askId)).toEqual({ ok: false, reason: 'often' });
  });

  test('what was told of a time they faced it stands, and an answer from before counts anew', async () => {
    const sessionId = await roundIn(host);
    const askId = await writtenBy(rui, sessionId);
    await db
      .insertInto('offer')
      .values({
        ...{ ask_id: askId, helper_id: noor.personId, state: 'withdrawn', made_at: now },
        ...{ faced: 'In spring.', faced_html: '<p>In spring.</p>' },
      })
      .execute();
    await opened(host, sessionId);
    await help(noor, sessionId, askId);
    expect((await seenBy(host, sessionId)).round.turns[0]?.offers).toMatchObject([
      { name: 'Noor' },
    ]);
    const { faced } = await db
      .selectFrom('offer')
      .select('faced')
      .where('ask_id', '=', askId)
      .executeTakeFirstOrThrow();
    expect(faced).toBe('In spring.');
  });

  test('is no business of who was blocked: they read nothing of it', async () => {
    const sessionId = await roundIn(host);
    const askId = await writtenBy(rui, sessionId, 'Not for Priya');
    await db
      .insertInto('person_block')
      .values({ person_id: rui.personId, blocked_id: priya.personId })
      .execute();
    await opened(host, sessionId);
    expect(await help(priya, sessionId, askId)).toBeNull();
    const seen = await seenBy(priya, sessionId);
    expect(seen.round.turns).toMatchObject([{ name: 'Rui', title: null, html: null }]);
    expect(JSON.stringify(seen)).not.toContain('Not for Priya');
  });

  test('shows no offer that was made elsewhere before', async () => {
    const sessionId = await roundIn(host);
    const out = await openAsk(rui.viewer, { to: { person: noor.viewer } });
    await db
      .insertInto('offer')
      .values({ ask_id: out, helper_id: noor.personId, state: 'made', made_at: now })
      .execute();
    await bringAsk(rui, sessionId, out, { now });
    await opened(host, sessionId);
    expect((await seenBy(host, sessionId)).round.turns[0]?.offers).toEqual([]);
  });

  test('the session’s page keeps who helps whom, and no name of who left', async () => {
    const sessionId = await roundIn(host);
    const asks = [await writtenBy(rui, sessionId), await writtenBy(noor, sessionId)] as const;
    await opened(host, sessionId);
    await help(priya, sessionId, asks[0]);
    await goOn(host, sessionId, rui.personId, { now: begins });
    await help(priya, sessionId, asks[1]);
    expect((await asksOnSession(rui, sessionId)).round?.helping).toEqual([]);
    await closeRound(host, sessionId, { now: begins });
    const kept = async () => (await asksOnSession(host, sessionId)).round?.helping;
    expect(await kept()).toMatchObject([
      { asker: 'Rui', helper: 'Priya', taken: false },
      { asker: 'Noor', helper: 'Priya', taken: false },
    ]);
    await db.updateTable('offer').set({ state: 'taken' }).where('ask_id', '=', asks[0]).execute();
    await leave(priya);
    expect(await kept()).toEqual([{ askId: asks[0], asker: 'Rui', helper: null, taken: true }]);
    expect(await reopenRound(host, sessionId, { now: begins })).toMatchObject({ ok: true });
    expect((await seenBy(host, sessionId)).round.stage).toBe('reading');
  });
});

test('what somebody brings to a session stays theirs wherever it is moved on the agenda and however it is called', async () => {
  const sessionId = await sessionIn(host);
  const askId = await openAsk(rui.viewer, { title: 'Twenty minutes of questions' });
  const item = await db
    .insertInto('agenda_item')
    .values({
      ...{ circle_id: circle.id, session_id: sessionId, position: 2 },
      ...{ title: 'Twenty minutes of questions', minutes: 10 },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('ask_reach')
    .values({
      ...{ ask_id: askId, kind: 'session', circle_id: circle.id, session_id: sessionId },
      agenda_item_id: item.id,
    })
    .execute();
  const agenda = [
    { id: item.id, title: 'Questions to Rui', minutes: 20, deck: null, card: null },
    { title: 'Check-in', minutes: 5, deck: null, card: null },
    { title: 'Check-in', minutes: 10, deck: null, card: null },
  ];
  const change = (items: typeof agenda, version: number) =>
    changeSession(host, sessionId, { ...sessionForm({ agenda: items }), version }, { now });
  expect(await change(agenda, 1)).toMatchObject({ ok: true });
  expect(await agendaOf(sessionId)).toEqual(agenda.map(({ title }) => title));
  expect((await asksOnSession(noor, sessionId)).brought).toMatchObject([
    { askId, asker: 'Rui', itemId: item.id },
  ]);
  expect(await change(agenda.slice(1), 2)).toMatchObject({ ok: true });
  expect(await agendaOf(sessionId)).toEqual(['Check-in', 'Check-in']);
  expect((await asksOnSession(noor, sessionId)).brought).toMatchObject([{ askId, itemId: null }]);
});

test('an archived circle reads it and does nothing in it', async () => {
  const sessionId = await roundIn(host);
  await writtenBy(rui, sessionId);
  await archiveCircle(circle.host);
  const seen = await roundOf(await member(await viewer(rui.personId), circle.slug), sessionId, {
    now,
  });
  expect(Object.values(seen?.may ?? { none: true })).toEqual(Array(6).fill(false));
});
