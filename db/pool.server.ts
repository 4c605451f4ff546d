import pg from 'pg';
import { DatabaseSilent } from './away.ts';
import { CONNECT_MS, type Limits } from './limits.ts';
import { Patience, type Wait } from './patience.ts';
import { PatientClient } from './patient-client.server.ts';
import { repeated, withSettings } from './session-settings.ts';

type Connected = Parameters<pg.Pool['connect']>[0];

export interface PoolOptions {
  connectionString: string;
  /** connections at most */
  max: number;
  /** what they are for, as whoever looks at the server sees them */
  name?: string;
  /** none: it waits for as long as it takes, for migrations and tools */
  limits?: Limits;
  Client?: typeof PatientClient;
  /** for a Client of its own */
  stopping?: AbortSignal;
}

/** A pool whose connections, and the wait for one, end by themselves. The caller ends it. */
export class PatientPool extends pg.Pool {
  readonly #patience: Patience;
  readonly #within: number;

  constructor({ limits, name, Client = PatientClient, ...options }: PoolOptions) {
    const patience = new Patience();
    // pg hands a pool's options on to the clients it makes.
    const connectionString = withSettings(options.connectionString);
    const timeouts = {
      lock_timeout: limits?.lock,
      statement_timeout: limits?.statement,
      idle_in_transaction_session_timeout: limits?.idle,
    };
    const config = {
      ...options,
      ...timeouts,
      connectionString,
      application_name: name && `octavo ${name}`,
      limits,
      patience,
      Client: Client as unknown as pg.PoolConfig['Client'],
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
    };
    super(config);
    const again = repeated(connectionString, timeouts);
    // Before whatever the connection is made for. One that is lost meanwhile says so to that.
    if (again) this.on('connect', (client) => void client.query(again).catch(() => {}));
    this.#patience = patience;
    this.#within = limits?.connection ?? Number.POSITIVE_INFINITY;
    // The pool replaces a connection that is lost while nobody uses it.
    this.on('error', () => {});
    // Kysely hands a connection back as if it were good, also when it could not be rolled back.
    this.on('release', (_, client) => {
      if (!(client as pg.PoolClient & PatientClient).isSound) void client.end();
    });
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(connected: Connected): void;
  // biome-ignore lint/suspicious/noConfusingVoidType: as pg has it
  override connect(connected?: Connected): Promise<pg.PoolClient> | void {
    if (connected) return this.#connect(connected);
    return new Promise((resolve, reject) => {
      this.#connect((error, client) => (client ? resolve(client) : reject(error)));
    });
  }

  #connect(connected: Connected): void {
    const wait: Wait = {
      within: this.#within,
      giveUp: () =>
        connected(new DatabaseSilent('There was no connection to be had.'), undefined, () => {}),
    };
    this.#patience.begin(wait);
    super.connect((error, client, release) => {
      if (this.#patience.end(wait)) connected(error, client, release);
      else if (client) release();
    });
  }
}
