import { answersOf } from '#tests/mentoring/answers.ts';
import { openAsk } from '#tests/mentoring/scene.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import type { Place } from './form-world.ts';

/** Asks with every answer there is, to their asker and to who answered. */
export async function answeredAsks(): Promise<Place[]> {
  const [noor, rui, priya, tomasz] = [
    await person('Noor'),
    await person('Rui'),
    await person('Priya'),
    await person('Tomasz'),
  ];
  const circle = await circleOf({ members: [noor, rui, priya, tomasz] });
  const ask = await openAsk(noor, { to: { circleId: circle.id } });
  const now = new Date();
  const until = `${now.getUTCFullYear() + 1}-01-12`;
  await answersOf(rui, ask, now).help({ faced: 'I handed one over in May.' });
  await answersOf(priya, ask, now).notNow({ until });
  const asked = await answersOf(tomasz, ask, now).question();
  if (!asked.ok) throw new Error(`no question: ${asked.reason}`);
  const path = `/asks/${ask}`;
  const answers = ['', '/offer', '/not-now', '/question'];
  return [
    { who: noor, path },
    { who: noor, path: `${path}/questions/${asked.questionId}/answer` },
    ...[rui, priya, tomasz].flatMap((who) =>
      answers.map((answer) => ({ who, path: path + answer })),
    ),
  ];
}
