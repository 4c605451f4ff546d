/** How long a piece of work that nobody waits for lets requests go first. */
const PATIENCE_MS = 50;

/**
 * One thread answers requests and does background jobs. Each piece of work of a job waits here until
 * no request is being answered, for a moment at most; then it is let go alone, so that a request
 * which comes meanwhile waits for one such piece and not for all that are due.
 */
export class Calm {
  #answering = 0;
  readonly #waiting: { go: () => void; until: number }[] = [];
  #next: NodeJS.Immediate | undefined;
  #later: NodeJS.Timeout | undefined;

  /** Answers a request, for which background work waits. */
  async answer<T>(request: () => Promise<T>): Promise<T> {
    this.#answering++;
    try {
      return await request();
    } finally {
      this.#answering--;
      this.#look();
    }
  }

  /** Resolves when a piece of background work may be done. */
  come(): Promise<void> {
    return new Promise((go) => {
      this.#waiting.push({ go, until: performance.now() + PATIENCE_MS });
      this.#look();
    });
  }

  #look(): void {
    this.#next ??= setImmediate(() => {
      this.#next = undefined;
      const [first] = this.#waiting;
      if (!first) return;
      const patience = first.until - performance.now();
      if (this.#answering > 0 && patience > 0) {
        clearTimeout(this.#later);
        this.#later = setTimeout(() => this.#look(), patience);
        return;
      }
      this.#waiting.shift();
      first.go();
      this.#look();
    });
  }
}

/** That of this process. */
export const calm = new Calm();
