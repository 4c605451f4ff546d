import { beforeEach, expect, test } from 'vitest';
import { runnerOf } from '#app/access/session-duties.server.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { inboxPage } from '#app/notifications/inbox/queries/inbox-page.server.ts';
import { giveTurns } from '#app/series/rota/commands/give-turns.server.ts';
import { passDuty, passTurns } from '#app/series/rota/commands/pass-duty.server.ts';
import { pauseTurns, resumeTurns } from '#app/series/rota/commands/pause.server.ts';
import { setDuties } from '#app/series/rota/commands/set-duties.server.ts';
import { setRota } from '#app/series/rota/commands/set-rota.server.ts';
import { swapDuty } from '#app/series/rota/commands/swap-duty.server.ts';
import { volunteer } from '#app/series/rota/commands/volunteer.server.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import {
  firstDefaults,
  sessionChoices,
} from '#app/sessions/schedule/queries/session-form.server.ts';
import { asRunner, now, sessionIn, waitingJobs } from '#tests/sessions/support.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

let circle: CastCircle;
let first: number;
let second: number;

/** A circle that has met, with two sessions to come that nobody runs. */
beforeEach(async () => {
  circle = await circleOf({
    members: [await person('Noor'), await person('Priya'), await person('Tomasz')],
  });
  await sessionIn(circle.host, { date: '2098-08-25' }, { now: new Date('2098-08-01') });
  first = await sessionIn(circle.host, { date: '2098-09-15' });
  second = await sessionIn(circle.host, { date: '2098-09-29' });
});

const clock = { now };
const turnOn = async (notes = false) => {
  await setRota(circle.host, { runs: true, notes, version: 0 }, clock);
  await giveTurns({ circleId: circle.id }, clock);
};
const member = (name: string) => {
  const found = [circle.host, ...circle.members].find(({ viewer }) => viewer.name === name);
  if (!found) throw new Error(`no ${name} here`);
  return found;
};
async function who(sessionId: number, duty: 'facilitator_id' | 'note_taker_id' = 'facilitator_id') {
  const row = await db
    .selectFrom('session')
    .leftJoin('person', 'person.id', `session.${duty}`)
    .select('person.name')
    .where('session.circle_id', '=', circle.id)
    .where('session.id', '=', sessionId)
    .executeTakeFirst();
  return row?.name ?? null;
}
const toldOf = async (kind: string) => {
  const rows = await db
    .selectFrom('inbox_item')
    .innerJoin('person', 'person.id', 'inbox_item.person_id')
    .select('person.name')
    .where('inbox_item.circle_id', '=', circle.id)
    .where('inbox_item.kind', '=', kind)
    .orderBy('person.name')
    .execute();
  return rows.map(({ name }) => name);
};
const holding = async (name: string, sessionId: number) => ({
  duty: 'run' as const,
  holder: member(name).personId,
  sessionId,
});

test('the next two sessions go to whoever is next, who is told; off, nobody is given anything', async () => {
  await giveTurns({ circleId: circle.id }, clock);
  expect([await who(first), await who(second)]).toEqual([null, null]);
  const third = await sessionIn(circle.host, { date: '2098-10-13' });
  await turnOn(true);
  expect([await who(first), await who(second), await who(third)]).toEqual(['Ines', 'Noor', null]);
  // Nobody has both at once.
  expect([await who(first, 'note_taker_id'), await who(second, 'note_taker_id')]).toEqual([
    'Noor',
    'Ines',
  ]);
  expect(await toldOf('session-yours')).toEqual(['Ines', 'Noor']);
  expect(await toldOf('notes-yours')).toEqual(['Ines', 'Noor']);
  // Again it gives nothing new, and when the first is over the third has its turn.
  await giveTurns({}, clock);
  expect(await who(third)).toBeNull();
  await giveTurns({}, { now: new Date('2098-09-15T20:00:00Z') });
  expect(await who(third)).toBe('Priya');
});

test('a newcomer is not picked for their first session, nor is who pauses until they are back', async () => {
  const amara = await person('Amara');
  const joined = { circle_id: circle.id, person_id: amara.personId, joined_at: now };
  await db
    .insertInto('membership')
    .values({ ...joined, role: 'member' })
    .execute();
  await pauseTurns(member('Ines'), { until: null }, clock);
  await pauseTurns(member('Noor'), { until: '2098-08-31' }, clock);
  await turnOn();
  expect([await who(first), await who(second)]).toEqual(['Noor', 'Priya']);
  await passDuty(member('Noor'), first, await holding('Noor', first), clock);
  expect(await who(first)).toBe('Tomasz');
  await passDuty(member('Tomasz'), first, await holding('Tomasz', first), clock);
  await resumeTurns(member('Ines'));
  await passDuty(member('Priya'), second, await holding('Priya', second), clock);
  expect(await who(second)).not.toBe('Priya');
  expect(await who(first)).not.toBe('Amara');
});

