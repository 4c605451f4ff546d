import { endSeries } from '#app/series/commands/end-series.server.ts';
import { seriesIn } from '#tests/series/support.ts';
import { db } from '#tests/support/set-up.ts';
import { nthOf, rowsOf, type Scene, tenOf, UNFIT } from '../scene.ts';
import { led } from './reading.ts';

const year = new Date().getUTCFullYear() + 1;
const begins = { startsOn: `${year}-12-01`, untilOn: `${year}-12-15` };

const form = {
  ...{ date: `${year}-12-01`, time: '18:30', zone: 'Europe/Madrid', minutes: '75' },
  ...{ repeats: 'week:1', ends: 'on', untilOn: `${year}-12-15`, title: 'Why systems surprise us' },
};

export async function beginningSeries(): Promise<Scene> {
  const { who, mate, path, keys } = await led();
  const at = `${path}/series/new`;
  const nth = (n: number) => ({ path: at, form: { ...form, submissionKey: nthOf(keys, n) } });
  return {
    ...{ who, nth, mate, kept: ['Why systems surprise us'] },
    made: () => rowsOf('series', 'created_by', who),
    unfit: { path: at, form: { ...nth(UNFIT).form, facilitatorId: '999999999' } },
  };
}

export async function changingSeries(): Promise<Scene> {
  const { circle, who, mate, path } = await led();
  const ids = await tenOf(() => seriesIn(circle.host, begins, { now: new Date() }));
  const change = (n: number, version = '1') => ({
    path: `${path}/series/${nthOf(ids, n)}/edit`,
    form: { ...form, place: 'The long room', version },
  });
  return {
    ...{ who, nth: (n) => change(n), mate, kept: ['The long room'] },
    made: async () => {
      const changed = db.selectFrom('series').select('id').where('place', '=', 'The long room');
      return (await changed.where('id', 'in', ids.slice(0, 9)).execute()).length;
    },
    unfit: change(UNFIT, '7'),
  };
}

export async function resumingSeries(): Promise<Scene> {
  const { circle, who, mate, path } = await led();
  const ids = await tenOf(async () => {
    const id = await seriesIn(circle.host, begins, { now: new Date() });
    await endSeries(circle.host, id, { word: '', version: 1 });
    return id;
  });
  return {
    who,
    nth: (n) => ({ path: `${path}/series/${nthOf(ids, n)}/resuming`, form: {} }),
    ...{ mate, kept: [] },
    made: async () => {
      const going = db.selectFrom('series').select('id').where('ended_at', 'is', null);
      return (await going.where('id', 'in', ids).execute()).length;
    },
  };
}
