import { soundParams } from '#app/platform/forms/address.server.ts';
import { type Refusal, refuseFor } from '#app/platform/forms/form.server.ts';
import { LimitReached } from '#app/platform/limits/making-limit.server.ts';
import { log } from '#app/platform/log.server.ts';
import { isDatabaseAway } from '#db/away.ts';
import { isMissingParent } from '#db/database.server.ts';
import type { Args } from './prove.server.ts';
import { databaseAway, membershipEnded } from './refusals.server.ts';

/**
 * Runs a handler, and says what its failure means to who asked.
 * @param away answers when the database does not
 * @throws 503 when the database does not answer, unless `away` does; 404 when the foreign key of what
 * was to be written finds no membership any more, because it ended after it was proved
 */
export async function answering<A extends Args, T, W = never>(
  given: A,
  handle: (args: A) => Promise<T>,
  away: (error: unknown) => Promise<W> | W = () => {
    throw databaseAway();
  },
): Promise<T | W> {
  const params = soundParams(given.params);
  const { context } = given;
  try {
    return await handle({ ...given, params });
  } catch (error) {
    if (isDatabaseAway(error)) {
      log.error({ err: error }, 'the database does not answer');
      return away(error);
    }
    if (params.circle !== undefined && isMissingParent(error)) {
      const viewer = await context.access.viewer();
      const ended = viewer && (await membershipEnded(viewer, params.circle));
      if (ended) throw ended;
    }
    throw error;
  }
}

/** What an action answers; the form with when to send it again, once a limit on making is reached. */
export async function unlessLimited<T>(act: () => Promise<T | Refusal> | T | Refusal) {
  try {
    return await act();
  } catch (error) {
    if (error instanceof LimitReached) return refuseFor(error.retryAfter, error.words);
    throw error;
  }
}
