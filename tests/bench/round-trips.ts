import { connect, createServer } from 'node:net';
import { framesOf } from './wire-frames.ts';

export interface Trips {
  /** what was asked, but for the beginnings and ends of transactions */
  statements: number;
  /** how often answers were awaited before more was asked; what is asked meanwhile is of one wave */
  waves: number;
}

export interface Counter {
  /** the database's URL through the counter */
  url: string;
  /** since the last call */
  taken(): Trips;
  close(): void;
}

/** For so long nothing more is asked: then the answers are there, all at once. */
const QUIET_MS = 5;
/** One statement may wait for what another connection does next. */
const PATIENT_MS = 500;

/**
 * A relay in front of PostgreSQL that counts what is asked: each simple Query and each Sync that a
 * client sends awaits one ReadyForQuery (PostgreSQL documentation, "Message Flow"). It holds answers
 * back until all that is under way is answered, so that waves do not depend on who is faster.
 */
export async function countingRelay(databaseUrl: string): Promise<Counter> {
  const target = new URL(databaseUrl);
  let trips: Trips = { statements: 0, waves: 0 };
  let underWay = 0;
  let held: (() => void)[] = [];
  let release: NodeJS.Timeout | undefined;

  function hold(ms: number) {
    clearTimeout(release);
    release = setTimeout(() => {
      release = undefined;
      const all = held;
      held = [];
      for (const answer of all) answer();
    }, ms);
  }

  const ends = new Set<() => void>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let mine = 0;
    const asked = framesOf('client', (type, body) => {
      if (type !== 'Q' && type !== 'S') return;
      if (!release) trips.waves++;
      if (type === 'S' || !/^(begin|commit|rollback)\b/i.test(body())) trips.statements++;
      mine++;
      underWay++;
      hold(PATIENT_MS);
    });
    const answered = framesOf('server', (type) => {
      if (type !== 'Z') return;
      mine--;
      underWay--;
    });
    client.on('data', (chunk: Buffer) => {
      asked(chunk);
      upstream.write(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      if (mine > 0) {
        answered(chunk);
        held.push(() => client.write(chunk));
        if (underWay === 0) hold(QUIET_MS);
      } else {
        // The greeting.
        client.write(chunk);
      }
    });
    const end = () => {
      underWay -= mine;
      mine = 0;
      ends.delete(end);
      client.destroy();
      upstream.destroy();
    };
    ends.add(end);
    upstream.on('close', end).on('error', end);
    client.on('close', end).on('error', end);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(typeof address === 'object' ? address?.port : 0);
  return {
    url: url.href,
    taken() {
      const counted = trips;
      trips = { statements: 0, waves: 0 };
      return counted;
    },
    close() {
      server.close();
      // Whoever left a connection open behind it leaves none with the database.
      for (const end of ends) end();
    },
  };
}
