import { longThread, threadBy } from '#tests/discussions/notes.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { nthOf, rowsOf, type Scene, tenKeys, UNFIT } from '../scene.ts';

async function talking() {
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  const circle = await circleOf({ members: [noor, rui] });
  const [mine] = circle.members;
  if (!mine) throw new Error('a member');
  return { noor, rui, mine, path: `/circles/${circle.slug}/threads`, keys: tenKeys() };
}

const NO_SECTION = '999999999';

export async function startingThreads(): Promise<Scene> {
  const { noor, rui, path, keys } = await talking();
  const form = (n: number) => ({
    ...{ title: `A loop you can’t see, ${n}`, body: `What would you have measured? ${n}` },
    submissionKey: nthOf(keys, n),
  });
  return {
    who: noor,
    nth: (n) => ({ path: `${path}/new`, form: form(n) }),
    mate: rui,
    kept: ['A loop you can’t see', 'What would you have measured?'],
    made: () => rowsOf('thread', 'started_by', noor),
    unfit: { path: `${path}/new`, form: { ...form(UNFIT), sectionId: NO_SECTION } },
  };
}

export async function writingNotes(): Promise<Scene> {
  const { noor, rui, mine, path, keys } = await talking();
  const { threadId } = await threadBy(mine);
  const form = (n: number) => ({
    ...{ body: `I would count the queue, ${n}`, quote: 'A stock takes time to change' },
    submissionKey: nthOf(keys, n),
  });
  return {
    who: noor,
    nth: (n) => ({ path: `${path}/${threadId}`, form: form(n) }),
    mate: rui,
    kept: ['I would count the queue', 'A stock takes time to change'],
    // The first is the thread's own.
    made: async () => (await rowsOf('note', 'author_id', noor)) - 1,
    unfit: { path: `${path}/${threadId}`, form: { ...form(UNFIT), about: NO_SECTION } },
  };
}

export async function editingNotes(): Promise<Scene> {
  const { noor, rui, mine, path } = await talking();
  const { threadId, noteIds } = await longThread(mine, 10);
  const note = nthOf(noteIds, 9);
  await db.updateTable('note').set({ author_id: rui.personId }).where('id', '=', note).execute();
  const edit = (n: number, more: Record<string, string> = {}) => ({
    path: `${path}/${threadId}/notes/${nthOf(noteIds, n)}/edit`,
    form: { body: `On second thoughts, ${n}`, version: '1', ...more },
  });
  return {
    who: noor,
    nth: (n) => edit(n),
    mate: rui,
    kept: ['On second thoughts'],
    made: async () => {
      const kept = db.selectFrom('note_version').select('note_id');
      return (await kept.where('note_id', 'in', noteIds.slice(0, 9)).execute()).length;
    },
    unfit: edit(UNFIT, { about: NO_SECTION }),
  };
}
