import type { AskReader } from '#app/access/proofs.ts';
import { offers } from '#app/mentoring/limits.server.ts';
import type { HelpInput } from '#app/mentoring/offers/forms.ts';
import {
  answerable,
  endSilence,
  type NoAnswer,
} from '#app/mentoring/offers/rows/answerable.server.ts';
import { hasRoom } from '#app/mentoring/offers/rows/room-for-one.server.ts';
import { tellOfAnswer } from '#app/mentoring/offers/rows/telling.server.ts';
import { offerAfter } from '#app/mentoring/offers/rules/offer.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';
import { db } from '#db/database.server.ts';

type Offered =
  | { ok: true; offerId: number }
  | { ok: false; reason: NoAnswer | 'full' | 'answered' | 'tangled' | 'empty' | 'busy' };

/**
 * “I can help”, with a time they faced this where they say one; again, to say it otherwise. Said twice
 * it is one offer.
 */
export async function offerHelp(
  reader: AskReader,
  form: HelpInput,
  { now = new Date() } = {},
): Promise<Offered> {
  const { askId, personId } = reader;
  const { faced } = form;
  const rendered = faced ? await renderMarkdown(faced) : ({ ok: true, html: '' } as const);
  if (!rendered.ok) return rendered;
  return db.transaction().execute(async (tx): Promise<Offered> => {
    const found = await answerable(tx, reader, form);
    if (!found.ok) return found;
    const { ask, mine } = found;
    if (mine?.state === 'made' && mine.faced === faced) return { ok: true, offerId: mine.id };
    if ((mine?.version ?? 0) !== form.answered) return { ok: false, reason: 'answered' };
    const from = mine?.state ?? 'none';
    const state = offerAfter(from, from === 'made' ? 'save' : 'help');
    if (!state || state === 'none') return { ok: false, reason: 'taken' };
    if (from !== 'made' && !(await hasRoom(tx, personId))) return { ok: false, reason: 'full' };
    const said = {
      ...{ state, faced, faced_html: rendered.html, changed_at: now, version: form.answered + 1 },
      ...{ until: null, remind: false, reminded_at: null },
      ...(from !== 'made' && { set_aside_at: null }),
    };
    const { id } = await tx
      .insertInto('offer')
      .values({ ask_id: askId, helper_id: personId, made_at: now, ...said })
      .onConflict((conflict) => conflict.columns(['ask_id', 'helper_id']).doUpdateSet(said))
      .returning('id')
      .executeTakeFirstOrThrow();
    await endSilence(tx, personId);
    const told = { offerId: id, to: ask.askerId, by: personId, at: now };
    if (from !== 'made') await tellOfAnswer(tx, { ...told, helps: true });
    await offers.count(tx, personId);
    return { ok: true, offerId: id };
  });
}
