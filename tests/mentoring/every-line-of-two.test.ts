import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { askAfterAll } from '#app/mentoring/conversations/commands/ask-after-all.server.ts';
import { endConversation } from '#app/mentoring/conversations/commands/end-conversation.server.ts';
import { thank } from '#app/mentoring/conversations/commands/thank.server.ts';
import { callOffMeeting } from '#app/mentoring/meetings/commands/call-off-meeting.server.ts';
import { changeMeeting } from '#app/mentoring/meetings/commands/change-meeting.server.ts';
import { remindOfMeeting } from '#app/mentoring/meetings/commands/remind-of-meeting.server.ts';
import { restoreMeeting } from '#app/mentoring/meetings/commands/restore-meeting.server.ts';
import { setMeeting } from '#app/mentoring/meetings/commands/set-meeting.server.ts';
import { occasions as ofConversations } from '#app/mentoring/occasions/conversation.server.ts';
import { occasions as ofMeetings } from '#app/mentoring/occasions/meeting.server.ts';
import { occasions as ofReports } from '#app/mentoring/occasions/report.server.ts';
import { occasions as ofRounds } from '#app/mentoring/occasions/round.server.ts';
import { occasions as ofTold } from '#app/mentoring/occasions/told.server.ts';
import { occasions as ofWeeks } from '#app/mentoring/occasions/week.server.ts';
import { handOver } from '#app/mentoring/reports/commands/hand-over.server.ts';
import { writeTold } from '#app/mentoring/told/commands/write-told.server.ts';
import { turnWeeks } from '#app/mentoring/week/commands/turn-weeks.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { kindsRead } from './every-line.ts';
import { roundIn } from './rounds/round.ts';
import { lineBy, partnerIn, twoTalking } from './talk.ts';
import { askedOnTuesdays, at, plan, weekAt } from './weeks.ts';

test('every line of a conversation, its meetings and a report is in words, and leads where its reader may look', async () => {
  const seen = new Set<string>();
  const { noor, rui, ines, circle, id, asker, helper } = await twoTalking();
  const look = async () => {
    for (const kind of await kindsRead([noor, rui, ines])) seen.add(kind);
  };
  await lineBy(helper, 'Who would mind?');
  const when = {
    ...{ date: '2098-12-01', time: '13:00', zone: 'Europe/Lisbon', choice: undefined },
    ...{ minutes: 30, place: 'A bench' },
  };
  const set = await setMeeting(asker, { ...when, submissionKey: randomUUID() });
  if (!set.ok) return expect.fail(set.reason);
  const { meetingId } = set;
  await look();
  await changeMeeting(asker, meetingId, { ...when, place: 'Another', version: 1 });
  await look();
  await changeMeeting(asker, meetingId, { ...when, time: '14:00', version: 2 });
  await look();
  await remindOfMeeting({ meetingId, startsAt: '2098-12-01T14:00:00.000Z' });
  await look();
  await callOffMeeting(asker, meetingId);
  await look();
  await restoreMeeting(asker, meetingId);
  const handed = await handOver(asker, {
    ...{ to: { circleId: circle.id, personId: ines.personId }, words: 'It isn’t right.' },
    ...{ notes: [], submissionKey: randomUUID() },
  });
  expect(handed).toMatchObject({ ok: true });
  await look();
  const ago = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
  await acrossCircles(db, 'a test')
    .updateTable('conversation')
    .set({ opened_at: ago })
    .where('id', '=', id)
    .execute();
  await askAfterAll();
  await thank(await partnerIn(noor, id), { body: 'I ask first now.', version: 0 });
  await look();
  await endConversation(helper);
  await look();
  const kinds = [ofConversations, ofMeetings, ofReports].flatMap((all) => Object.keys(all));
  expect([...seen].sort()).toEqual(kinds.sort());
}, 120_000);

test('every line of a round, of a week and of what somebody was told', async () => {
  const seen = new Set<string>();
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  const circle = await circleOf({ members: [noor, rui] });
  const look = async () => {
    for (const kind of await kindsRead([noor, rui])) seen.add(kind);
  };
  await roundIn(circle.host);
  const [asNoor = expect.fail()] = circle.members;
  const texts = { told: 'You talk first.', will: 'Wait for three others.' };
  await writeTold(asNoor, { ...texts, submissionKey: randomUUID() });
  await askedOnTuesdays(noor);
  const week = await weekAt(noor, '2026-12-01T12:00:00Z');
  await look();
  await plan(noor, week, { remind: { on: '2026-12-02', hour: 9 } });
  await turnWeeks({ now: at('2026-12-02T12:00:00Z') });
  await look();
  const kinds = [ofRounds, ofTold, ofWeeks].flatMap((all) => Object.keys(all));
  expect([...seen].filter((kind) => kinds.includes(kind)).sort()).toEqual(kinds.sort());
}, 120_000);
