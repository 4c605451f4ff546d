import type { Socket } from 'node:net';
import pg from 'pg';
import { DatabaseSilent } from './away.ts';
import type { Limits } from './limits.ts';
import type { Patience, Wait } from './patience.ts';

export type PatientConfig = pg.ClientConfig & { limits?: Limits; patience?: Patience };

// Writes are refused here: the server has become, or was from the beginning, one that only follows.
const READ_ONLY = '25006';

/** A connection that is given up when the server says nothing, and is not used again after harm. */
export class PatientClient extends pg.Client {
  readonly #patience: Patience | undefined;
  readonly #wait: Wait | undefined;
  #asking = false;
  #follows = false;

  constructor(config: PatientConfig) {
    super(config);
    // Without a listener, an error between two statements would end the process. Whoever asks next
    // is told.
    this.on('error', () => {});
    this.on('drain', () => this.#settle());
    this.once('end', () => this.#settle());
    this.connection.on('errorMessage', ({ code }: { code?: string }) => {
      if (code === READ_ONLY) this.#follows = true;
    });
    const { limits, patience } = config;
    if (!limits || !patience) return;
    this.#patience = patience;
    this.#wait = {
      within: limits.silence,
      heard: () => this.#socket.bytesRead,
      giveUp: () => this.#socket.destroy(new DatabaseSilent('The database said nothing.')),
    };
  }

  /** Whether it can be used again: no transaction is left open, and it may write. */
  get isSound(): boolean {
    return !this.#follows && this.getTransactionStatus() === 'I';
  }

  // biome-ignore lint/suspicious/noExplicitAny: pg's overloads, passed on as they come
  override query(...asked: any[]): any {
    if (!this.#asking) this.#begin();
    return super.query(...(asked as [string]));
  }

  #begin(): void {
    this.#asking = true;
    if (this.#wait) this.#patience?.begin(this.#wait);
  }

  #settle(): void {
    this.#asking = false;
    if (this.#wait) this.#patience?.end(this.#wait);
  }

  /** Not kept: TLS replaces it. */
  get #socket(): Socket {
    return this.connection.stream as Socket;
  }
}
