import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { undoAnswers } from '#app/polls/commands/undo-answers.server.ts';
import { fillIn } from '#app/polls/usual/commands/fill-in.server.ts';
import { saveUsualTimes } from '#app/polls/usual/commands/save-usual-times.server.ts';
import { usualTimesOf } from '#app/polls/usual/queries/usual-times.server.ts';
import { usualAnswer } from '#app/polls/usual/rules/usual-answer.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { answerAll, now, pollIn, saidBy, viewOf } from './support.ts';

const range = (
  weekday: number,
  from: string,
  to: string,
  answer: 'yes' | 'if_need_be' = 'yes',
) => ({
  ...{ weekday, from, to, answer },
});

test('a meeting lies in usual times wholly, across two of them and over midnight, or not at all', () => {
  const week = [
    range(3, '07:00', '09:00'),
    range(3, '09:00', '10:00', 'if_need_be'),
    range(7, '22:00', '24:00'),
    range(1, '00:00', '01:00'),
  ];
  const at = (startsAt: string, zone = 'UTC') =>
    usualAnswer({ startsAt: new Date(startsAt), minutes: 60 }, week, zone);
  expect(at('2026-12-02T08:00Z')).toBe('yes');
  expect(at('2026-12-02T08:30Z')).toBe('if_need_be');
  expect(at('2026-12-02T09:30Z')).toBe(null);
  expect(at('2026-12-06T23:30Z')).toBe('yes');
  // 07:00 in Lisbon is 16:00 in Tokyo.
  expect(at('2026-12-02T07:00Z', 'Asia/Tokyo')).toBe(null);
  expect(at('2026-12-01T23:00Z', 'Asia/Tokyo')).toBe('yes');
});

test('usual times fill in what is not answered, and are taken back as one', async () => {
  const noor = await person('Noor', { timeZone: 'Europe/Lisbon' });
  const { host, members } = await circleOf({ members: [noor] });
  const [member] = members;
  if (!member) throw new Error('a member');
  // Tuesday, Wednesday and Thursday at 08:00 in Madrid, which is 07:00 in Lisbon.
  const pollId = await pollIn(host);
  await saveUsualTimes(noor, {
    ranges: [range(2, '06:00', '09:00'), range(3, '06:30', '08:00', 'if_need_be')],
    version: 0,
  });
  await answerAll(member, pollId, ['no', null, null]);
  await fillIn(member, pollId, { key: randomUUID() }, { now });
  expect(await saidBy(member, pollId)).toEqual(['no', 'if_need_be', null]);
  const { lastBatch } = await viewOf(member, pollId);
  await undoAnswers(member, pollId, { batch: lastBatch ?? '' }, { now });
  expect(await saidBy(member, pollId)).toEqual(['no', null, null]);
});

test('two pages do not overwrite each other’s week', async () => {
  const noor = await person('Noor');
  const week = { ranges: [range(1, '08:00', '09:00')], version: 0 };
  const both = await Promise.all([saveUsualTimes(noor, week), saveUsualTimes(noor, week)]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await usualTimesOf(noor)).toEqual({ version: 1, ranges: week.ranges });
  expect(await saveUsualTimes(noor, { ranges: [], version: 1 })).toEqual({ ok: true });
  expect(await usualTimesOf(noor)).toEqual({ version: 2, ranges: [] });
});
