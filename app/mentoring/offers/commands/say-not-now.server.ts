import type { AskReader } from '#app/access/proofs.ts';
import { offers } from '#app/mentoring/limits.server.ts';
import type { NotNowInput } from '#app/mentoring/offers/forms.ts';
import {
  answerable,
  endSilence,
  type NoAnswer,
} from '#app/mentoring/offers/rows/answerable.server.ts';
import { tellOfAnswer } from '#app/mentoring/offers/rows/telling.server.ts';
import { offerAfter } from '#app/mentoring/offers/rules/offer.ts';
import { todayIn } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';

type Said = { ok: true; offerId: number } | { ok: false; reason: NoAnswer | 'past' | 'answered' };

/** “Not now, ask me after that day”, which is to come on their own clock. Said twice it is one answer. */
export async function sayNotNow(
  reader: AskReader,
  form: NotNowInput,
  { now = new Date() } = {},
): Promise<Said> {
  const { askId, personId, viewer } = reader;
  const { until } = form;
  return db.transaction().execute(async (tx): Promise<Said> => {
    const found = await answerable(tx, reader, form);
    if (!found.ok) return found;
    const { ask, mine } = found;
    if (mine?.state === 'not_now' && mine.until === until) return { ok: true, offerId: mine.id };
    if (until <= todayIn(viewer.timeZone, now)) return { ok: false, reason: 'past' };
    if ((mine?.version ?? 0) !== form.answered) return { ok: false, reason: 'answered' };
    const state = offerAfter(mine?.state ?? 'none', 'postpone');
    if (!state || state === 'none') return { ok: false, reason: 'taken' };
    const said = {
      ...{ state, until, changed_at: now, version: form.answered + 1 },
      ...{ reminded_at: null, set_aside_at: null },
    };
    const { id } = await tx
      .insertInto('offer')
      .values({ ask_id: askId, helper_id: personId, made_at: now, ...said })
      .onConflict((conflict) => conflict.columns(['ask_id', 'helper_id']).doUpdateSet(said))
      .returning('id')
      .executeTakeFirstOrThrow();
    await endSilence(tx, personId);
    const told = { offerId: id, to: ask.askerId, by: personId, at: now };
    await tellOfAnswer(tx, { ...told, helps: false });
    await offers.count(tx, personId);
    return { ok: true, offerId: id };
  });
}