test('who can’t passes it on and loses the right at once; pressed twice, nobody else is passed over', async () => {
  await turnOn();
  const mine = await holding('Ines', first);
  const noor = await holding('Noor', second);
  expect(await passDuty(member('Noor'), second, noor, clock)).toMatchObject({
    ok: true,
    next: { name: 'Priya' },
  });
  expect(await runnerOf(member('Noor'), second)).toBeNull();
  expect(await runnerOf(member('Priya'), second)).not.toBeNull();
  expect(await passDuty(member('Noor'), second, noor, clock)).toEqual({
    ok: false,
    reason: 'changed',
  });
  expect(await who(second)).toBe('Priya');
  // It is no member’s to pass on for somebody else.
  expect(await passDuty(member('Noor'), first, mine, clock)).toEqual({
    ok: false,
    reason: 'not-yours',
  });
});

test('when nobody is left, those who set sessions hear', async () => {
  await turnOn();
  for (const name of ['Noor', 'Priya', 'Tomasz', 'Ines']) {
    expect(await who(second), name).toBe(name);
    await passDuty(member(name), second, await holding(name, second), clock);
  }
  expect(await who(second)).toBeNull();
  // Ines passed it on last: she has done so herself, and is told nothing.
  expect(await toldOf('session-unrunnable')).toEqual([]);
  await volunteer(member('Noor'), second, { duty: 'run' }, clock);
  await passDuty(member('Noor'), second, await holding('Noor', second), clock);
  expect(await toldOf('session-unrunnable')).toEqual(['Ines']);
});

test('when nobody is left to take notes, those who set sessions hear too', async () => {
  await turnOn(true);
  const noor = member('Noor');
  const asked = ['Noor', 'Priya', 'Tomasz'];
  for (const name of asked) {
    expect(await who(first, 'note_taker_id'), name).toBe(name);
    const held = { duty: 'notes' as const, holder: member(name).personId };
    await passDuty(member(name), first, held, clock);
  }
  expect(await who(first, 'note_taker_id')).toBeNull();
  expect(await toldOf('notes-untaken')).toEqual(['Ines']);
  const told = async () => {
    const { page } = await inboxPage(circle.host.viewer, null, clock);
    return JSON.stringify(page.parts);
  };
  expect(await told()).toContain('Nobody else is left to ask.');
  await volunteer(noor, first, { duty: 'notes' }, clock);
  expect(await told()).toContain('Somebody else takes them by now.');
});

test('a session is set for whose turn it is, where the circle takes turns at running them', async () => {
  const proposed = async () => {
    const choices = await sessionChoices(circle.host, clock);
    return (await firstDefaults(circle.host, choices, clock)).facilitatorId;
  };
  expect(await proposed()).toBe(String(circle.host.personId));
  await setRota(circle.host, { runs: false, notes: true, version: 0 }, clock);
  expect(await proposed()).toBe(String(circle.host.personId));
  await setRota(circle.host, { runs: true, notes: true, version: 1 }, clock);
  expect(await proposed()).toBe('');
});

test('answering no passes it on, unless they come after all', async () => {
  await turnOn();
  const noor = member('Noor');
  await replyToSession(noor, second, { answer: 'no' }, clock);
  expect(await toldOf('session-unrunnable')).toEqual([]);
  const [job] = (await waitingJobs(second)).filter(({ name }) => name === 'pass-turns');
  expect(job).toBeDefined();
  const of = { circleId: circle.id, sessionId: second, personId: noor.personId };
  await replyToSession(noor, second, { answer: 'yes' }, clock);
  await passTurns(of, clock);
  expect(await who(second)).toBe('Noor');
  await replyToSession(noor, second, { answer: 'no' }, clock);
  await Promise.all([passTurns(of, clock), passTurns(of, clock)]);
  expect(await who(second)).toBe('Priya');
});

