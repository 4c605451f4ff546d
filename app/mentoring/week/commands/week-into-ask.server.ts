import type { Viewer } from '#app/access/proofs.ts';
import { draftOfWords } from '#app/mentoring/rows/draft-of-words.server.ts';
import { lockWeek } from '#app/mentoring/week/rows/weeks.server.ts';
import { capital } from '#app/ui/words.ts';
import { db } from '#db/database.server.ts';

type Became = { ok: true; askId: number } | { ok: false; reason: 'gone' | 'empty' | 'full' };

/**
 * Makes an ask of what somebody asked, or wanted to: a draft with their words, once. Whom and when
 * stay where they are.
 */
export async function weekIntoAsk({ personId }: Viewer, weekId: number): Promise<Became> {
  return db.transaction().execute(async (tx): Promise<Became> => {
    const week = await lockWeek(tx, personId, weekId);
    if (!week) return { ok: false, reason: 'gone' };
    if (week.ask_id !== null) return { ok: true, askId: week.ask_id };
    if (week.will_text === '') return { ok: false, reason: 'empty' };
    const askId = await draftOfWords(tx, personId, capital(week.will_text));
    if (askId === null) return { ok: false, reason: 'full' };
    await tx.updateTable('weekly_ask').set({ ask_id: askId }).where('id', '=', weekId).execute();
    return { ok: true, askId };
  });
}
