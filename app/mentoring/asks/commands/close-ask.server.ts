import type { Asker } from '#app/access/proofs.ts';
import { lockedAsk, theirs } from '#app/mentoring/asks/rows/ask-row.server.ts';
import { tellOfClosing, tellOfReopening } from '#app/mentoring/asks/rows/tell-of-ask.server.ts';
import { type AskState, askAfter, type ClosedAs } from '#app/mentoring/asks/rules/ask.ts';
import { db } from '#db/database.server.ts';

/** Closes an open ask of the asker's. Closed already, it stays as it is. */
export async function closeAsk(
  asker: Asker,
  as: Exclude<ClosedAs, 'expired'>,
  { now = new Date() } = {},
): Promise<{ ok: true } | { ok: false; reason: 'draft' }> {
  return db.transaction().execute(async (tx) => {
    const ask = await lockedAsk(tx, asker);
    if (ask?.state === 'draft') return { ok: false, reason: 'draft' };
    if (!ask || askAfter(ask.state as AskState, 'close') === null) return { ok: true };
    await theirs(tx)
      .updateTable('ask')
      .set((row) => ({
        ...{ state: 'closed', closed_at: now, closed_as: as },
        version: row('version', '+', 1),
      }))
      .where('id', '=', ask.id)
      .execute();
    await tellOfClosing(tx, ask.id, asker.personId, now);
    return { ok: true };
  });
}

/** Opens a closed ask again: its days begin anew. Open already, it stays as it is. */
export async function reopenAsk(asker: Asker, { now = new Date() } = {}): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const ask = await lockedAsk(tx, asker);
    if (!ask || askAfter(ask.state as AskState, 'reopen') === null) return;
    await theirs(tx)
      .updateTable('ask')
      .set((row) => ({
        ...{ state: 'open', closed_at: null, closed_as: null, opened_at: now, nudges: 0 },
        version: row('version', '+', 1),
      }))
      .where('id', '=', ask.id)
      .execute();
    await tellOfReopening(tx, ask.id, now);
  });
}
