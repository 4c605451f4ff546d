import { expect, test } from 'vitest';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { callOff } from '#app/polls/commands/end-poll.server.ts';
import { sweepPolls } from '#app/polls/commands/sweep-polls.server.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { messagesOf } from '#tests/support/jobs.ts';
import { tripsOf } from '#tests/support/trips.ts';
import { answerAll, now, pollIn } from './support.ts';

// Open for a week: who is late is reminded 48 hours before it closes.
const closes = { date: '2098-09-08', time: '14:00' };
const due = { now: new Date('2098-09-06T12:00:00Z') };
const over = { now: new Date('2098-09-08T12:00:00Z') };

async function scene() {
  const circle = await circleOf({ members: [await person('Noor'), await person('Rui')] });
  const [noor, rui] = circle.members;
  if (!noor || !rui) throw new Error('two members');
  const pollId = await pollIn(circle.host, { closes });
  const told = async (kind: 'poll-reminder' | 'poll-answered') =>
    (await messagesOf(kind)).filter(({ given }) => given.pollId === pollId);
  return { ...circle, noor, rui, pollId, told };
}

test('two sweeps at once remind once, and only who has not answered', async () => {
  const { host, noor, rui, pollId, told } = await scene();
  await answerAll(noor, pollId, ['yes', 'yes', 'yes']);
  await answerAll(host, pollId, ['yes', 'yes', null]);
  await sweepPolls({ now: new Date(due.now.getTime() - 60_000) });
  expect(await told('poll-reminder')).toEqual([]);
  await Promise.all([sweepPolls(due), sweepPolls(due)]);
  const reminded = (await told('poll-reminder')).map(({ personId }) => personId);
  expect(reminded.sort()).toEqual([host.personId, rui.personId].sort());
  await sweepPolls(due);
  expect(await told('poll-reminder')).toHaveLength(2);
});

test('two sweeps at once tell the asker once that it has closed', async () => {
  const { host, told } = await scene();
  await Promise.all([sweepPolls(over), sweepPolls(over)]);
  await sweepPolls(over);
  expect(await told('poll-answered')).toMatchObject([
    { personId: host.personId, given: { what: 'closed' } },
  ]);
});

test('nobody is waited for who has left', async () => {
  const { host, noor, rui, pollId, told } = await scene();
  await answerAll(host, pollId, ['yes', 'yes', 'yes']);
  await answerAll(noor, pollId, ['yes', 'yes', 'yes']);
  await leaveCircle(rui);
  await sweepPolls({ now });
  expect(await told('poll-answered')).toMatchObject([{ given: { what: 'all-answered' } }]);
});

test('of polls that nothing is due of it asks nothing, however many there are', async () => {
  const { host } = await scene();
  for (let n = 0; n < 12; n++) await pollIn(host, { closes });
  await pollIn(host, { kind: 'weekly' });
  const early = { now: new Date(due.now.getTime() - 60_000) };
  await sweepPolls(early);
  const [trips] = await tripsOf(
    () => sweepPolls(early),
    () => sweepPolls(early),
  );
  expect(trips?.statements).toBe(1);
});

test('a close that was missed for weeks is no news, and neither is one that was settled before', async () => {
  const { told, pollId, host } = await scene();
  await sweepPolls({ now: new Date('2098-09-30T12:00:00Z') });
  expect(await told('poll-answered')).toEqual([]);
  await callOff(host, pollId, { now });
  await sweepPolls(over);
  expect(await told('poll-answered')).toEqual([]);
});

test('whoever is late is reminded by how long a poll is open, and of a short one not at all', async () => {
  const { host } = await scene();
  const remindedOf = async (closes: { date: string; time: string }, at: string) => {
    const pollId = await pollIn(host, { closes });
    await sweepPolls({ now: new Date(at) });
    const all = await messagesOf('poll-reminder');
    return all.filter(({ given }) => given.pollId === pollId).length;
  };
  // Asked at 12:00 UTC on the first; Madrid is two hours ahead.
  expect(await remindedOf({ date: '2098-09-04', time: '14:00' }, '2098-09-02T23:59:00Z')).toBe(0);
  expect(await remindedOf({ date: '2098-09-04', time: '14:00' }, '2098-09-03T00:00:00Z')).toBe(3);
  expect(await remindedOf({ date: '2098-09-06', time: '14:00' }, '2098-09-04T12:01:00Z')).toBe(0);
  expect(await remindedOf({ date: '2098-09-06', time: '14:01' }, '2098-09-04T12:01:00Z')).toBe(3);
  expect(await remindedOf({ date: '2098-09-03', time: '13:59' }, '2098-09-03T11:58:00Z')).toBe(0);
});
