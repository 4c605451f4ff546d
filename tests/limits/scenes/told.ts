import { writeTold } from '#app/mentoring/told/commands/write-told.server.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { nthOf, rowsOf, type Scene, tenKeys, tenOf, UNFIT } from '../scene.ts';

async function sharing() {
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  const circle = await circleOf({ members: [noor, rui] });
  const [mine, his] = circle.members;
  if (!mine || !his) throw new Error('two members');
  return { noor, rui, mine, his, path: `/circles/${circle.slug}/told`, keys: tenKeys() };
}

const kept = ['You talk first', 'Wait for three others'];
const texts = (n: number) => ({
  told: `You talk first, ${n}`,
  will: `Wait for three others, ${n}`,
});

export async function sharingWhatWasTold(): Promise<Scene> {
  const { noor, rui, path, keys } = await sharing();
  const form = (n: number) => ({ ...texts(n), submissionKey: nthOf(keys, n) });
  return {
    who: noor,
    nth: (n) => ({ path: `${path}/new`, form: form(n) }),
    mate: rui,
    kept,
    made: () => rowsOf('told', 'person_id', noor),
    unfit: { path: `${path}/new`, form: { ...form(UNFIT), will: ' ' } },
  };
}

export async function changingWhatWasTold(): Promise<Scene> {
  const { noor, rui, mine, his, path, keys } = await sharing();
  const before = { told: 'You talk.', will: 'Wait.' };
  const write = async (by: typeof mine, submissionKey: string) => {
    const written = await writeTold(by, { ...before, submissionKey });
    if (!written.ok) throw new Error(written.reason);
    return written.toldId;
  };
  const ids = await tenOf((n) => write(mine, nthOf(keys, n)));
  const other = await write(his, nthOf(keys, 0));
  const change = (id: number, n: number, more: object = {}) => ({
    path: `${path}/${id}/edit`,
    form: { ...texts(n), version: '1', ...more },
  });
  return {
    who: noor,
    nth: (n) => change(nthOf(ids, n), n),
    mate: rui,
    byMate: change(other, 9),
    kept,
    made: async () =>
      (await db.selectFrom('told_version').select('told_id').where('told_id', 'in', ids).execute())
        .length,
    unfit: change(nthOf(ids, UNFIT), UNFIT, { will: ' ' }),
  };
}
