import type pg from 'pg';
import type { PatientClient } from '../patient-client.server.ts';

/** Who waits behind a statement for longer than this waits for something unusual. */
const STUCK_MS = 100;
/** So many pages may come to be in step that one connection would do what several can. */
const FULL = 16;

type Lent = pg.PoolClient & PatientClient;

/**
 * The reads of all requests, over a few of a pool's connections: what is asked in one turn of the
 * event loop goes out together over one of them and is answered in one round trip. Each statement is
 * by itself for the server: one that fails fails alone.
 */
export class Wires {
  readonly #pool: pg.Pool;
  readonly #most: number;
  readonly #wires = new Set<Wire>();
  #turn: Wire | undefined;

  /** @param most connections at a time, as long as none is stuck; fewer than the pool has */
  constructor(pool: pg.Pool, most: number) {
    this.#pool = pool;
    this.#most = most;
  }

  ask(query: pg.QueryConfig): Promise<pg.QueryResult> {
    let wire = this.#turn;
    if (!wire?.isOpen || wire.underWay >= FULL) {
      if (!wire) {
        process.nextTick(() => {
          this.#turn = undefined;
        });
      }
      wire = this.#choose();
      this.#turn = wire;
    }
    return wire.ask(query);
  }

  #choose(): Wire {
    const open = [...this.#wires].filter((wire) => wire.isOpen);
    if (open.length >= this.#most && !this.#pool.ending) {
      return open.reduce((one, other) => (other.underWay < one.underWay ? other : one));
    }
    const wire = new Wire(this.#pool.connect() as Promise<Lent>, () => this.#wires.delete(wire));
    this.#wires.add(wire);
    return wire;
  }
}

/** A connection on loan from the pool for as long as something is under way on it. */
class Wire {
  underWay = 0;
  readonly #arriving: Promise<Lent>;
  readonly #over: () => void;
  #client: Lent | undefined;
  #heard = performance.now();
  #isOver = false;

  constructor(arriving: Promise<Lent>, over: () => void) {
    this.#arriving = arriving;
    this.#over = over;
  }

  /** Whether it takes more: nothing holds it up, and its connection is one to be kept. */
  get isOpen(): boolean {
    if (this.#isOver || performance.now() - this.#heard > STUCK_MS) return false;
    return this.#client?.isSound ?? true;
  }

  async ask(query: pg.QueryConfig): Promise<pg.QueryResult> {
    this.underWay++;
    try {
      this.#client ??= await this.#arriving;
      return await this.#client.query(query);
    } finally {
      this.#heard = performance.now();
      if (--this.underWay === 0) this.#end();
    }
  }

  #end(): void {
    this.#isOver = true;
    this.#over();
    this.#client?.release();
  }
}
