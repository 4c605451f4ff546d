import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Unanswered } from '#tests/faults/browser.ts';
import type { Write } from '#tests/faults/writes.ts';

/** A write that was answered as done. Times are milliseconds of Date.now. */
export interface Acknowledged {
  write: Write;
  sentAt: number;
  at: number;
}

/** What the writers of one fault were told, as it came. */
export class Ledger {
  readonly acknowledged: Acknowledged[] = [];
  readonly unanswered: { why: string; onKept: boolean; at: number }[] = [];
  /** refusals that say what to do: the database is away (503), or to send the same again */
  refused = 0;
  /** writes given up at the end: no answer, or none that says done */
  givenUp = 0;
  /** answers nobody should get, with how many did */
  readonly unexpected = new Map<string, number>();
  readonly #waiting = new Set<(last: Acknowledged) => void>();

  /** how often a write was not answered as done, whatever it was told */
  get failures(): number {
    const odd = [...this.unexpected.values()].reduce((sum, times) => sum + times, 0);
    return this.refused + this.unanswered.length + odd;
  }

  done(write: Write, sentAt: number): void {
    const last = { write, sentAt, at: Date.now() };
    this.acknowledged.push(last);
    for (const hear of this.#waiting) hear(last);
  }

  noAnswer({ message, onKept }: Unanswered): void {
    this.unanswered.push({ why: message, onKept, at: Date.now() });
  }

  notDone({ status, body }: Answer): void {
    if (status === 503 || (status === 422 && body.includes('Your text is still here'))) {
      this.refused++;
      return;
    }
    const title = /<title>([^<]*)/.exec(body)?.[1] ?? body.slice(0, 80);
    const what = `${status} “${title}”`;
    this.unexpected.set(what, (this.unexpected.get(what) ?? 0) + 1);
  }

  /** The next acknowledgement that `fits`; undefined when none comes within `ms`. */
  async next(fits: (last: Acknowledged) => boolean, ms: number): Promise<Acknowledged | undefined> {
    const late = new AbortController();
    let hear = (_: Acknowledged) => {};
    const heard = new Promise<Acknowledged>((resolve) => {
      hear = (last) => fits(last) && resolve(last);
    });
    this.#waiting.add(hear);
    const never = pause(ms, undefined, { signal: late.signal }).catch(() => undefined);
    const first = await Promise.race([heard, never]);
    this.#waiting.delete(hear);
    late.abort();
    return first;
  }

  /** Waits for so many more acknowledgements. @returns false when they do not come within `ms` */
  async more(count: number, ms: number): Promise<boolean> {
    const enough = this.acknowledged.length + count;
    return (await this.next(() => this.acknowledged.length >= enough, ms)) !== undefined;
  }
}
