import { beforeEach, describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { callOff } from '#app/polls/commands/end-poll.server.ts';
import { changeSeries } from '#app/series/commands/change-series.server.ts';
import { endSeries } from '#app/series/commands/end-series.server.ts';
import { startSeries } from '#app/series/commands/start-series.server.ts';
import { giveTurns } from '#app/series/rota/commands/give-turns.server.ts';
import { passDuty, passTurns } from '#app/series/rota/commands/pass-duty.server.ts';
import { setDuties } from '#app/series/rota/commands/set-duties.server.ts';
import { setRota } from '#app/series/rota/commands/set-rota.server.ts';
import { swapDuty } from '#app/series/rota/commands/swap-duty.server.ts';
import { volunteer } from '#app/series/rota/commands/volunteer.server.ts';
import { setRound } from '#app/sessions/agenda/commands/set-round.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { keepSessionClocks } from '#app/sessions/schedule/commands/keep-session-clocks.server.ts';
import { HOUR } from '#app/time/spans.ts';
import { momentOfClock, type ReadClock } from '#app/time/wall-clock.ts';
import type { Tx } from '#db/database.server.ts';
import { inThisOrder } from '#tests/accounts/held.ts';
import { pollIn } from '#tests/polls/support.ts';
import { seriesForm, seriesIn } from '#tests/series/support.ts';
import { asRunner, now, sessionForm, sessionIn } from '#tests/sessions/support.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

let circle: CastCircle;
let noor: Member;
let priya: Member;
/** What Noor runs, and a session of Priya’s. */
let sessionId: number;
let seriesId: number;
let pollId: number;
let hers: number;

const clock = { now };

beforeEach(async () => {
  circle = await circleOf({ members: [await person('Noor'), await person('Priya')] });
  const [first, second] = circle.members;
  if (!first || !second) throw new Error('two members');
  [noor, priya] = [first, second];
  const { host } = circle;
  sessionId = await sessionIn(host, byNoor());
  hers = await sessionIn(host, { date: '2098-12-15', facilitatorId: priya.personId });
  seriesId = await seriesIn(host, { ...byNoor(), startsOn: '2098-12-02' }, clock);
  pollId = await pollIn(host, byNoor());
  await setRota(host, { runs: true, notes: true, version: 0 }, clock);
});

type What = 'session' | 'series' | 'time_poll';

/** Each holds what Noor runs, and then members: those who hear of it, or who run it from then on. */
const acts: [string, What, () => Promise<unknown>][] = [
  ['moves it', 'session', () => changeSession(circle.host, sessionId, later(), clock)],
  ['cancels it', 'session', () => cancelSession(circle.host, sessionId, { reason: '' }, clock)],
  ['makes it a round', 'session', () => setRound(circle.host, sessionId, clock)],
  ['gives it to others', 'session', async () => setDuties(await runner(), duties(), clock)],
  ['passes it on', 'session', () => passDuty(circle.host, sessionId, theirs(), clock)],
  ['passes on what they can’t do', 'session', () => passTurns(cannot(), clock)],
  ['volunteers for its notes', 'session', () => volunteer(priya, sessionId, notes, clock)],
  ['swaps it', 'session', () => swapDuty(priya, hers, { duty: 'run', session: sessionId }, clock)],
  ['gives turns', 'session', () => giveTurns({ circleId: circle.id }, clock)],
  ['keeps its clocks', 'session', () => keepSessionClocks({ now, read: anHourLater })],
  ['repeats it', 'session', () => startSeries(circle.host, repeated(), clock)],
  ['changes its series', 'series', () => changeSeries(circle.host, seriesId, changed(), clock)],
  [
    'changes those after it',
    'session',
    () => changeSeries(circle.host, seriesId, changed(), clock),
  ],
  ['ends its series', 'series', () => endSeries(circle.host, seriesId, ending, clock)],
  ['calls its poll off', 'time_poll', () => callOff(circle.host, pollId, clock)],
];

const later = () => ({
  ...sessionForm({ time: '19:30', facilitatorId: noor.personId, zone: 'Europe/Madrid' }),
  version: 1,
});
const runner = () => asRunner(circle.host, sessionId);
const duties = () => ({
  ...{ facilitatorId: noor.personId, noteTakerId: circle.host.personId },
  ...{ needs: 3, version: 1 },
});
const theirs = () => ({ duty: 'run' as const, holder: noor.personId });
const cannot = () => ({ circleId: circle.id, sessionId, personId: noor.personId });
const notes = { duty: 'notes' } as const;
const anHourLater: ReadClock = (clock) => {
  const moment = momentOfClock(clock);
  return moment && new Date(moment.getTime() + HOUR);
};
const repeated = () => ({ ...seriesForm(byNoor()), startsOn: '2098-12-01', adopts: sessionId });
const byNoor = () => ({ facilitatorId: noor.personId });
const changed = () => {
  const { submissionKey: _, adopts: __, ...series } = seriesForm(byNoor());
  const to = { ...series, startsOn: '2098-12-02', title: 'Wednesdays' };
  return { series: to, sessionId: null, isFollowing: false, version: 1 };
};
const ending = { word: '', version: 1 };

const hold = (what: What) => (tx: Tx) =>
  tx.selectFrom(what).select('id').where('circle_id', '=', circle.id).forUpdate().execute();

/** What came of an act that was let through: it threw, or it is there. */
const done = (act: () => Promise<unknown>) => async () =>
  act().then(
    () => 'done',
    (error: unknown) => String(error),
  );

describe.each(acts)('whoever runs a session leaves while somebody %s', (_, what, act) => {
  test.each(['before', 'after'])('and is there %s it', async (when) => {
    const two = [done(() => leaveCircle(noor)), done(act)];
    const came = await inThisOrder(hold(what), when === 'before' ? two : two.reverse());
    expect(came).toEqual(['done', 'done']);
    const left = await db
      .selectFrom('session')
      .select('id')
      .where('circle_id', '=', circle.id)
      .where('facilitator_id', '=', noor.personId)
      .execute();
    expect(left).toEqual([]);
  });
});
