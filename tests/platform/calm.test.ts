import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { taskList } from '#app/jobs.server.ts';
import { settleCircle } from '#app/joining/commands/answer-offer.server.ts';
import { Calm, calm } from '#app/platform/calm.server.ts';
import { unhurried } from '#db/database.server.ts';

// Patience ends when a test says so.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What happens of itself, but for the passing of time. */
async function settled() {
  for (let turns = 0; turns < 10; turns++) await new Promise((turn) => setImmediate(turn));
}

function request(of: Calm) {
  let end = () => {};
  const answered = of.answer(
    () =>
      new Promise<void>((answer) => {
        end = answer;
      }),
  );
  return async () => {
    end();
    await answered;
  };
}

test('background work is done at once where nobody waits for a page', async () => {
  await new Calm().come();
});

test('it waits for the pages under way, and for one that comes between two pieces of it', async () => {
  const of = new Calm();
  const done: string[] = [];
  const [end, endOther] = [request(of), request(of)];
  let endThird = async () => {};
  const first = of.come().then(() => {
    done.push('first');
    endThird = request(of);
  });
  const second = of.come().then(() => done.push('second'));
  await settled();
  await end();
  await settled();
  expect(done).toEqual([]);
  await endOther();
  await first;
  await settled();
  expect(done).toEqual(['first']);
  await endThird();
  await second;
});

test('it waits for so long and no longer, and for one that failed no more', async () => {
  const of = new Calm();
  const end = request(of);
  let done = false;
  const work = of.come().then(() => {
    done = true;
  });
  await settled();
  vi.advanceTimersByTime(49);
  await settled();
  expect(done).toBe(false);
  vi.advanceTimersByTime(2);
  await work;
  await end();
  await expect(of.answer(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await of.come();
});

test('a job begins when the page that was asked for is there', async () => {
  // There is no such circle: it fails as soon as it has begun.
  const circleId = -1;
  const end = request(calm);
  let begun = false;
  const job = Promise.resolve(taskList['settle-seats']?.({ circleId }, {} as never)).catch(() => {
    begun = true;
  });
  const alike = () => unhurried(() => settleCircle(circleId));
  for (let times = 0; times < 3; times++) await expect(alike()).rejects.toThrow();
  expect(begun).toBe(false);
  await end();
  await job;
  expect(begun).toBe(true);
});
