import { connect, createServer, type Server } from 'node:net';

export interface Counter {
  /** the database's URL through the counter */
  url: string;
  /** round trips since the last call */
  taken(): number;
  close(): void;
}

/**
 * A relay in front of PostgreSQL that counts round trips: each simple Query and each Sync that a
 * client sends awaits one ReadyForQuery (PostgreSQL documentation, "Message Flow").
 */
export async function countingRelay(databaseUrl: string): Promise<Counter> {
  const target = new URL(databaseUrl);
  let trips = 0;
  const server: Server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    client.pipe(upstream);
    const count = readyCounter(() => {
      trips += 1;
    });
    upstream.on('data', (chunk: Buffer) => {
      count(chunk);
      client.write(chunk);
    });
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
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
      trips = 0;
      return counted;
    },
    close: () => server.close(),
  };
}

/** Follows the backend's message frames across chunks and calls `found` at each ReadyForQuery. */
function readyCounter(found: () => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    while (rest.length >= 5) {
      const length = rest.readInt32BE(1) + 1;
      if (rest.length < length) return;
      if (rest[0] === 0x5a) found();
      rest = rest.subarray(length);
    }
  };
}
