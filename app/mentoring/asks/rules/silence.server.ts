import { DAY } from '#app/time/spans.ts';
import { workingDaysAfter } from '#app/time/working-days.ts';

/** So many working days of theirs somebody has, before they hear once more, and again before the asker does. */
export const PATIENCE_DAYS = 2;
/** After so many asks in a row that somebody left unanswered they rest. */
export const REST_AFTER = 3;
/** An open ask nudges its asker each week, and closes after four. */
export const NUDGE_EVERY_DAYS = 7;
const MOST_NUDGES = 3;
export const OPEN_DAYS = 28;

interface AskedAlone {
  /** when it went to them */
  at: Date;
  nudgedAt: Date | null;
  unansweredAt: Date | null;
}

/**
 * What the silence of somebody who was asked alone brings next, one step at a time: they hear once
 * more, then the asker is told. Null while there is nothing to do.
 * @param openedAt when the ask was last opened: its days begin anew then
 * @param zone of who was asked
 */
export function silenceBrings(
  { at, nudgedAt, unansweredAt }: AskedAlone,
  openedAt: Date,
  zone: string,
  now: Date,
): 'nudge' | 'telling' | null {
  if (unansweredAt) return null;
  const last = nudgedAt ?? at;
  const since = last > openedAt ? last : openedAt;
  if (now < workingDaysAfter(since, PATIENCE_DAYS, zone)) return null;
  return nudgedAt ? 'telling' : 'nudge';
}

/**
 * What the age of an open ask brings: it closes, or its asker is nudged, once however many weeks went
 * by unseen. `nudges` is how many there were with this one.
 */
export function ageBrings(
  openedAt: Date,
  nudges: number,
  now: Date,
): { act: 'expire' } | { act: 'nudge'; nudges: number } | null {
  const days = Math.floor((now.getTime() - openedAt.getTime()) / DAY);
  if (days >= OPEN_DAYS) return { act: 'expire' };
  const due = Math.min(MOST_NUDGES, Math.floor(days / NUDGE_EVERY_DAYS));
  return due > nudges ? { act: 'nudge', nudges: due } : null;
}
