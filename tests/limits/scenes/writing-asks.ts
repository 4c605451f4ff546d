import type { Viewer } from '#app/access/proofs.ts';
import { audiencesOf } from '#app/mentoring/asks/queries/audiences.server.ts';
import { digestsInField } from '#app/mentoring/asks/rules/reach.ts';
import { asAsker, openAsk } from '#tests/mentoring/scene.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { nthOf, rowsOf, type Scene, ten, tenKeys, tenOf, UNFIT } from '../scene.ts';

/** What people ask for help. */

const TEXT = 'It is mine since May.';

export async function beginningAsks(): Promise<Scene> {
  const who = await person('Noor');
  const keys = tenKeys();
  const nth = (n: number) => ({
    path: '/asks/new',
    form: { title: `Ask ${n}`, body: TEXT, submissionKey: nthOf(keys, n) },
  });
  return {
    ...{ who, mate: await person('Rui'), nth, kept: [TEXT] },
    made: () => rowsOf('ask', 'asker_id', who),
    unfit: { path: '/asks/new', form: { ...nth(UNFIT).form, title: '', body: '' } },
  };
}

async function draftOf(who: Viewer): Promise<number> {
  const id = await openAsk(who, { body: TEXT });
  await db
    .updateTable('ask')
    .set({ state: 'draft', opened_at: null })
    .where('id', '=', id)
    .execute();
  return id;
}

const editOf = (id: number, form: Record<string, string>) => ({
  path: `/asks/${id}/edit`,
  form: { title: 'How do I hand it over?', body: TEXT, neededBy: '', version: '1', ...form },
});

/** Drafts that go to a circle. */
export async function sendingAsks(): Promise<Scene> {
  const [who, mate] = [await person('Noor'), await person('Rui')];
  const circle = await circleOf({ members: [who, mate] });
  const ids = await tenOf(() => draftOf(who));
  const toCircle = async (id: number, by: Viewer) => {
    const asker = await asAsker(by, id);
    if (!asker) throw new Error('not theirs');
    const { circles } = await audiencesOf(asker);
    return editOf(id, {
      ...{ act: 'send', to: `circle-${circle.id}` },
      named: digestsInField(circles),
    });
  };
  const forms = await Promise.all(ids.map((id) => toCircle(id, who)));
  return {
    ...{ who, mate, kept: [TEXT], nth: (n) => nthOf(forms, n) },
    byMate: await toCircle(await draftOf(mate), mate),
    made: async () => {
      const rows = await db
        .selectFrom('ask')
        .select('id')
        .where('asker_id', '=', who.personId)
        .where('state', '=', 'open')
        .execute();
      return rows.length;
    },
    unfit: editOf(nthOf(ids, UNFIT), { act: 'send', to: '' }),
  };
}

/** Open asks that come to say something else. */
export async function changingAsks(): Promise<Scene> {
  const [who, mate] = [await person('Noor'), await person('Rui')];
  const ids = await tenOf(() => openAsk(who));
  const forms = ten((n) => editOf(nthOf(ids, n), { act: 'keep', body: TEXT }));
  return {
    ...{ who, mate, kept: [TEXT], nth: (n) => nthOf(forms, n) },
    byMate: editOf(await openAsk(mate), { act: 'keep', body: TEXT }),
    made: async () => {
      const rows = await db
        .selectFrom('ask_version')
        .select('ask_id')
        .where('ask_id', 'in', ids)
        .execute();
      return rows.length;
    },
    unfit: editOf(nthOf(ids, UNFIT), { act: 'keep', title: '' }),
  };
}
