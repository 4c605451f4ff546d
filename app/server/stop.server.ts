import { setTimeout as pause } from 'node:timers/promises';
import { log } from '#app/platform/log.server.ts';

/** Stops one thing that was started; once its patience ends it no longer waits for anybody. */
export type Stop = (patience: AbortSignal) => Promise<unknown>;

const PATIENCE_MS = 7_000;
const LAST_MS = 2_000;

/**
 * Stops what was started, last first. One that fails or hangs does not keep the others from
 * stopping: each has seven seconds, so that the usual stop fits into the ten that Docker gives, and
 * two more to end without waiting. None is waited for once `hurry` is aborted.
 */
export async function stopAll(started: Stop[], hurry: AbortSignal): Promise<void> {
  // What hangs may have let go of all that keeps the process, which would end in the middle with a
  // status of its own.
  const alive = setInterval(() => {}, PATIENCE_MS);
  for (const stop of started.toReversed()) {
    const patience = AbortSignal.any([hurry, AbortSignal.timeout(PATIENCE_MS)]);
    const tooLate = aborted(patience).then(() => pause(LAST_MS, undefined, { ref: false }));
    await Promise.race([stop(patience), tooLate]).catch((error: Error) =>
      log.error({ err: error }, 'stopping failed'),
    );
  }
  clearInterval(alive);
}

/** Acts once the signal is aborted, at once when it is. @returns what takes that back */
export function onAbort(signal: AbortSignal, act: () => void): () => void {
  if (signal.aborted) act();
  else signal.addEventListener('abort', act, { once: true });
  return () => signal.removeEventListener('abort', act);
}

/** Resolves once the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => onAbort(signal, resolve));
}
