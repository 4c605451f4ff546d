import type { Viewer } from '#app/access/proofs.ts';
import type { SeasonAnswerInput } from '#app/mentoring/giving/forms.ts';
import { ASK_ME_MAX } from '#app/mentoring/giving/rules/season-question.ts';
import { draftOfWords } from '#app/mentoring/rows/draft-of-words.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

type Answered =
  | { ok: true; askId: number | null }
  | { ok: false; reason: 'gone' | 'full' | 'no-room' };

/** Keeps what goes wrong in it from having asked the question. */
class Refused extends Error {
  constructor(readonly reason: 'full' | 'no-room') {
    super(reason);
  }
}

/**
 * Answers the one question at the end of a season: with the beginning of an ask, with more to be
 * asked about, or by letting it be. It is asked once; answered twice, the first answer holds.
 */
export async function answerSeason(
  viewer: Viewer,
  { circle: slug, reading, words, act }: SeasonAnswerInput,
  { now = new Date() }: Clock = {},
): Promise<Answered> {
  const { personId } = viewer;
  const circle = viewer.memberships.find((one) => one.circle.slug === slug)?.circle;
  if (!circle) return { ok: false, reason: 'gone' };
  try {
    return await db.transaction().execute(async (tx): Promise<Answered> => {
      if (!(await isWrapped(tx, circle.id, reading))) return { ok: false, reason: 'gone' };
      const questions = acrossCircles(tx, 'the question is its reader’s own');
      const asked = { person_id: personId, circle_id: circle.id, reading_id: reading };
      const first = await questions
        .insertInto('season_question')
        .values({ ...asked, at: now })
        .onConflict((on) => on.doNothing())
        .returning('at')
        .executeTakeFirst();
      if (!first) return { ok: true, askId: await askBegun(tx, personId, reading) };
      if (act === 'offer') await offerToBeAsked(tx, personId, words);
      if (act !== 'ask') return { ok: true, askId: null };
      const askId = await draftOfWords(tx, personId, words);
      if (askId === null) throw new Refused('full');
      await questions
        .updateTable('season_question')
        .set({ ask_id: askId })
        .where('person_id', '=', personId)
        .where('circle_id', '=', circle.id)
        .where('reading_id', '=', reading)
        .execute();
      return { ok: true, askId };
    });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason };
    throw error;
  }
}

/** The ask that the first answer began, if it began one that is still there. */
async function askBegun(tx: Tx, personId: number, reading: number): Promise<number | null> {
  const row = await acrossCircles(tx, 'the question is its reader’s own')
    .selectFrom('season_question')
    .select('ask_id')
    .where('person_id', '=', personId)
    .where('reading_id', '=', reading)
    .executeTakeFirst();
  return row?.ask_id ?? null;
}

const isWrapped = async (tx: Tx, circleId: number, reading: number) =>
  (await tx
    .selectFrom('wrap')
    .select('reading_id')
    .where(inCircle({ circleId }, 'wrap'))
    .where('reading_id', '=', reading)
    .executeTakeFirst()) !== undefined;

/** One line more in “ask me about”. */
async function offerToBeAsked(tx: Tx, personId: number, words: string): Promise<void> {
  const { ask_me_about: before } = await tx
    .selectFrom('person')
    .select('ask_me_about')
    .where('id', '=', personId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const after = before === '' ? words : `${before}\n${words}`;
  if (after.length > ASK_ME_MAX) throw new Refused('no-room');
  await tx
    .updateTable('person')
    .set((eb) => ({ ask_me_about: after, version: eb('version', '+', 1) }))
    .where('id', '=', personId)
    .execute();
}
