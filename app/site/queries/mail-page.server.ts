import type { Admin } from '#app/access/proofs.ts';
import { mailState, sentInADay } from '#app/notifications/queries/mail-state.server.ts';
import { countRefusedAddresses } from '#app/notifications/queries/refused-addresses.server.ts';
import { db } from '#db/database.server.ts';
import { lastTestOf } from './mail-test.server.ts';
import { mailServer } from './state.server.ts';

/** How the mail of this site does, for whoever looks after it. */
export async function mailPage(admin: Admin, now: Date) {
  const [state, sent, refused, test] = await Promise.all([
    mailState(db),
    sentInADay(db, now),
    countRefusedAddresses(admin),
    lastTestOf(admin),
  ]);
  return { ...state, sent, refused, test, through: mailServer() };
}
