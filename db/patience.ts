const TURN_MS = 50;
/** The most that one turn counts for: the rest of it this process stood still itself. */
const MOST_MS = 3 * TURN_MS;

export interface Wait {
  /** milliseconds */
  within: number;
  /** What has been heard so far, when hearing more begins the wait anew. */
  heard?(): number;
  giveUp(): void;
}

/**
 * Waits that end by themselves. One timer counts turns of the event loop for all of them: a process
 * that stood still (busy, suspended) has not waited, and answers that lie in its sockets are read
 * before they are given up.
 */
export class Patience {
  readonly #waits = new Map<Wait, { waited: number; heard: number }>();
  #timer: NodeJS.Timeout | undefined;
  #last = 0;

  begin(wait: Wait): void {
    this.#waits.set(wait, { waited: 0, heard: wait.heard?.() ?? 0 });
    if (this.#timer) return;
    this.#last = performance.now();
    this.#timer = setInterval(() => this.#turn(), TURN_MS).unref();
  }

  /** @returns false when it had been given up, or was over already */
  end(wait: Wait): boolean {
    return this.#waits.delete(wait);
  }

  #turn(): void {
    const now = performance.now();
    const turn = Math.min(now - this.#last, MOST_MS);
    this.#last = now;
    if (this.#waits.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    for (const [wait, so] of this.#waits) {
      const heard = wait.heard?.() ?? 0;
      so.waited = heard === so.heard ? so.waited + turn : 0;
      so.heard = heard;
      if (so.waited < wait.within) continue;
      this.#waits.delete(wait);
      wait.giveUp();
    }
  }
}
