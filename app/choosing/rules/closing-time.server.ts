import type { ClosingTime } from '#app/choosing/forms.ts';
import { resolveLocalTime, type Unresolved } from '#app/time/local-time.ts';
import { isTooFar } from './choice.ts';

export type ClosingRefused =
  | { ok: false; reason: 'time'; resolved: Unresolved }
  | { ok: false; reason: 'too-far' };

/** When a choice closes by what was typed, on the clocks that were shown. */
export function resolveClosing(
  closing: ClosingTime,
  now: Date,
): { ok: true; closesAt: Date } | ClosingRefused {
  const { choice } = closing;
  const resolved = resolveLocalTime(closing, { now, choice });
  if (!resolved.ok) return { ok: false, reason: 'time', resolved };
  if (isTooFar(resolved.startsAt, now)) return { ok: false, reason: 'too-far' };
  return { ok: true, closesAt: resolved.startsAt };
}
