const DAY_MS = 24 * 60 * 60_000;

/** Whoever waits for a moment is reminded of it a day before; null when that is over already. */
export function reminderAt(moment: Date, now: Date): Date | null {
  const at = new Date(moment.getTime() - DAY_MS);
  return at > now ? at : null;
}
