import { roundIn } from '#tests/mentoring/rounds/round.ts';
import { sessionIn } from '#tests/sessions/support.ts';
import { nthOf, rowsOf, type Scene, tenOf, UNFIT } from '../scene.ts';
import { led } from './reading.ts';

export async function writingForRounds(): Promise<Scene> {
  const { circle, who, mate, path, keys } = await led();
  const ids = await tenOf(() => roundIn(circle.host));
  const none = await sessionIn(circle.host);
  const form = (n: number) => ({
    ...{ title: `Who would read page ${n}?`, body: 'It has the word I eleven times.' },
    ...{ version: '0', submissionKey: nthOf(keys, n) },
  });
  return {
    who,
    nth: (n) => ({ path: `${path}/sessions/${nthOf(ids, n)}/asks`, form: form(n) }),
    mate,
    kept: ['Who would read page 2?', 'It has the word I eleven times.'],
    made: () => rowsOf('ask', 'asker_id', who),
    unfit: { path: `${path}/sessions/${none}/asks`, form: form(UNFIT) },
  };
}

export async function settingRounds(): Promise<Scene> {
  const { circle, who, mate, path } = await led();
  const ids = await tenOf(() => sessionIn(circle.host));
  return {
    who,
    nth: (n) => ({ path: `${path}/sessions/${nthOf(ids, n)}/asks/setting`, form: {} }),
    mate,
    kept: [],
    made: () => rowsOf('ask_round', 'set_by', who),
  };
}
