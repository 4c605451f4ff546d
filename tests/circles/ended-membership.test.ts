import { expect, test } from 'vitest';
import { sessionIn } from '#tests/sessions/support.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { untilWaiting } from '#tests/support/waiting.ts';

test('what a member does while being removed is told as no longer theirs, and is not kept', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ name: 'Handover hour', members: [noor] });
  const cookie = await signInCookie(noor);
  const sessionId = await sessionIn(circle.host);

  const answer = await db.transaction().execute(async (removal) => {
    await removal.deleteFrom('membership').where('person_id', '=', noor.personId).execute();
    await removal
      .insertInto('departure')
      .values({
        circle_id: circle.id,
        person_id: noor.personId,
        role: 'member',
        joined_at: new Date(),
      })
      .execute();
    const form = { answer: 'yes' };
    const asked = ask(`/circles/${circle.slug}/sessions/${sessionId}/reply`, { cookie, form });
    await untilWaiting(1);
    return { asked };
  });

  const { status, body } = await answer.asked;
  expect(status).toBe(404);
  expect(body).toContain('No longer in this circle');
  expect(body).toContain('Handover hour');
  const replies = await db
    .selectFrom('session_reply')
    .select('person_id')
    .where('session_id', '=', sessionId)
    .execute();
  expect(replies).toEqual([]);
});
