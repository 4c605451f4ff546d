import pg from 'pg';
import { DatabaseSilent } from './away.ts';
import { Statements } from './driver/statements.ts';
import { Wires } from './driver/wires.server.ts';
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
  /** whether statements are prepared by name, once for each connection */
  named?: boolean;
  /** whether reads share a part of them, those of one turn going out together */
  shared?: boolean;
  Client?: typeof PatientClient;
  /** for a Client of its own */
  stopping?: AbortSignal;
}

/** A pool whose connections, and the wait for one, end by themselves. The caller ends it. */
export class PatientPool extends pg.Pool {
  readonly #patience: Patience;
  readonly #within: number;
  readonly #wires: Wires | undefined;
  readonly statements: Statements;

  constructor({ limits, name, named, shared, Client = PatientClient, ...options }: PoolOptions) {
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
      pipeline: named || shared,
      // What was prepared is of use while people read a page and open the next.
      ...(named && { idleTimeoutMillis: 60_000 }),
      connectionTimeoutMillis: CONNECT_MS,
    };
    super(config);
    const again = repeated(connectionString, timeouts);
    // Before whatever the connection is made for. One that is lost meanwhile says so to that.
    if (again) this.on('connect', (client) => void client.query(again).catch(() => {}));
    this.#patience = patience;
    this.#within = limits?.connection ?? Number.POSITIVE_INFINITY;
    this.statements = new Statements(named ?? false);
    // Whatever reads do, most are left to what writes or waits for a row.
    const most = Math.min(Math.ceil(options.max / 3), options.max - 1);
    if (shared && most > 0) this.#wires = new Wires(this, most);
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

  /**
   * One statement by itself: a read over a connection that reads share, anything else over one that is
   * nobody else's meanwhile.
   */
  async ask(text: string, values?: unknown[]): Promise<pg.QueryResult> {
    const { kind, query } = this.statements.of(text, values);
    const wires = kind === 'read' ? this.#wires : undefined;
    const send = (asked: pg.QueryConfig) => (wires ? wires.ask(asked) : this.#alone(asked));
    try {
      return await send(query);
    } catch (error) {
      if (!query.name || !this.statements.refusedByName(error)) throw error;
      return await send({ text, values });
    }
  }

  /** As `ask`. */
  override query<R extends pg.QueryResultRow>(
    asked: string | pg.QueryConfig,
    values?: unknown[],
  ): Promise<pg.QueryResult<R>>;
  // biome-ignore lint/suspicious/noExplicitAny: pg's other overloads, which nobody uses
  override query(asked: any, values?: any): any;
  override query(asked: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> {
    return typeof asked === 'string'
      ? this.ask(asked, values)
      : this.ask(asked.text, values ?? asked.values);
  }

  async #alone(query: pg.QueryConfig): Promise<pg.QueryResult> {
    const client = await this.connect();
    try {
      return await client.query(query);
    } finally {
      client.release();
    }
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
