import { beforeAll, expect, test } from 'vitest';
import { runnerOf, scribeOf } from '#app/access/session-duties.server.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { sessionIn } from './support.ts';

let circle: CastCircle;
let sessionId: number;

beforeAll(async () => {
  circle = await circleOf({
    facilitators: [await person('Rui')],
    members: [await person('Noor'), await person('Priya'), await person('Sam')],
  });
  const [noor, priya] = circle.members;
  sessionId = await sessionIn(circle.host);
  await db
    .updateTable('session')
    .set({ facilitator_id: noor?.personId ?? null, note_taker_id: priya?.personId ?? null })
    .where('id', '=', sessionId)
    .execute();
});

test('who runs a session has a facilitator’s rights there, and who takes notes writes them', async () => {
  const [noor, priya, sam] = circle.members;
  const [rui] = circle.facilitators;
  if (!noor || !priya || !sam || !rui) throw new Error('nobody there');
  for (const who of [circle.host, rui, noor]) {
    expect(await runnerOf(who, sessionId), who.viewer.name).toMatchObject({
      ...{ sessionId, personId: who.personId, circleId: circle.id },
    });
    expect(await scribeOf(who, sessionId)).not.toBeNull();
  }
  expect(await runnerOf(priya, sessionId)).toBeNull();
  expect(await scribeOf(priya, sessionId)).toMatchObject({ sessionId, personId: priya.personId });
  expect(await runnerOf(sam, sessionId)).toBeNull();
  expect(await scribeOf(sam, sessionId)).toBeNull();
});

test('at another session of the circle they have none, and nobody at one of another circle', async () => {
  const [noor] = circle.members;
  if (!noor) throw new Error('nobody there');
  const other = await sessionIn(circle.host, { title: 'Another' });
  expect(await runnerOf(noor, other)).toBeNull();
  const elsewhere = await circleOf();
  expect(await runnerOf(elsewhere.host, sessionId)).toBeNull();
  expect(await scribeOf(elsewhere.host, sessionId)).toBeNull();
});
