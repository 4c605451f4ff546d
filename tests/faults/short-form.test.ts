import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { faults } from '#tests/faults/faults/all.ts';
import { type Ground, newGround } from '#tests/faults/ground.ts';

/**
 * The same faults as `npm run test:faults`, a few times each and on one installation. Left out is
 * what cannot be tried everywhere.
 */
const short = faults.filter(({ tries }) => tries.short > 0);
const LATE = { timeout: 120_000 };

let ground: Ground;

beforeAll(async () => {
  const server = async () => ({ url: inject('serverUrl'), stop: async () => {} });
  ground = newGround({ writers: 12, server });
  await ground.installation();
});

afterAll(() => ground.close());

test.each(short)('$words: nothing is lost or doubled, and it comes back', LATE, async (fault) => {
  const { tries, acknowledged, lost, doubled, wrong } = await fault.run(ground, fault.tries.short);
  expect({ lost, doubled, wrong }).toEqual({ lost: [], doubled: [], wrong: [] });
  expect(tries).toBe(fault.tries.short);
  expect(acknowledged).toBeGreaterThan(0);
});
