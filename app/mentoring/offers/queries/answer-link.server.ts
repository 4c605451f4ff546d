import { askReaderFor } from '#app/access/asks.server.ts';
import type { AskReader } from '#app/access/proofs.ts';
import { readAnswerToken } from '#app/mentoring/offers/rules/answer-link.server.ts';
import type { Answer, OfferState } from '#app/mentoring/offers/rules/offer.ts';
import { db } from '#db/database.server.ts';
import type { AskToAnswer } from './answers-view.ts';
import { askToAnswer } from './ask-to-answer.server.ts';

export type LinkStanding =
  /** it can be answered so, or was */
  | { is: 'open' | 'said'; answer: Answer; reader: AskReader; ask: AskToAnswer }
  /** the ask is closed or does not reach them, their account is closed, or they answered otherwise */
  | { is: 'over' };

/** What a link in a mail stands for at this moment; null for one that is none of ours. */
export async function answerLink(token: string): Promise<LinkStanding | null> {
  const { secret } = await db.selectFrom('site').select('secret').executeTakeFirstOrThrow();
  const link = readAnswerToken(token, secret);
  if (!link) return null;
  const reader = await askReaderFor(link.personId, link.askId);
  if (!reader || reader.isAsker) return { is: 'over' };
  const ask = await askToAnswer(reader);
  const { answer } = link;
  if (ask.state !== 'open') return { is: 'over' };
  const state: OfferState = ask.mine?.state ?? 'none';
  if (state === saidBy[answer]) return { is: 'said', answer, reader, ask };
  if (ask.shut || (state !== 'none' && state !== 'withdrawn')) return { is: 'over' };
  const isAsked = answer === 'question' && ask.questions.length > 0;
  return { is: isAsked ? 'said' : 'open', answer, reader, ask };
}

const saidBy: Partial<Record<Answer, OfferState>> = { offer: 'made', 'not-now': 'not_now' };
