import { lineBy, twoTalking } from '#tests/mentoring/talk.ts';
import { db } from '#tests/support/set-up.ts';
import { nthOf, rowsOf, type Scene, tenKeys, tenOf } from '../scene.ts';

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
