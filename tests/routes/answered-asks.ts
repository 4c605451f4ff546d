import { addressOfAnswerLink } from '#app/mentoring/offers/addresses.ts';
import { answerToken } from '#app/mentoring/offers/rules/answer-link.server.ts';
import { ANSWERS } from '#app/mentoring/offers/rules/offer.ts';
import { answersOf } from '#tests/mentoring/answers.ts';
import { openAsk } from '#tests/mentoring/scene.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
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
  const direct = await openAsk(noor, { to: { person: rui } });
  const { secret } = await db.selectFrom('site').select('secret').executeTakeFirstOrThrow();
  const links = ANSWERS.map((answer) => {
    const token = answerToken({ askId: direct, personId: rui.personId, answer }, secret);
    return { who: null, path: addressOfAnswerLink(token) };
  });
  const path = `/asks/${ask}`;
  const answers = ['', '/offer', '/not-now', '/question'];
  return [
    ...links,
    { who: noor, path },
    { who: noor, path: `${path}/questions/${asked.questionId}/answer` },
    ...[rui, priya, tomasz].flatMap((who) =>
      answers.map((answer) => ({ who, path: path + answer })),
    ),
  ];
}
