import { answersTo, standingWrap } from '#app/seasons/rows/standing-wrap.server.ts';
import { tellOfWrap } from '#app/seasons/rows/tell-of-wrap.server.ts';
import { isAnswer } from '#app/seasons/rules/seasons.ts';
import { db } from '#db/database.server.ts';

/** Tells those who have not answered, all or none. */
export async function remindOfWrap(of: {
  circleId: number;
  readingId: number;
  /** ISO: of the wrap that this reminder was set for */
  openedAt: string;
}): Promise<void> {
  const wrap = await standingWrap(db, of, of.readingId, new Date());
  if (!wrap || wrap.listOpened || wrap.answerBy <= new Date()) return;
  if (wrap.openedAt.toISOString() !== of.openedAt) return;
  const answers = await answersTo(db, of, of.readingId);
  const except = answers.filter(({ answer }) => isAnswer(answer)).map(({ personId }) => personId);
  const { answerBy } = wrap;
  const reminded = { what: 'wrap-reminder', by: null, at: new Date(), except } as const;
  await tellOfWrap(db, { ...of, answerBy }, reminded);
}
