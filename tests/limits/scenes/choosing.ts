import { openChoice } from '#app/choosing/commands/open-choice.server.ts';
import { day } from '#tests/seasons/season.ts';
import { type CastCircle, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { nthOf, rowsOf, type Scene, tenCircles, tenKeys, tenOf, UNFIT } from '../scene.ts';
import { led, nthMonths } from './reading.ts';

const choosing = ({ slug }: CastCircle) => `/circles/${slug}/choosing`;
const zone = 'Europe/Madrid';
const until = { date: day(17), time: '20:15', zone };

/** Ten circles, as one of which holds one choice at a time, with a host and a facilitator. */
async function tenLed() {
  const [who, mate] = [await person('Ines'), await person('Rui')];
  return { who, mate, circles: await tenCircles({ host: who, facilitators: [mate] }) };
}

async function opened({ host }: CastCircle): Promise<number> {
  const made = await openChoice(host, { ...until, submissionKey: crypto.randomUUID() });
  if (!made.ok) throw new Error(made.reason);
  return made.choiceId;
}

export async function openingChoices(): Promise<Scene> {
  const { who, mate, circles } = await tenLed();
  const keys = tenKeys();
  const open = (n: number, date = until.date) => ({
    path: `${choosing(nthOf(circles, n))}/new`,
    form: { ...until, date, step: '', submissionKey: nthOf(keys, n) },
  });
  return {
    who,
    nth: (n) => open(n),
    mate,
    kept: [until.date, until.time],
    made: () => rowsOf('book_choice', 'opened_by', who),
    unfit: open(UNFIT, day(300)),
  };
}

export async function movingChoices(): Promise<Scene> {
  const { who, mate, circles } = await tenLed();
  const ids = await tenOf((n) => opened(nthOf(circles, n)));
  const move = (n: number, version = '1') => ({
    path: `${choosing(nthOf(circles, n))}/${nthOf(ids, n)}/closing`,
    form: { form: 'move', what: 'move', step: '', version, date: day(19), time: '21:45', zone },
  });
  return {
    who,
    nth: (n) => move(n),
    mate,
    kept: [day(19), '21:45'],
    made: async () => {
      const moved = db.selectFrom('book_choice').select('id').where('version', '=', 2);
      return (await moved.where('id', 'in', ids.slice(0, 9)).execute()).length;
    },
    unfit: move(UNFIT, '7'),
  };
}

export async function proposingBooks(): Promise<Scene> {
  const { circle, who, mate, keys } = await led();
  const at = `${choosing(circle)}/${await opened(circle)}/proposals/new`;
  const form = (n: number) => ({
    ...{ title: `Volume ${n}`, author: 'Somebody Known', why: 'It is short.' },
    submissionKey: nthOf(keys, n),
  });
  return {
    who,
    nth: (n) => ({ path: at, form: form(n) }),
    mate,
    kept: ['Somebody Known', 'It is short.'],
    made: () => rowsOf('book_proposal', 'proposed_by', who),
    unfit: { path: at, form: { ...form(UNFIT), isbn: '9781491973890' } },
  };
}

/** Makes the winner of a choice the reading, with its book. */
export async function startingWinners(): Promise<Scene> {
  const { circle, who, mate } = await led();
  const ids = await tenOf((n) => chosenIn(circle, `Volume ${n}`));
  const start = (n: number, weeks = '3') => ({
    path: `${choosing(circle)}/${nthOf(ids, n)}/reading`,
    form: { startsOn: nthMonths(n, '04'), weeks },
  });
  return {
    who,
    nth: (n) => start(n),
    mate,
    kept: ['-04"'],
    made: () => rowsOf('reading', 'created_by', who),
    unfit: start(UNFIT, '99'),
  };
}

async function chosenIn({ id: circle_id, host }: CastCircle, title: string): Promise<number> {
  const by = host.personId;
  const closes_at = new Date(Date.now() - 60_000);
  const { id: choice_id } = await db
    .insertInto('book_choice')
    .values({
      ...{ circle_id, opened_by: by, closes_at, time_zone: 'Europe/Madrid' },
      submission_key: crypto.randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const winner = await db
    .insertInto('book_proposal')
    .values({ circle_id, choice_id, proposed_by: by, title, submission_key: crypto.randomUUID() })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('book_choice_close')
    .values({
      ...{ circle_id, choice_id, at: closes_at, ballots: 1, members: 2 },
      winner_proposal_id: winner.id,
    })
    .execute();
  return choice_id;
}
