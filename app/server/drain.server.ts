import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as immediate, setTimeout as pause } from 'node:timers/promises';
import { aborted, onAbort, type Stop } from './stop.server.ts';

const GOODBYE_MS = 1_000;
const HOLD_MS = 100;
const LOOK_MS = 50;

/**
 * An HTTP server, and what stops it without failing a request that has reached it. For a second it
 * goes on listening: what comes on a kept connection is answered with `Connection: close`, and a
 * load balancer hears from /readyz to go elsewhere. After that only requests under way are finished.
 */
export function drainableServer(
  options: ServerOptions,
  app: RequestListener,
): { server: Server; drain: Stop } {
  let held: Promise<unknown> | undefined;
  const server = createServer(options, (req, res) => {
    if (held) void held.then(() => app(req, res));
    else app(req, res);
  });
  const sockets = new Map<Socket, number>();
  let arrived = 0;
  server.on('connection', (socket) => {
    arrived++;
    sockets.set(socket, performance.now());
    socket.once('close', () => sockets.delete(socket));
  });

  const closed = new Promise<void>((resolve) => server.once('close', resolve));

  async function drain(patience: AbortSignal) {
    // Where nobody is, nobody needs a goodbye.
    if (sockets.size > 0) {
      await Promise.race([pause(GOODBYE_MS), aborted(patience)]);
      held = lastArrivals();
      await held;
    }
    server.close();
    const idle = setInterval(closeIdle, LOOK_MS);
    const finished = onAbort(patience, () => server.closeAllConnections());
    await closed;
    finished();
    clearInterval(idle);
  }

  /**
   * Connections that nobody has accepted yet are reset when listening ends. Who waits for an answer
   * opens none, so answers are held until those on their way have come.
   */
  async function lastArrivals() {
    await pause(HOLD_MS);
    const until = performance.now() + GOODBYE_MS;
    // Each turn of the event loop accepts one connection.
    for (let before = -1; before !== arrived && performance.now() < until; ) {
      before = arrived;
      await immediate();
    }
  }

  function closeIdle() {
    // Kept by an answer that had begun before the stop.
    server.closeIdleConnections();
    // Browsers open connections in advance. To Node these are not idle but slow with a request.
    const old = performance.now() - GOODBYE_MS;
    for (const [socket, since] of sockets) {
      if (socket.bytesRead === 0 && since < old) socket.destroy();
    }
  }

  return { server, drain };
}
