import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { promisify } from 'node:util';

/** Serves on a free port of the loopback interface. */
export async function startListening(app: RequestListener) {
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    /** how many connections are open */
    connections: () => promisify(server.getConnections.bind(server))(),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export const ENDLESS = Symbol('endless');
export const STALLED = Symbol('stalled');
type Body = string | typeof ENDLESS | typeof STALLED;

export interface RawRequest {
  socket: Socket;
  /** what has been answered so far */
  answer(): string;
  /** bytes of body that left this process */
  sent(): number;
  /** resolves when the server has closed the connection, or reset it */
  closed: Promise<void>;
}

/**
 * A request whose head is sent as it stands. An endless body goes on also after the answer; of one
 * that stalls nothing comes, and the connection stays open.
 */
export function rawRequest(port: number, lines: string[], body: Body): RawRequest {
  const allowHalfOpen = typeof body !== 'string';
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen });
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1');
  });
  // A reset is one way to be closed.
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const head = [...lines, 'Host: localhost', '', ''].join('\r\n');
  socket.write(head);
  const piece = Buffer.alloc(64 * 1024, 'x');
  const more = () => {
    while (!socket.destroyed && socket.write(piece));
  };
  if (body === ENDLESS) {
    socket.on('drain', more);
    more();
  } else if (typeof body === 'string') socket.write(body);
  return { socket, answer: () => answer, sent: () => socket.bytesWritten - head.length, closed };
}
