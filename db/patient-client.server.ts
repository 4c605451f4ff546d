import type { Socket } from 'node:net';
import pg from 'pg';
import { DatabaseSilent } from './away.ts';
import { isRefusedByName } from './driver/statements.ts';
import type { Limits } from './limits.ts';
import type { Patience, Wait } from './patience.ts';

export type PatientConfig = pg.ClientConfig & { limits?: Limits; patience?: Patience };

// Writes are refused here: the server has become, or was from the beginning, one that only follows.
const READ_ONLY = '25006';

// The server keeps the text and the plan of each: 125 KB on average, for those of the main pages.
const MOST_NAMES = 300;

/** A connection that is given up when the server says nothing, and is not used again after harm. */
export class PatientClient extends pg.Client {
  readonly #patience: Patience | undefined;
  readonly #wait: Wait | undefined;
  #asking = false;
  #together = false;
  #spoilt = false;
  readonly #names = new Set<string>();

  constructor(config: PatientConfig) {
    super(config);
    // Without a listener, an error between two statements would end the process. Whoever asks next
    // is told.
    this.on('error', () => {});
    this.on('drain', () => this.#settle());
    this.once('end', () => this.#settle());
    this.connection.on('errorMessage', (error: { code?: string }) => {
      if (error.code === READ_ONLY || isRefusedByName(error)) this.#spoilt = true;
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

  /**
   * Whether it can be used again: no transaction is left open, it may write, and what the server keeps
   * of it is as we think and not too much.
   */
  get isSound(): boolean {
    return !this.#spoilt && this.#names.size < MOST_NAMES && this.getTransactionStatus() === 'I';
  }

  // biome-ignore lint/suspicious/noExplicitAny: pg's overloads, passed on as they come
  override query(...asked: any[]): any {
    if (!this.#asking) this.#begin();
    if (this.pipeline) this.#hold();
    if (asked[0]?.name) this.#names.add(asked[0].name);
    return super.query(...(asked as [string]));
  }

  /** What is asked in one turn goes out in one piece. */
  #hold(): void {
    if (this.#together) return;
    this.#together = true;
    const socket = this.#socket;
    socket.cork();
    process.nextTick(() => {
      this.#together = false;
      socket.uncork();
    });
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
