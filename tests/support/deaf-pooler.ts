import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

const KEPT = ['user', 'database', 'application_name', 'client_encoding'];

/**
 * Stands in front of a PostgreSQL, in session mode, and drops what a connection begins with: pgbouncer
 * does so with what its `ignore_startup_parameters` names.
 */
export async function deafPooler(port: number) {
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const behind = connect(port, '127.0.0.1');
    for (const socket of [client, behind]) {
      open.add(socket.on('error', () => {}));
      socket.once('close', () => [client, behind].map((one) => one.destroy()));
    }
    client.once('data', (startup: Buffer) => {
      behind.write(shortened(startup));
      client.pipe(behind);
    });
    behind.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}

/** A startup message: its length, the protocol, names and values, each ended by a zero. */
function shortened(startup: Buffer): Buffer {
  const words = startup.subarray(8).toString('utf8').split('\0');
  const kept = words.flatMap((name, i) =>
    i % 2 === 0 && KEPT.includes(name) ? [name, words[i + 1] ?? ''] : [],
  );
  const body = Buffer.from(`${[...kept, ''].join('\0')}\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(8 + body.length, 0);
  startup.copy(head, 4, 4, 8);
  return Buffer.concat([head, body]);
}