test('of two who volunteer at once one has it, and the other hears so', async () => {
  for (const sessionId of [first, second]) {
    const both = await Promise.all(
      ['Noor', 'Priya'].map((name) => volunteer(member(name), sessionId, { duty: 'run' }, clock)),
    );
    expect(both.map((one) => (one.ok ? 'yours' : one.reason)).sort()).toEqual(['taken', 'yours']);
    const winner = both[0]?.ok ? 'Noor' : 'Priya';
    expect(await who(sessionId)).toBe(winner);
    // Twice is once.
    expect(await volunteer(member(winner), sessionId, { duty: 'run' }, clock)).toEqual({
      ok: true,
    });
  }
});

test('passed on while the next one leaves, it is nobody’s who is not there', async () => {
  for (let round = 0; round < 6; round++) {
    const priya = await person('Priya');
    const { host, members, id } = await circleOf({ members: [await person('Noor'), priya] });
    circle = { ...circle, id, host, members };
    await sessionIn(host, { date: '2098-08-25' }, { now: new Date('2098-08-01') });
    const sessionId = await sessionIn(host, {
      date: '2098-09-15',
      facilitatorId: host.personId,
    });
    await setRota(host, { runs: true, notes: false, version: 0 }, clock);
    const pass = async () =>
      passDuty(host, sessionId, { duty: 'run', holder: host.personId }, clock);
    const leave = () => leaveCircle(member('Noor'));
    const [passed] = await (round % 2
      ? Promise.all([pass(), leave()])
      : Promise.all([leave(), pass()]).then(([left, done]) => [done, left] as const));
    expect(passed).toMatchObject({ ok: true });
    await giveTurns({ circleId: id }, clock);
    expect(await who(sessionId)).toBe('Priya');
  }
});

test('given while it is cancelled, it is told to nobody who has nothing to run', async () => {
  await setRota(circle.host, { runs: true, notes: false, version: 0 }, clock);
  const [, cancelled] = await Promise.all([
    giveTurns({ circleId: circle.id }, clock),
    cancelSession(circle.host, first, { reason: 'Away.' }, clock),
  ]);
  expect(cancelled).toEqual({ ok: true });
  await giveTurns({ circleId: circle.id }, clock);
  const given = await who(second);
  expect(given).not.toBeNull();
});

test('two processes give the same turns once', async () => {
  await setRota(circle.host, { runs: true, notes: true, version: 0 }, clock);
  await Promise.all([giveTurns({}, clock), giveTurns({ circleId: circle.id }, clock)]);
  const log = await db
    .selectFrom('rota_turn')
    .select(['session_id', 'duty'])
    .where('circle_id', '=', circle.id)
    .execute();
  expect(log).toHaveLength(4);
});

test('a swap exchanges two turns and tells the other', async () => {
  await turnOn();
  const swap = { duty: 'run', session: second } as const;
  expect(await swapDuty(member('Priya'), first, swap, clock)).toEqual({
    ok: false,
    reason: 'changed',
  });
  expect(await swapDuty(member('Ines'), first, swap, clock)).toEqual({ ok: true });
  expect([await who(first), await who(second)]).toEqual(['Noor', 'Ines']);
  expect(await swapDuty(member('Ines'), first, swap, clock)).toEqual({
    ok: false,
    reason: 'changed',
  });
  const both = await Promise.all([
    swapDuty(member('Noor'), first, swap, clock),
    swapDuty(member('Ines'), second, { ...swap, session: first }, clock),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test('whoever runs it says who does what; a form that is out of date changes nothing', async () => {
  await turnOn();
  const runner = await asRunner(member('Noor'), second);
  const { version } = await db
    .selectFrom('session')
    .select('version')
    .where('circle_id', '=', circle.id)
    .where('id', '=', second)
    .executeTakeFirstOrThrow();
  const form = {
    facilitatorId: member('Noor').personId,
    noteTakerId: member('Tomasz').personId,
    ...{ needs: 3, version },
  };
  expect(await setDuties(runner, form, clock)).toEqual({ ok: true });
  expect(await who(second, 'note_taker_id')).toBe('Tomasz');
  expect(await toldOf('notes-yours')).toEqual(['Tomasz']);
  expect(await setDuties(runner, { ...form, needs: 4 }, clock)).toEqual({
    ok: false,
    reason: 'changed-meanwhile',
  });
});

test('what goes round is set by one at a time', async () => {
  const set = (runs: boolean, version: number) =>
    setRota(circle.host, { runs, notes: false, version }, clock);
  expect(await set(true, 0)).toEqual({ ok: true });
  expect(await set(false, 0)).toEqual({ ok: false, reason: 'changed-meanwhile' });
  expect(await set(true, 0)).toEqual({ ok: true });
  expect(await set(false, 1)).toEqual({ ok: true });
});
