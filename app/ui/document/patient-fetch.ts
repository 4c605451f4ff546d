import { asksForData, asksForRoutes } from '#app/remix/addresses.ts';
import { NoData } from './data-answers.ts';
import { untilNextTry, type Waiting } from './waiting.ts';

/**
 * Remix takes the page away when what it asks for does not come, with all that is typed in it. So
 * what cannot be had now is waited for, and the page stays. What reads is asked for again by itself,
 * and so is a form whose key tells a second time from the first; another form only when it never left,
 * or when somebody says so.
 * @returns a fetch that answers when there is an answer
 */
export function patientFetch(ask: typeof fetch): typeof fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const isLookAhead = asksForRoutes(address) && !init?.signal;
    if (!isPatient(address, init)) return ask(input, init);
    for (let tries = 0; ; tries++) {
      const trouble = await attempt(() => ask(input, init), init);
      if (trouble instanceof Response) return trouble;
      await untilNextTry(isLookAhead ? null : trouble, tries, init?.signal);
    }
  };
}

/** A file is not sent again unasked. */
function isPatient(address: string, init?: RequestInit): boolean {
  if (!asksForData(address)) return asksForRoutes(address);
  return !isSending(init) || init?.body instanceof URLSearchParams;
}

const isSending = (init?: RequestInit) => (init?.method ?? 'GET') !== 'GET';

/** @throws what waiting does not mend */
async function attempt(
  ask: () => Promise<Response>,
  init?: RequestInit,
): Promise<Response | Omit<Waiting, 'again'>> {
  const sends = isSending(init);
  const wasOffline = !navigator.onLine;
  const isKeyed = init?.body instanceof URLSearchParams && init.body.has('submissionKey');
  const asks = sends && !isKeyed;
  try {
    const answer = await ask();
    return isAway(answer.status) && !sends ? { why: 'away', sends, asks } : answer;
  } catch (error) {
    init?.signal?.throwIfAborted();
    if (error instanceof NoData) {
      const { status } = error;
      if (!error.data.inFront || (!sends && !isAway(status))) throw error;
      return isAway(status) ? { why: 'away', sends, asks } : { why: 'front', sends, asks: true };
    }
    const why = navigator.onLine ? 'away' : 'offline';
    return { why, sends, asks: asks && !wasOffline };
  }
}

const isAway = (status: number) => [502, 503, 504].includes(status);
