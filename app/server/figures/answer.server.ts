import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { log } from '#app/platform/log.server.ts';
import { env } from '#app/platform/settings/env.server.ts';
import { listening } from '../listening.server.ts';
import { onAbort, type Stop } from '../stop.server.ts';

const TIMES = { headersTimeout: 5_000, requestTimeout: 10_000 };
/** One Prometheus takes one. */
const CONNECTIONS = 20;

interface Said {
  text: () => Promise<string>;
  type: string;
}

/**
 * Answers GET /metrics at METRICS_HOST and this port, and nothing else. The figures are put together
 * once at a time: whoever asks meanwhile gets the same.
 * @throws StartRefused when nobody can listen there
 */
export async function answerFigures(port: number, { text, type }: Said): Promise<Stop> {
  let under: Promise<string> | undefined;
  const figures = () => {
    under ??= text().finally(() => {
      under = undefined;
    });
    return under;
  };

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (req.url?.split('?')[0] !== '/metrics') {
      res.writeHead(404).end('The figures are at /metrics.\n');
    } else if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else {
      const said = await figures();
      res.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(said);
    }
  }

  const server = createServer(TIMES, (req, res) => {
    answer(req, res).catch((error) => {
      log.error({ err: error }, 'the figures could not be told');
      if (!res.headersSent) res.writeHead(500);
      res.end();
    });
  });
  server.maxConnections = CONNECTIONS;
  await listening(server, { setting: 'METRICS_', host: env.METRICS_HOST, port });

  return async (patience) => {
    const closed = new Promise((resolve) => server.close(resolve));
    const finished = onAbort(patience, () => server.closeAllConnections());
    await closed;
    finished();
  };
}
