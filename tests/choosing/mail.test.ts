import { expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { cancelChoice } from '#app/choosing/commands/cancel-choice.server.ts';
import { closeChoice } from '#app/choosing/commands/close-choice.server.ts';
import { moveChoice } from '#app/choosing/commands/move-choice.server.ts';
import { jobs } from '#app/choosing/jobs.server.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { choosing, closesAt, now, ranks, until } from './support.ts';

const reminder = (choiceId: number) => ({ choiceId, closesAt: closesAt.toISOString() });

test('the others are told that it opened, in their own zone; who opened it is not', async () => {
  const { host, members, choiceId, circle } = await choosing('Noor');
  const [noor] = members as [Member];
  const [mail] = await mailTo(noor.viewer.email);
  expect(mail?.subject).toMatch(
    /^Tuesday leads: which book next\? Until \w+ 8 September 2098, 17:30$/,
  );
  expect(mail?.text).toContain('Ines asks which book Tuesday leads reads next.');
  expect(mail?.links.some((link) => link.endsWith(`/${circle.slug}/choosing/${choiceId}`))).toBe(
    true,
  );
  expect(await mailTo(host.viewer.email)).toEqual([]);
});

test('the day before, only those who have not ranked are reminded', async () => {
  const { host, members, choiceId, a } = await choosing('Noor', 'Sam');
  const [noor, sam] = members as [Member, Member];
  for (const who of members) await mailTo(who.viewer.email);
  await ranks(noor, choiceId, a);
  await jobs['remind-of-choice'](reminder(choiceId));
  // Sam ranks between the reminder and its mails.
  expect(await mailTo(noor.viewer.email)).toHaveLength(1);
  const [mail, ...rest] = await mailTo(sam.viewer.email);
  expect(mail?.subject).toMatch(/rank the books until/);
  expect(rest).toHaveLength(1);
  expect(await mailTo(host.viewer.email)).toHaveLength(1);

  await moveChoice(host, choiceId, { ...until, date: '2098-09-20', version: 1 }, { now });
  for (const who of members) await mailTo(who.viewer.email);
  // The one that was set for the time before.
  await jobs['remind-of-choice'](reminder(choiceId));
  expect(await mailTo(host.viewer.email)).toHaveLength(1);
  await jobs['remind-of-choice']({ choiceId, closesAt: '2098-09-20T16:30:00.000Z' });
  await ranks(sam, choiceId, a);
  const [last] = await mailTo(sam.viewer.email);
  expect(last?.subject).toMatch(/now until/);
  expect(await mailTo(host.viewer.email)).toHaveLength(2);
});

test('everyone is told what was chosen, and never how anybody ranked', async () => {
  const { host, members, choiceId, a, b } = await choosing('Noor', 'Sam');
  const [noor, sam] = members as [Member, Member];
  await ranks(noor, choiceId, a);
  await ranks(sam, choiceId, b);
  await ranks(host, choiceId, a, b);
  await closeChoice(host, choiceId, { now });
  const [mail] = await mailTo(noor.viewer.email);
  expect(mail?.subject).toBe('Tuesday leads: next, Accelerate');
  expect(mail?.text).toContain('Tuesday leads has chosen its next book: Accelerate.');
  expect(mail?.text).not.toMatch(/vote|round|Team Topologies|Peopleware|Sam|Ines/);
  expect(await mailTo(host.viewer.email)).toEqual([]);
});

test('a new time is told; what is called off is not announced any more', async () => {
  const { host, members, choiceId } = await choosing('Noor');
  const [noor] = members as [Member];
  await mailTo(noor.viewer.email);
  const move = (date: string, version: number) =>
    moveChoice(host, choiceId, { ...until, date, version }, { now });
  await move('2098-09-10', 1);
  const [moved] = await mailTo(noor.viewer.email);
  expect(moved?.subject).toMatch(/now until \w+ 10 September 2098/);
  await move('2098-09-12', 2);
  await cancelChoice(host, choiceId, { now });
  expect(await mailTo(noor.viewer.email)).toHaveLength(2);
});

test('one nobody ranked says so', async () => {
  const { host, members, choiceId } = await choosing('Noor');
  const [noor] = members as [Member];
  await closeChoice(host, choiceId, { now });
  const [mail] = await mailTo(noor.viewer.email);
  expect(mail?.subject).toBe('Tuesday leads: no book was chosen');
});
