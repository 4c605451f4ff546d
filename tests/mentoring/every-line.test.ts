import { expect, test } from 'vitest';
import { turnAsks } from '#app/mentoring/asks/commands/turn-asks.server.ts';
import { turnNotNows } from '#app/mentoring/asks/commands/turn-not-nows.server.ts';
import { tellOfAsk } from '#app/mentoring/asks/rows/tell-of-ask.server.ts';
import { occasions as ofAsks } from '#app/mentoring/occasions/ask.server.ts';
import { occasions as ofOffers } from '#app/mentoring/occasions/offer.server.ts';
import { answerQuestion } from '#app/mentoring/offers/commands/answer-question.server.ts';
import { remindAsker } from '#app/mentoring/offers/commands/remind-asker.server.ts';
import { setAside } from '#app/mentoring/offers/commands/set-aside.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#tests/support/set-up.ts';
import { answersOf, askInCircle, later, now, offerRow, take } from './answers.ts';
import { kindsRead } from './every-line.ts';
import { asAsker, openAsk } from './scene.ts';

test('every line of asks and offers is in words, and leads where its reader may look', async () => {
  const seen = new Set<string>();
  const { ines, noor, rui, priya, askId } = await askInCircle();
  const look = async () => {
    for (const kind of await kindsRead([ines, noor, rui, priya])) seen.add(kind);
  };
  const tell = (id: number) =>
    db.transaction().execute(async (tx) => {
      const reach = await acrossCircles(tx, 'a test')
        .selectFrom('ask_reach')
        .select('id')
        .where('ask_id', '=', id)
        .execute();
      await tellOfAsk(
        tx,
        id,
        reach.map((one) => one.id),
        now,
      );
    });
  await tell(askId);
  const alone = await openAsk(noor, { to: { person: rui }, at: now });
  await tell(alone);
  await look();
  await answersOf(rui, askId).help({ faced: 'In May.' });
  await answersOf(priya, askId).help();
  const asked = await answersOf(ines, askId).question();
  const until = later(4 * 24)
    .toISOString()
    .slice(0, 10);
  await look();
  const asker = (await asAsker(noor, askId)) ?? expect.fail();
  if (asked.ok) await answerQuestion(asker, asked.questionId, { answer: 'Four.' }, { now });
  await setAside(asker, (await offerRow(askId, priya))?.id ?? 0, { now });
  await answersOf(ines, askId).notNow({ until });
  await remindAsker(asker, (await offerRow(askId, ines))?.id ?? 0, { remind: 'yes' });
  await look();
  await take(noor, rui, askId, 'open');
  for (const day of [2, 6.5, 8, 15, 29]) {
    await turnAsks({ now: later(day * 24) });
    await turnNotNows({ now: later(day * 24) });
    await look();
  }
  expect([...seen].sort()).toEqual([...Object.keys(ofAsks), ...Object.keys(ofOffers)].sort());
}, 120_000);
