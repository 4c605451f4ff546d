import { tellPeople, tellPeopleAll } from '#app/notifications/commands/tell-people.server.ts';
import type { Tx } from '#db/database.server.ts';

interface OfOffer {
  offerId: number;
  /** who is told, and who did it */
  to: number;
  by: number;
  at: Date;
}

/** Tells an asker that somebody answered; an offer of help by a mail of its own. */
export const tellOfAnswer = (
  tx: Tx,
  { offerId, to, by, at, helps }: OfOffer & { helps: boolean },
): Promise<void> =>
  tellPeople(tx, [to], {
    ...{ occasion: 'offer-answer', thing: offerId, detail: {}, by, at },
    ...(helps && {
      mail: {
        ...{ message: 'offer-made', given: { offerId } },
        occasion: `offer:${offerId}:${at.toISOString()}`,
      },
    }),
  });

/** Tells a helper that they are taken up on it, and the others that they are thanked. */
export const tellOfTaking = (
  tx: Tx,
  taken: OfOffer,
  others: readonly { id: number; helper_id: number }[],
): Promise<void> => {
  const { by, at } = taken;
  return tellPeopleAll(tx, [
    [[taken.to], { occasion: 'offer-taken', thing: taken.offerId, detail: {}, by, at }],
    ...others.map(
      ({ id, helper_id }) =>
        [
          [helper_id],
          { occasion: 'offer-thanked', thing: id, detail: { another: true }, by, at },
        ] as const,
    ),
  ]);
};

export const tellOfThanks = (tx: Tx, { offerId, to, by, at }: OfOffer): Promise<void> =>
  tellPeople(tx, [to], {
    ...{ occasion: 'offer-thanked', thing: offerId, detail: { another: false }, by, at },
  });

interface OfQuestion {
  questionId: number;
  to: number;
  by: number;
  at: Date;
}

export const tellOfQuestion = (tx: Tx, { questionId, to, by, at }: OfQuestion): Promise<void> =>
  tellPeople(tx, [to], { occasion: 'question-asked', thing: questionId, detail: {}, by, at });

export const tellOfQuestionAnswered = (
  tx: Tx,
  { questionId, to, by, at }: OfQuestion,
): Promise<void> =>
  tellPeople(tx, [to], { occasion: 'question-answered', thing: questionId, detail: {}, by, at });
