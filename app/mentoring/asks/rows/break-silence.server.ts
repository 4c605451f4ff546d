import { silenceBrings } from '#app/mentoring/asks/rules/silence.server.ts';
import { leaveUnanswered } from '#app/mentoring/helping/rows/unanswered.server.ts';
import { tellPeople } from '#app/notifications/commands/tell-people.server.ts';
import type { Tx } from '#db/database.server.ts';
import { mailOfAsk } from './tell-of-ask.server.ts';
import { reachesNow, type Unanswered, unansweredOf } from './unanswered.server.ts';

/**
 * Of a locked ask: whoever was asked alone and does not answer hears once more; then its asker is told.
 * Whom it reaches no more is told nothing, and nothing is counted of them; the asker hears of it as of
 * any other silence.
 */
export async function breakSilence(
  tx: Tx,
  askId: number,
  askerId: number,
  openedAt: Date,
  now: Date,
): Promise<void> {
  let told = false;
  for (const silent of await unansweredOf(tx, askId)) {
    const brings = silenceBrings(silent, openedAt, silent.zone, now);
    if (brings === 'nudge') await nudge(tx, askId, askerId, silent, now);
    if (brings !== 'telling') continue;
    await note(tx, silent, { unanswered_at: now });
    if (await reachesNow(tx, askId, silent.personId)) {
      await leaveUnanswered(tx, silent.personId, now);
    }
    // Several are one line of theirs: the first says it.
    if (told) continue;
    told = true;
    await tellPeople(tx, [askerId], {
      ...{ occasion: 'ask-unanswered', thing: askId, by: null, at: now },
      detail: { reach: silent.reachId },
    });
  }
}

async function nudge(tx: Tx, askId: number, by: number, silent: Unanswered, now: Date) {
  await note(tx, silent, { nudged_at: now });
  if (!(await reachesNow(tx, askId, silent.personId))) return;
  await tellPeople(tx, [silent.personId], {
    ...{ occasion: 'ask-to-you', thing: askId, detail: { again: true }, by, at: now },
    mail: mailOfAsk(askId, silent.reachId, now),
  });
}

const note = (
  tx: Tx,
  { reachId }: Unanswered,
  set: { nudged_at: Date } | { unanswered_at: Date },
) => tx.updateTable('ask_reach').set(set).where('id', '=', reachId).execute();
