import { expect, test } from 'vitest';
import { startThread } from '#app/discussions/commands/start-thread.server.ts';
import { notes, threads } from '#app/discussions/limits.server.ts';
import { postNote } from '#app/discussions/notes/commands/post-note.server.ts';
import {
  HOUR_SECONDS,
  LimitReached,
  limitMaking,
} from '#app/platform/limits/making-limit.server.ts';
import { closeDatabase, connect, db } from '#db/database.server.ts';
import { noteForm, threadBy, threadForm } from '#tests/discussions/notes.ts';
import { circleOf, person } from '#tests/support/cast.ts';

const reached = (answer: PromiseSettledResult<unknown>) =>
  answer.status === 'rejected' && answer.reason instanceof LimitReached;

const three = limitMaking({
  name: 'three',
  points: 3,
  seconds: HOUR_SECONDS,
  words: (most, wait) => `${most} ${wait}`,
});
const countIn = (on: typeof db, who: number) =>
  on.transaction().execute((tx) => three.count(tx, who));

test('more submissions at once than there are connections are all answered, and none slips by', async () => {
  const { members } = await circleOf({ members: [await person('Noor')] });
  const [noor] = members;
  if (!noor) throw new Error('a member');
  const places = await Promise.all([threadBy(noor), threadBy(noor), threadBy(noor)]);
  await postNote(noor, places[0].threadId, noteForm());
  for (const { rule } of [threads, notes]) {
    await db
      .updateTable('rate_limit')
      .set({ points: rule.points - 4 })
      .where('key', 'like', `${rule.name}:%`)
      .execute();
  }
  const answers = await Promise.allSettled(
    Array.from({ length: 30 }, (_, n) =>
      n % 2
        ? startThread(noor, threadForm())
        : postNote(noor, places[n % 3]?.threadId ?? 0, noteForm()),
    ),
  );
  expect(answers.filter(reached)).toHaveLength(22);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
});

test('processes share a count, and it is there after a restart', async () => {
  const { pool, db: there } = connect(process.env.DATABASE_URL ?? '', 5);
  const answers = await Promise.allSettled(
    Array.from({ length: 12 }, (_, n) => countIn(n % 2 ? db : there, 1)),
  );
  await pool.end();
  expect(answers.filter(reached)).toHaveLength(9);
  await closeDatabase();
  await expect(countIn(db, 1)).rejects.toThrow(LimitReached);
  await countIn(db, 2);
});

test('what fails after it was counted was not made, so it does not count', async () => {
  const failing = db.transaction().execute(async (tx) => {
    await three.count(tx, 3);
    throw new Error('after all');
  });
  await expect(failing).rejects.toThrow('after all');
  for (let n = 0; n < 3; n++) await countIn(db, 3);
  await expect(countIn(db, 3)).rejects.toThrow(LimitReached);
});
