import { forgetExpiredLimits } from '#app/platform/limits/rate-limit.server.ts';
import { db } from '#db/database.server.ts';

/** Removes what has expired: sign-ins, links, unfinished sign-ups and counts of tries. */
export async function tidyAccounts(now = new Date()): Promise<void> {
  await db.deleteFrom('sign_in').where('expires_at', '<=', now).execute();
  await db.deleteFrom('account_link').where('expires_at', '<=', now).execute();
  await db.deleteFrom('sign_up').where('expires_at', '<=', now).execute();
  await forgetExpiredLimits(now.getTime());
}
