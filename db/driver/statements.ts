import { createHash } from 'node:crypto';
import type pg from 'pg';

/**
 * What a statement does to others: nothing; it holds rows, which nobody sees once it is over; it
 * writes, or calls what might.
 */
export type Kind = 'read' | 'lock' | 'write';

// A connection keeps each for as long as it lives. These are beyond what is worth planning once:
// their text has a piece for each row that somebody sends.
const LONGEST = 20_000;
const MOST_VALUES = 100;
const MOST_TEXTS = 1_000;

const READS = /^\s*(select|with)\b/i;
const LOCKS = /\bfor (no key )?(update|(key )?share)\b/gi;
// Or what may take its time. A word too many costs a read no more than its place beside the others.
const WRITES =
  /\b(insert|update|delete|merge|into|nextval|setval|set_config|pg_\w+|lo_\w+|graphile_worker)\b/i;

/** Statements by their text: what kind each is, and the name it is prepared by. */
export class Statements {
  readonly #known = new Map<string, { kind: Kind; name: string; text: string }>();
  readonly #named: boolean;
  #age = 0;

  /** @param named false: the server plans each anew */
  constructor(named: boolean) {
    this.#named = named;
  }

  /** What is sent for it, and its kind. */
  of(given: string, values: unknown[] = []): { kind: Kind; query: pg.QueryConfig } {
    const { kind, name, text } = this.#known.get(given) ?? this.#learn(given);
    const once = !this.#named || values.length === 0 || values.length > MOST_VALUES;
    const query = once || text.length > LONGEST ? { text, values } : { name, text, values };
    return { kind, query };
  }

  /**
   * Whether what was asked by its name was refused for the name alone: nothing of it was done, and
   * it can be asked without. The tables are others since it was planned, or whatever stands in
   * between has cleared the connection or given us somebody else's.
   */
  refusedByName(error: unknown): boolean {
    if (!isRefusedByName(error)) return false;
    // The tables are others for every connection: under new names all is planned once more.
    if (error.code === CHANGED) {
      this.#age++;
      this.#known.clear();
    }
    return true;
  }

  #learn(text: string) {
    const name = createHash('sha256').update(`${this.#age} ${text}`).digest('hex').slice(0, 24);
    const learnt = { kind: kindOf(text), name, text };
    if (this.#known.size >= MOST_TEXTS) this.#known.clear();
    this.#known.set(text, learnt);
    return learnt;
  }
}

export function kindOf(text: string): Kind {
  if (!READS.test(text)) return 'write';
  const rest = text.replace(LOCKS, '');
  if (WRITES.test(rest)) return 'write';
  return rest === text ? 'read' : 'lock';
}

const UNKNOWN = '26000';
const TAKEN = '42P05';
const CHANGED = '0A000';

export function isRefusedByName(error: unknown): error is pg.DatabaseError {
  const { code, routine } = error as Partial<pg.DatabaseError>;
  if (code === CHANGED) return routine === 'RevalidateCachedQuery';
  return code === UNKNOWN || code === TAKEN;
}
