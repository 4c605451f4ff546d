import type { Asker } from '#app/access/proofs.ts';
import { lockedAsk, theirs } from '#app/mentoring/asks/rows/ask-row.server.ts';
import { type AskState, askAfter } from '#app/mentoring/asks/rules/ask.ts';
import { db } from '#db/database.server.ts';

/** Throws a draft away. What was sent stays. */
export async function discardAsk(
  asker: Asker,
): Promise<{ ok: true } | { ok: false; reason: 'sent' }> {
  return db.transaction().execute(async (tx) => {
    const ask = await lockedAsk(tx, asker);
    if (!ask) return { ok: true };
    if (askAfter(ask.state as AskState, 'discard') === null) return { ok: false, reason: 'sent' };
    await theirs(tx).deleteFrom('ask').where('id', '=', ask.id).execute();
    return { ok: true };
  });
}
