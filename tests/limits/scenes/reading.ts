import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { scheduleSession } from '#app/sessions/schedule/commands/schedule-session.server.ts';
import { bookIn } from '#tests/reading/planned.ts';
import { day } from '#tests/seasons/season.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { nthOf, rowsOf, type Scene, ten, tenKeys, tenOf, UNFIT } from '../scene.ts';

/** A circle whose host and facilitator may both. */
export async function led() {
  const rui = await person('Rui');
  const circle = await circleOf({ facilitators: [rui] });
  const path = `/circles/${circle.slug}`;
  return { circle, who: circle.host.viewer, mate: rui, path, keys: tenKeys() };
}

const year = new Date().getUTCFullYear() + 1;

/** A day of a month of its own for each n, none of them past. */
export const nthMonths = (n: number, day: string) =>
  `${year + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-${day}`;

export async function enteringBooks(): Promise<Scene> {
  const { who, mate, path, keys } = await led();
  const form = (n: number) => ({
    ...{ title: `Volume ${n}`, author: 'Somebody Known', lastPage: '120' },
    ...{ 'sections[0].kind': 'chapter', 'sections[0].title': 'The Basics' },
    submissionKey: nthOf(keys, n),
  });
  const at = `${path}/reading/books/new`;
  return {
    who,
    nth: (n) => ({ path: at, form: form(n) }),
    mate,
    kept: ['Somebody Known', 'The Basics'],
    made: () => rowsOf('book', 'added_by', who),
    unfit: { path: at, form: { ...form(UNFIT), isbn: '978-1-60358-055-8' } },
  };
}

export async function planningReadings(): Promise<Scene> {
  const { circle, who, mate, path, keys } = await led();
  const { bookId, ids } = await bookIn(circle.host);
  const form = (n: number) => ({
    ...{ bookId: String(bookId), rhythm: 'weekly', weekday: '3', pace: '30' },
    ...{ startsOn: nthMonths(n, '01'), endsOn: nthMonths(n, '28') },
    ...{ 'milestones[0].key': 'm1', 'milestones[0].title': 'All of it' },
    'milestones[0].dueOn': nthMonths(n, '20'),
    ...{ 'sections[0].id': String(ids[0]), 'sections[0].milestone': 'm1' },
    submissionKey: nthOf(keys, n),
  });
  const at = `${path}/reading/new?book=${bookId}`;
  return {
    who,
    nth: (n) => ({ path: at, form: form(n) }),
    mate,
    kept: ['All of it'],
    made: () => rowsOf('reading', 'created_by', who),
    unfit: { path: at, form: { ...form(UNFIT), 'milestones[0].dueOn': `${year + 8}-12-01` } },
  };
}

export async function endingReadings(): Promise<Scene> {
  const { circle, who, mate, path } = await led();
  const { bookId } = await bookIn(circle.host);
  const rows = ten((n) => ({
    ...{ circle_id: circle.id, book_id: bookId, created_by: who.personId },
    ...{
      starts_on: `201${n}-01-01`,
      ends_on: `201${n}-03-01`,
      submission_key: crypto.randomUUID(),
    },
  }));
  const readings = await db.insertInto('reading').values(rows).returning('id').execute();
  const end = (n: number, answerBy: string) => ({
    path: `${path}/reading/${nthOf(readings, n).id}/ending`,
    form: { answerBy, zone: 'Europe/Madrid' },
  });
  return {
    who,
    nth: (n) => end(n, day(17)),
    mate,
    kept: [day(17)],
    made: () => rowsOf('wrap', 'opened_by', who),
    unfit: end(UNFIT, day(-1)),
  };
}

const session = {
  ...{
    date: `${year}-12-01`,
    time: '18:30',
    zone: 'Europe/Madrid',
    minutes: '75',
    title: 'Why systems surprise us',
  },
  ...{ 'agenda[0].title': 'Check-in', 'agenda[0].minutes': '10' },
};

export async function schedulingSessions(): Promise<Scene> {
  const { who, mate, path, keys } = await led();
  const form = (n: number) => ({ ...session, submissionKey: nthOf(keys, n) });
  const at = `${path}/sessions/new`;
  return {
    who,
    nth: (n) => ({ path: at, form: form(n) }),
    mate,
    kept: ['Why systems surprise us', 'Check-in'],
    made: () => rowsOf('session', 'created_by', who),
    unfit: { path: at, form: { ...form(UNFIT), facilitatorId: '999999999' } },
  };
}

const scheduledIn = (circle: CastCircle) => async () => {
  const { date, time, zone } = session;
  const made = await scheduleSession(circle.host, {
    ...{
      date,
      time,
      zone,
      minutes: 75,
      title: '',
      place: '',
      facilitatorId: null,
      milestoneId: null,
    },
    ...{ agenda: [], submissionKey: crypto.randomUUID() },
  });
  if (!made.ok) throw new Error(made.reason);
  return made.sessionId;
};

export async function movingSessions(): Promise<Scene> {
  const { circle, who, mate, path } = await led();
  const ids = await tenOf(scheduledIn(circle));
  const move = (n: number, version = '1') => ({
    path: `${path}/sessions/${nthOf(ids, n)}/edit`,
    form: { ...session, place: 'The long room', version },
  });
  return {
    who,
    nth: (n) => move(n),
    mate,
    kept: ['The long room', 'Check-in'],
    made: async () => {
      const moved = db.selectFrom('session').select('id').where('place', '=', 'The long room');
      return (await moved.where('id', 'in', ids.slice(0, 9)).execute()).length;
    },
    unfit: move(UNFIT, '7'),
  };
}

export async function restoringSessions(): Promise<Scene> {
  const { circle, who, mate, path } = await led();
  const ids = await tenOf(async () => {
    const id = await scheduledIn(circle)();
    await cancelSession(circle.host, id, { reason: 'Half of us are ill.' });
    return id;
  });
  return {
    who,
    nth: (n) => ({ path: `${path}/sessions/${nthOf(ids, n)}/restoration`, form: {} }),
    mate,
    kept: [],
    made: async () => {
      const off = db.selectFrom('session_cancellation').select('session_id');
      return ids.length - (await off.where('session_id', 'in', ids).execute()).length;
    },
  };
}
