import { callOff } from '#app/polls/commands/end-poll.server.ts';
import { openPoll } from '#app/polls/commands/open-poll.server.ts';
import { pollForm } from '#tests/polls/support.ts';
import { day } from '#tests/seasons/season.ts';
import { type CastCircle, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { nthOf, rowsOf, type Scene, tenCircles, tenKeys, tenOf, UNFIT } from '../scene.ts';

const polls = ({ slug }: CastCircle) => `/circles/${slug}/polls`;
const zone = 'Europe/Madrid';

async function tenLed() {
  const [who, mate] = [await person('Ines'), await person('Rui')];
  return { who, mate, circles: await tenCircles({ host: who, facilitators: [mate] }) };
}

const slotsAt = (date: string) => [{ date, time: '08:15', choice: undefined }];

async function asked({ host }: CastCircle): Promise<number> {
  const opened = await openPoll(host, pollForm({ zone, slots: slotsAt(day(20)) }));
  if (!opened.ok) throw new Error(opened.reason);
  return opened.pollId;
}

export async function openingPolls(): Promise<Scene> {
  const { who, mate, circles } = await tenLed();
  const keys = tenKeys();
  const open = (n: number, date = day(20)) => ({
    path: `${polls(nthOf(circles, n))}/new`,
    form: {
      ...{ step: '', submissionKey: nthOf(keys, n), zone, minutes: '60', title: 'Tools' },
      ...{ 'slots[0].date': date, 'slots[0].time': '08:15' },
    },
  });
  return {
    who,
    nth: (n) => open(n),
    mate,
    kept: [day(20), '08:15', 'Tools'],
    made: () => rowsOf('time_poll', 'asked_by', who),
    unfit: open(UNFIT, '2020-01-01'),
  };
}

export async function changingSlots(): Promise<Scene> {
  const { who, mate, circles } = await tenLed();
  const ids = await tenOf((n) => asked(nthOf(circles, n)));
  const change = (n: number, version = '1') => ({
    path: `${polls(nthOf(circles, n))}/${nthOf(ids, n)}/slots`,
    form: { step: '', version, 'slots[0].date': day(21), 'slots[0].time': '09:45' },
  });
  return {
    who,
    nth: (n) => change(n),
    mate,
    kept: [day(21), '09:45'],
    made: async () => {
      const changed = db.selectFrom('time_poll').select('id').where('version', '=', 2);
      return (await changed.where('id', 'in', ids.slice(0, 9)).execute()).length;
    },
    unfit: change(UNFIT, '7'),
  };
}

export async function reopeningPolls(): Promise<Scene> {
  const { who, mate, circles } = await tenLed();
  const ids = await tenOf(async (n) => {
    const id = await asked(nthOf(circles, n));
    await callOff(nthOf(circles, n).host, id);
    return id;
  });
  const reopen = (n: number) => ({
    path: `${polls(nthOf(circles, n))}/${nthOf(ids, n)}/reopening`,
    form: {},
  });
  return {
    who,
    nth: (n) => reopen(n),
    mate,
    kept: [],
    made: async () => {
      const gone = db.selectFrom('time_poll').select('id').where('version', '=', 2);
      return (await gone.where('id', 'in', ids.slice(0, 9)).execute()).length;
    },
  };
}
