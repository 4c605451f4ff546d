import { randomUUID } from 'node:crypto';
import type { Viewer } from '#app/access/proofs.ts';
import { callOffMeeting } from '#app/mentoring/meetings/commands/call-off-meeting.server.ts';
import { setMeeting } from '#app/mentoring/meetings/commands/set-meeting.server.ts';
import { conversationOf } from '#tests/mentoring/scene.ts';
import { lineBy, partnerIn, twoTalking } from '#tests/mentoring/talk.ts';
import { db } from '#tests/support/set-up.ts';
import { nthOf, rowsOf, type Scene, tenKeys, tenOf, UNFIT } from '../scene.ts';

export async function writingLines(): Promise<Scene> {
  const { noor, rui, path } = await twoTalking();
  const keys = tenKeys();
  return {
    who: noor,
    nth: (n) => ({
      path,
      form: { body: `The slow team’s lead, ${n}`, submissionKey: nthOf(keys, n) },
    }),
    mate: rui,
    kept: ['The slow team’s lead'],
    made: () => rowsOf('conversation_note', 'author_id', noor),
  };
}

export async function editingLines(): Promise<Scene> {
  const { noor, rui, asker, helper, path } = await twoTalking();
  const ids = await tenOf((n) => lineBy(n === 9 ? helper : asker, `As sent, ${n}`));
  const edit = (n: number) => ({
    path: `${path}/notes/${nthOf(ids, n)}/edit`,
    form: { body: `On second thoughts, ${n}`, version: '1' },
  });
  return {
    who: noor,
    nth: edit,
    mate: rui,
    kept: ['On second thoughts'],
    made: async () => {
      const kept = db.selectFrom('conversation_note_version').select('note_id');
      return (await kept.where('note_id', 'in', ids.slice(0, 9)).execute()).length;
    },
  };
}

const when = { date: '2027-06-01', zone: 'Europe/Lisbon', minutes: '30', place: 'The bench' };

export async function settingMeetings(): Promise<Scene> {
  const { noor, rui } = await twoTalking();
  // One conversation holds two meetings at most.
  const talks = await tenOf(() => conversationOf(noor, rui));
  const keys = tenKeys();
  return {
    who: noor,
    nth: (n) => ({
      path: `/conversations/${nthOf(talks, n).id}/meetings/new`,
      form: { ...when, time: '13:00', step: '', submissionKey: nthOf(keys, n) },
    }),
    mate: rui,
    kept: ['The bench'],
    made: () => rowsOf('conversation_meeting', 'created_by', noor),
  };
}

/** A meeting in a conversation of its own. */
async function metBy(noor: Viewer, rui: Viewer) {
  const { id } = await conversationOf(noor, rui);
  const asker = await partnerIn(noor, id);
  const made = await setMeeting(asker, {
    ...{ ...when, minutes: 30, time: '13:00', choice: undefined },
    submissionKey: randomUUID(),
  });
  if (!made.ok) throw new Error(made.reason);
  return { asker, conversationId: id, meetingId: made.meetingId };
}

export async function movingMeetings(): Promise<Scene> {
  const { noor, rui } = await twoTalking();
  const set = await tenOf(() => metBy(noor, rui));
  return {
    who: noor,
    nth(n) {
      const { conversationId, meetingId } = nthOf(set, n);
      return {
        path: `/conversations/${conversationId}/meetings/${meetingId}/edit`,
        form: { ...when, time: '14:00', step: '', version: '1' },
      };
    },
    mate: rui,
    kept: ['The bench'],
    made: async () => {
      const moved = db.selectFrom('conversation_meeting').select('id').where('version', '>', 1);
      return (await moved.where('created_by', '=', noor.personId).execute()).length;
    },
  };
}

export async function restoringMeetings(): Promise<Scene> {
  const { noor, rui } = await twoTalking();
  const off = await tenOf(async () => {
    const met = await metBy(noor, rui);
    await callOffMeeting(met.asker, met.meetingId);
    return met;
  });
  return {
    who: noor,
    nth(n) {
      const { conversationId, meetingId } = nthOf(off, n);
      return {
        path: `/conversations/${conversationId}/meetings/${meetingId}/restoration`,
        form: {},
      };
    },
    mate: rui,
    kept: [],
    made: async () => {
      const held = db.selectFrom('conversation_meeting').select('id');
      const ids = off.map(({ meetingId }) => meetingId);
      return (await held.where('id', 'in', ids).where('cancelled_at', 'is', null).execute()).length;
    },
  };
}

export async function handingOver(): Promise<Scene> {
  const { noor, rui, ines, circle, helper, path } = await twoTalking();
  const keys = tenKeys();
  await lineBy(helper, 'You always do.');
  const form = (n: number) => ({
    ...{ to: `host-${circle.id}-${ines.personId}`, words: `This is not what I asked for, ${n}` },
    submissionKey: nthOf(keys, n),
  });
  return {
    who: noor,
    nth: (n) => ({ path: `${path}/report`, form: form(n) }),
    mate: rui,
    kept: ['This is not what I asked for'],
    made: () => rowsOf('conversation_report', 'by_person_id', noor),
    unfit: { path: `${path}/report`, form: { ...form(UNFIT), to: 'admin-999999999' } },
  };
}
