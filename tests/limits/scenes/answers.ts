import { openAsk } from '#tests/mentoring/scene.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { nthOf, rowsOf, type Scene, tenKeys, tenOf, UNFIT } from '../scene.ts';

/** Ten asks of Noor’s to her circle, which Rui and Priya answer. */
async function asked() {
  const [noor, rui, priya] = [await person('Noor'), await person('Rui'), await person('Priya')];
  const circle = await circleOf({ members: [noor, rui, priya] });
  const asks = await tenOf(() => openAsk(noor, { to: { circleId: circle.id } }));
  const path = (n: number, answer: string) => `/asks/${nthOf(asks, n)}/${answer}`;
  return { rui, priya, path, keys: tenKeys() };
}

export async function offeringHelp(): Promise<Scene> {
  const { rui, priya, path } = await asked();
  const form = (n: number) => ({
    ...{ faced: `I handed one over in May, ${n}`, version: '1', answered: '0' },
  });
  return {
    who: rui,
    nth: (n) => ({ path: path(n, 'offer'), form: form(n) }),
    mate: priya,
    kept: ['I handed one over in May'],
    made: () => rowsOf('offer', 'helper_id', rui),
    unfit: { path: path(UNFIT, 'offer'), form: { ...form(UNFIT), version: '2' } },
  };
}

export async function sayingNotNow(): Promise<Scene> {
  const { rui, priya, path } = await asked();
  const until = `${new Date().getUTCFullYear() + 1}-06-12`;
  const form = { until, version: '1', answered: '0' };
  return {
    who: rui,
    nth: (n) => ({ path: path(n, 'not-now'), form }),
    mate: priya,
    kept: [until],
    made: () => rowsOf('offer', 'helper_id', rui),
    unfit: { path: path(UNFIT, 'not-now'), form: { ...form, version: '2' } },
  };
}

export async function askingFirst(): Promise<Scene> {
  const { rui, priya, path, keys } = await asked();
  const form = (n: number) => ({
    ...{ body: `How many are on it, ${n}?`, version: '1', submissionKey: nthOf(keys, n) },
  });
  return {
    who: rui,
    nth: (n) => ({ path: path(n, 'question'), form: form(n) }),
    mate: priya,
    kept: ['How many are on it'],
    made: () => rowsOf('ask_question', 'person_id', rui),
    unfit: { path: path(UNFIT, 'question'), form: { ...form(UNFIT), version: '2' } },
  };
}
