import type { Spot } from '#app/cards/projector/forms.ts';
import type { Timer } from '#app/cards/projector/rules/timer.ts';

/** The time of a wall, in its tab: a reload goes on with it. Where nothing can be kept it begins anew. */

const nameHere = () => `wall ${window.location.pathname}`;
const placed = ({ show, slide }: Spot) => `${show} ${slide}`;
/** What was kept longer ago is of another evening. */
const AN_EVENING = 12 * 60 * 60 * 1000;

export function keepTimer(spot: Spot, timer: Timer) {
  try {
    window.sessionStorage.setItem(
      nameHere(),
      JSON.stringify({ ...timer, at: placed(spot), kept: Date.now() }),
    );
  } catch {
    // A browser that keeps nothing shows the same time until it is reloaded.
  }
}

export function keptTimer(spot: Spot, now: number): Timer | null {
  try {
    const { at, spent, since, kept } = JSON.parse(
      window.sessionStorage.getItem(nameHere()) ?? '{}',
    );
    if (at !== placed(spot) || !Number.isFinite(spent) || now - kept > AN_EVENING) return null;
    return { spent, since: Number.isFinite(since) ? since : null };
  } catch {
    return null;
  }
}
