import { beforeEach, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { sourcesOf, sourceToBe } from '#app/mentoring/asks/queries/sources.server.ts';
import { onHome } from '#app/mentoring/queries/on-home.server.ts';
import { sayBecame, unsayBecame } from '#app/records/commitments/commands/say-became.server.ts';
import {
  restoreCommitment,
  sayCommitment,
  takeBackCommitment,
} from '#app/records/commitments/commands/say-commitment.server.ts';
import {
  commitmentAt,
  dayForCommitment,
} from '#app/records/commitments/queries/commitment.server.ts';
import { recordOnSession } from '#app/records/queries/on-session.server.ts';
import { recordOf } from '#app/records/queries/record.server.ts';
import { DAY } from '#app/time/spans.ts';
import { openAsk } from '#tests/mentoring/scene.ts';
import { type CastCircle, circleOf, person, viewer } from '#tests/support/cast.ts';
import { comingIn, dayAt, heldIn } from './support.ts';

let circle: CastCircle;
let sessionId: number;
let noor: Member;
let priya: Member;
beforeEach(async () => {
  circle = await circleOf({ members: [await person('Noor'), await person('Priya')] });
  [noor, priya] = circle.members as [Member, Member];
  sessionId = await heldIn(circle.host);
});

const today = dayAt(Date.now());
const says = (act: string, version = 0, byOn = today) =>
  sayCommitment(noor, sessionId, { act, byOn, version });
const mine = async () => {
  const found = await commitmentAt(noor, sessionId);
  if (!found) throw new Error('nothing said');
  return found;
};

test('what was said opens the next session and its record, by name and in words', async () => {
  await says('Ask the slowest team.');
  const next = await comingIn(circle.host);
  const { before } = await recordOnSession(priya, next);
  expect(before).toMatchObject({
    sessionId,
    commitments: [{ name: 'Noor', act: 'Ask the slowest team.', byOn: today, became: null }],
  });
  expect((await recordOf(priya, next))?.before).toEqual(before);
  expect((await recordOf(priya, sessionId))?.nextAt).not.toBeNull();
  const elsewhere = await circleOf();
  const other = await comingIn(elsewhere.host);
  expect((await recordOnSession(elsewhere.host, other)).before).toBeNull();
});

test('one each: the same twice is once, and what changed meanwhile is handed back', async () => {
  const both = await Promise.all([says('Ask.'), says('Ask.')]);
  expect(both).toEqual([{ ok: true }, { ok: true }]);
  expect(await says('Ask twice.', 1)).toEqual({ ok: true });
  expect(await says('Wait.', 1)).toMatchObject({
    ...{ ok: false, reason: 'changed' },
    theirs: { act: 'Ask twice.', version: 2 },
  });
});

test('done, tried or passed is said by whose it is, once in two windows, and can be unsaid', async () => {
  await says('Ask the slowest team.');
  const { id, version } = await mine();
  const tried = { became: 'tried', word: 'Half of it.', version } as const;
  expect(await sayBecame(priya, id, tried)).toEqual({ ok: false, reason: 'gone' });
  expect(await sayBecame(noor, id, tried)).toMatchObject({ ok: true });
  expect(await sayBecame(noor, id, { ...tried, became: 'done' })).toEqual({
    ...{ ok: false, reason: 'changed' },
  });
  expect((await recordOf(priya, sessionId))?.commitments).toMatchObject([
    { became: 'tried', word: 'Half of it.' },
  ]);
  await unsayBecame(noor, id);
  expect((await recordOf(priya, sessionId))?.commitments).toMatchObject([
    { became: null, word: '' },
  ]);
});

test('one that is taken back is nowhere, and comes back', async () => {
  await says('Ask the slowest team.');
  const { id } = await mine();
  expect(await takeBackCommitment(priya, id)).toEqual({ ok: false, reason: 'gone' });
  await takeBackCommitment(noor, id);
  expect((await recordOf(priya, sessionId))?.commitments).toEqual([]);
  await restoreCommitment(noor, id);
  expect((await recordOf(priya, sessionId))?.commitments).toHaveLength(1);
});

test('on its day it is a line on home, until something is said of it', async () => {
  await says('Ask the slowest team.', 0, dayAt(Date.now() + 2 * DAY));
  const due = async (days: number) =>
    (await onHome(noor.viewer, { now: new Date(Date.now() + days * DAY) })).due.length;
  expect([await due(0), await due(3), await due(30)]).toEqual([0, 1, 0]);
  const at = { now: new Date(Date.now() + 3 * DAY) };
  expect((await onHome(priya.viewer, at)).due).toEqual([]);
  const { id, version } = await mine();
  await sayBecame(noor, id, { became: 'passed', word: '', version });
  expect(await due(3)).toBe(0);
});

test('the day proposed is that of the next session, else a week on', () => {
  const now = new Date('2098-03-27T12:00:00Z');
  expect(dayForCommitment(noor, null, now)).toBe('2098-04-03');
  expect(dayForCommitment(noor, '2098-04-10T16:00:00Z', now)).toBe('2098-04-10');
  expect(dayForCommitment(noor, '2098-03-20T16:00:00Z', now)).toBe('2098-04-03');
});

test('an ask can come from one’s own; beyond the circle nothing of it is read', async () => {
  await says('Ask the slowest team.');
  const { id } = await mine();
  const source = { commitment: id };
  expect(await sourceToBe(noor.viewer, circle.id, source)).toMatchObject({
    ...{ kind: 'commitment', mine: true, act: 'Ask the slowest team.', byOn: today },
  });
  expect(await sourceToBe(priya.viewer, circle.id, source)).toBeNull();
  const askId = await openAsk(noor.viewer, { circleId: circle.id, source });
  const seenBy = async (who: Member) =>
    (await sourcesOf(await viewer(who.viewer), [askId])).get(askId);
  expect(await seenBy(priya)).toMatchObject({ kind: 'commitment', mine: false });
  expect(await seenBy((await circleOf()).host)).toEqual({ kind: 'elsewhere', of: 'commitment' });
  await takeBackCommitment(noor, id);
  expect(await seenBy(noor)).toEqual({ kind: 'gone', of: 'commitment' });
});

test('whoever leaves is named no more', async () => {
  await says('Ask the slowest team.');
  await leaveCircle(noor);
  expect((await recordOf(priya, sessionId))?.commitments).toMatchObject([
    { name: null, act: 'Ask the slowest team.' },
  ]);
});
