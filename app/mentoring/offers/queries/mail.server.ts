import { askReaderFor } from '#app/access/asks.server.ts';
import { answerToken } from '#app/mentoring/offers/rules/answer-link.server.ts';
import type { Answer } from '#app/mentoring/offers/rules/offer.ts';
import { plainTextOf } from '#app/platform/mail/plain-text.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { askToAnswer } from './ask-to-answer.server.ts';

/** What each mail about an answer says, read when it is sent; null when there is nothing to say any more. */

/** An ask to somebody alone, as long as it waits for their answer. */
export async function askToMail(askId: number, personId: number, again: boolean) {
  const reader = await askReaderFor(personId, askId);
  if (!reader || reader.isAsker) return null;
  const { asker, title, html, neededBy, direct, shut, mine, questions } = await askToAnswer(reader);
  if (!direct || shut || mine || questions.length > 0) return null;
  const { secret } = await db.selectFrom('site').select('secret').executeTakeFirstOrThrow();
  const token = (answer: Answer) => answerToken({ askId, personId, answer }, secret);
  const { name, email: address } = reader.viewer;
  return {
    ...{ to: { name, address }, askId, asker: asker.name, title, neededBy, again },
    body: html && plainTextOf(html),
    tokens: { offer: token('offer'), notNow: token('not-now'), question: token('question') },
    now: new Date(),
  };
}

/** An offer to the asker, as long as it waits for their answer. */
export async function offerToMail(offerId: number, personId: number) {
  const row = await acrossCircles(db, 'an ask is its asker’s')
    .selectFrom('offer')
    .innerJoin('ask', 'ask.id', 'offer.ask_id')
    .innerJoin('person as asker', 'asker.id', 'ask.asker_id')
    .innerJoin('person as helper', 'helper.id', 'offer.helper_id')
    .select(['ask.id as askId', 'ask.title', 'offer.faced', 'helper.name as helper'])
    .select(['asker.name', 'asker.email'])
    .where('offer.id', '=', offerId)
    .where('offer.state', '=', 'made')
    .where('offer.set_aside_at', 'is', null)
    .where('asker.id', '=', personId)
    .executeTakeFirst();
  if (!row) return null;
  const { askId, title, helper, name, email: address } = row;
  return { to: { name, address }, askId, title, helper, faced: row.faced !== '' };
}
