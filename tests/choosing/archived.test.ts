import { expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { settledChoice } from '#app/choosing/commands/settle-choice.server.ts';
import { jobs } from '#app/choosing/jobs.server.ts';
import { archiveCircle, reopenCircle } from '#app/circles/commands/archive-circle.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { member } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { choosing, ranks } from './support.ts';

/** A choice that all have ranked, in a circle that was archived before its time was over. */
async function restingChoice() {
  const { circle, host, members, choiceId, a, b } = await choosing('Noor', 'Sam');
  const [noor, sam] = members as [Member, Member];
  for (const who of [host, noor, sam]) await ranks(who, choiceId, b, a);
  await archiveCircle(circle.host);
  const closesAt = new Date(Date.now() - 3_600_000);
  await db
    .updateTable('book_choice')
    .set({ closes_at: closesAt })
    .where('id', '=', choiceId)
    .execute();
  const close = () => jobs['close-choice']({ choiceId, closesAt: closesAt.toISOString() });
  const seen = async () => settledChoice(await member(noor.viewer, circle.slug), choiceId);
  const mails = async () => (await mailTo(noor.viewer.email)).length;
  return { circle, noor, choiceId, b, close, seen, mails };
}

test('a choice does not close while its circle is archived, and says so', async () => {
  const { circle, noor, choiceId, close, seen } = await restingChoice();
  await close();
  expect(await seen()).toMatchObject({ state: 'open', ranked: 3, result: null });
  const cookie = await signInCookie(noor.viewer);
  for (const path of ['', '/choosing', `/choosing/${choiceId}`]) {
    const { body } = await ask(`/circles/${circle.slug}${path}`, { cookie });
    expect(body).toContain('once the circle is back');
  }
});

test('it closes when the circle is back, and nobody gets mail about what went by', async () => {
  const { circle, b, close, seen, mails } = await restingChoice();
  const before = await mails();
  await close();
  const back = new Date();
  await reopenCircle(circle.host);
  expect(await mails()).toBe(before);
  const choice = await seen();
  expect(choice).toMatchObject({ state: 'closed', result: { by: null, winner: { id: b } } });
  expect(Date.parse(choice?.result?.at ?? '')).toBeGreaterThanOrEqual(back.getTime());
});

test('nor when somebody looks before its job has come to it', async () => {
  const { circle, b, seen, mails } = await restingChoice();
  const before = await mails();
  await reopenCircle(circle.host);
  expect(await seen()).toMatchObject({ state: 'closed', result: { winner: { id: b } } });
  expect(await mails()).toBe(before);
});

test('one whose time is still to come goes on as it was', async () => {
  const { circle, choiceId, seen } = await restingChoice();
  const closesAt = new Date(Date.now() + 3_600_000);
  await db
    .updateTable('book_choice')
    .set({ closes_at: closesAt })
    .where('id', '=', choiceId)
    .execute();
  await reopenCircle(circle.host);
  await jobs['close-rested-choice']({ circleId: circle.id, at: new Date().toISOString() });
  expect(await seen()).toMatchObject({
    state: 'open',
    mine: { ranking: [expect.any(Number), expect.any(Number)] },
  });
});
