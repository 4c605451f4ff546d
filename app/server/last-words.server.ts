import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

/** How much longer, and how much more of, a request is read that has been answered. */
const LINGER = { ms: 10_000, bytes: 32 * 1024 * 1024 };

/**
 * Says `Connection: close` where the connection ends with the answer: when the server stops, and
 * when the answer comes before all of the request is in (too large, refused). What is still being
 * sent is then read on for ten seconds or 32 MB at most and thrown away. Closed at once, the
 * connection would be reset, and a browser that is still sending would never show the answer.
 */
export function lastWords(stop?: AbortSignal, limits = LINGER): RequestHandler {
  return (req, res, next) => {
    const { writeHead } = res;
    res.writeHead = function last(this: typeof res, ...words: unknown[]) {
      const early = hasBody(req) && !req.complete;
      if (early || stop?.aborted) res.setHeader('Connection', 'close');
      if (early) linger(req, limits);
      return (writeHead as (...words: unknown[]) => typeof res).apply(this, words);
    } as typeof writeHead;
    next();
  };
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Makes the end of the answer a half-closed connection until the request is in, within limits. */
function linger(req: IncomingMessage, { ms, bytes }: typeof LINGER): void {
  const { socket } = req;
  let left = bytes;
  // Whoever read it has answered and may not take any more.
  req.removeAllListeners('data').removeAllListeners('end');
  req.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) socket.destroy();
  });
  req.resume();
  const { destroySoon } = socket;
  // What Node calls once the answer is out.
  socket.destroySoon = () => {
    if (req.complete) return destroySoon.call(socket);
    socket.end();
    const late = setTimeout(() => socket.destroy(), ms);
    socket.once('close', () => clearTimeout(late));
    req.once('end', () => destroySoon.call(socket));
  };
}
