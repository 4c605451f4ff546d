const TURN_MS = 50;

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
  readonly #waits = new Map<Wait, { turns: number; heard: number }>();
  #timer: NodeJS.Timeout | undefined;

  begin(wait: Wait): void {
    this.#waits.set(wait, { turns: 0, heard: wait.heard?.() ?? 0 });
    this.#timer ??= setInterval(() => this.#turn(), TURN_MS).unref();
  }

  /** @returns false when it had been given up, or was over already */
  end(wait: Wait): boolean {
    return this.#waits.delete(wait);
  }

  #turn(): void {
    if (this.#waits.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    for (const [wait, so] of this.#waits) {
      const heard = wait.heard?.() ?? 0;
      so.turns = heard === so.heard ? so.turns + 1 : 0;
      so.heard = heard;
      if (so.turns * TURN_MS < wait.within) continue;
      this.#waits.delete(wait);
      wait.giveUp();
    }
  }
}
