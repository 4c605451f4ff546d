import { expect, test } from 'vitest';
import { postNote } from '#app/discussions/notes/commands/post-note.server.ts';
import { invite } from '#app/joining/commands/invite.server.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { resetJoinLink } from '#app/joining/commands/join-link.server.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import { currentReading } from '#app/reading/queries/readings.server.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { scheduleSession } from '#app/sessions/schedule/commands/schedule-session.server.ts';
import { invitationTo, inviteForm } from '#tests/circles/circle.ts';
import { noteForm, threadBy } from '#tests/discussions/notes.ts';
import { milestoneIn, now, sessionForm, sessionIn } from '#tests/sessions/support.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { tripsOf } from '#tests/support/trips.ts';

/** A circle with all that a write may have to look at, and each of these writes in it. */
async function writes() {
  const circle = await circleOf({ members: [await person('Noor'), await person('Rui')] });
  const milestoneId = await milestoneIn(circle);
  const [noor] = circle.members;
  const reading = noor && (await currentReading(noor, { now }));
  const section = reading?.milestones[0]?.sections[0];
  if (!noor || !reading || !section) throw new Error('Noor reads.');
  await saveProgress(noor, reading.id, { what: 'sections', read: [section.id] });
  const { threadId: loose } = await threadBy(noor);
  const { threadId: stamped } = await threadBy(noor, { sectionId: section.id });
  const sessionId = await sessionIn(circle.host, { milestoneId });
  const { token } = await invitationTo(circle);
  const link = (await resetJoinLink(circle.host, { days: 7 })) ?? '';
  const [lena, amara] = [await person('Lena'), await person('Amara')];
  const session = () => sessionForm({ milestoneId, facilitatorId: noor.personId });
  return {
    note: () => postNote(noor, stamped, noteForm(), { now }),
    looseNote: () => postNote(noor, loose, noteForm(), { now }),
    reply: () => replyToSession(noor, sessionId, { answer: 'yes' }, { now }),
    byInvitation: () => joinCircle(lena, { token }, 1),
    byLink: () => joinCircle(amara, { token: link }, 1),
    schedule: () => scheduleSession(circle.host, session(), { now }),
  };
}

test('a write asks the database as often as it must, and no more', async () => {
  const warm = Object.values(await writes());
  const { note, looseNote, reply, byInvitation, byLink, schedule } = await writes();
  const done = (work: () => Promise<{ ok: boolean }>) => async () => {
    expect(await work()).toMatchObject({ ok: true });
  };
  const all = [note, looseNote, reply, byInvitation, byLink, schedule].map(done);
  const warmed = async () => {
    for (const work of warm) await done(work)();
  };
  const trips = await tripsOf(warmed, ...all);
  expect(trips.map(({ statements, waves }) => [statements, waves])).toEqual([
    [4, 4],
    [5, 5],
    [2, 3],
    // Whoever joins is told which polls are open, too: they are looked for beside the rest.
    [9, 5],
    [9, 6],
    [8, 4],
  ]);
});

test('inviting eight asks for their addresses’ limits more than inviting two, and in as many waves', async () => {
  const { host } = await circleOf();
  const inviting = (...names: string[]) => {
    const emails = names.map((name) => `${name}@example.org`).join(', ');
    return async () => {
      expect(await invite(host, inviteForm(emails))).toMatchObject({ ok: true });
    };
  };
  const [two, eight] = await tripsOf(
    inviting('zora'),
    inviting('noor', 'rui'),
    inviting('lena', 'sam', 'amara', 'priya', 'tomasz', 'ada', 'ben', 'cleo'),
  );
  expect([two?.waves, eight?.waves]).toEqual([10, 10]);
  expect((eight?.statements ?? 0) - (two?.statements ?? 0)).toBe(6);
});
