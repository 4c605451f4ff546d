import { randomUUID } from 'node:crypto';
import { endConversation } from '#app/mentoring/conversations/commands/end-conversation.server.ts';
import { takeBackLine } from '#app/mentoring/conversations/commands/take-back-line.server.ts';
import { thank } from '#app/mentoring/conversations/commands/thank.server.ts';
import { visitConversation } from '#app/mentoring/conversations/commands/visit-conversation.server.ts';
import { callOffMeeting } from '#app/mentoring/meetings/commands/call-off-meeting.server.ts';
import { setMeeting } from '#app/mentoring/meetings/commands/set-meeting.server.ts';
import { handOver } from '#app/mentoring/reports/commands/hand-over.server.ts';
import { lineBy, twoTalking } from '#tests/mentoring/talk.ts';
import type { Place } from './form-world.ts';

/** Two who talk: in the middle of it, and when it is over; and what one of them handed over. */
export async function conversations(): Promise<Place[]> {
  const talk = await twoTalking();
  const { noor, rui, ines, asker, helper, circle, path } = talk;
  const theirs = await lineBy(helper, 'Who would mind?');
  const line = await lineBy(asker, 'The slow team.');
  const takenBack = await lineBy(asker, 'Said too soon.');
  await takeBackLine(asker, takenBack);
  const met = await setMeeting(asker, {
    ...{ date: '2098-12-01', time: '13:00', zone: 'Europe/Lisbon', choice: undefined },
    ...{ minutes: 30, place: 'A bench', submissionKey: randomUUID() },
  });
  const off = await setMeeting(asker, {
    ...{ date: '2098-12-08', time: '13:00', zone: 'Europe/Lisbon', choice: undefined },
    ...{ minutes: 30, place: 'A bench', submissionKey: randomUUID() },
  });
  if (!off.ok) throw new Error(off.reason);
  await callOffMeeting(asker, off.meetingId);
  await visitConversation(asker, { kind: 'landing' });
  const handed = await handOver(asker, {
    ...{ to: { circleId: circle.id, personId: ines.personId }, words: 'It isn’t right.' },
    ...{ notes: [{ id: theirs, version: 1 }], submissionKey: randomUUID() },
  });
  if (!met.ok || !handed.ok) throw new Error('Noor talks with Rui.');
  const over = await twoTalking();
  await thank(over.asker, { body: 'I ask first now.', version: 0 });
  await endConversation(over.helper);
  const ofAsker = [
    ...['', '/meetings/new', `/meetings/${met.meetingId}/edit`],
    ...[`/meetings/${met.meetingId}/calling-off`, `/notes/${line}/edit`],
    `/meetings/${off.meetingId}/restoration`,
    ...[`/notes/${line}/deletion`, `/notes/${takenBack}/restoration`],
    ...['/thanks', '/report', '/blocking', '/ending'],
  ];
  return [
    ...ofAsker.map((below) => ({ who: noor, path: path + below })),
    { who: rui, path },
    { who: ines, path: `/reports/${handed.reportId}` },
    ...['/outcome', '/thanks', '/thanks/removal'].map((below) => ({
      ...{ who: over.noor, path: over.path + below },
    })),
  ];
}
