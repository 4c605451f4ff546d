import type { z } from 'zod';
import type { ParsedForm } from '#app/platform/forms/form.server.ts';
import { isDatabaseBusy } from '#db/away.ts';
import { AWAY_FOR, databaseAway, signedOut } from './refusals.server.ts';

// Later than this there is no time left in which to read the page of the form.
const EARLY_MS = 1_000;

const WORDS =
  'The database did not answer in time, so this may not have been saved. Everything you typed is still here: send it again in a moment.';

/**
 * What an action answers while the database is away, with nothing lost that was typed. Where scripts
 * run, the page is still there and takes the reason. Else the page is shown again when there is hope
 * that it can be read: only this one thing took too long. When not, the page of a missing database
 * holds the form and sends it once more.
 * @param startedAt as performance.now() has it
 * @throws 503 Response for that page
 */
export function keptForm<S extends z.ZodType>(
  request: Request,
  form: ParsedForm<S>,
  error: unknown,
  startedAt: number,
) {
  const isPage = request.headers.get('Accept')?.includes('text/html') ?? false;
  const isEarly = performance.now() - startedAt < EARLY_MS;
  if (isPage && !(isEarly && isDatabaseBusy(error))) throw databaseAway(form.values);
  return form.unanswered(WORDS, AWAY_FOR);
}

const SIGNED_OUT =
  'You are signed out here, so this was not saved. Everything you typed is still here: sign in in another tab, then send it again.';

/**
 * What an action answers when nobody is signed in any more, with nothing lost that was typed. Where
 * scripts run, the page is still there and takes the reason; else a page holds the form and sends it
 * once more.
 * @throws 401 Response for that page
 */
export function keptForSignIn<S extends z.ZodType>(request: Request, form: ParsedForm<S>) {
  const isPage = request.headers.get('Accept')?.includes('text/html') ?? false;
  if (isPage) throw signedOut(request, form.values);
  return form.signedOut(SIGNED_OUT);
}
