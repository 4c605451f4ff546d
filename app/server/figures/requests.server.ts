import type { RequestHandler } from 'express';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { BuildSource } from '#app/remix/handler.server.ts';
import { addressPattern } from './address-pattern.server.ts';

const METHODS = ['GET', 'HEAD', 'POST'];
// An ordinary page takes some milliseconds, and one that waits for the database two seconds at most.
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];

/** Counts what passes through it, by the pattern of its address: no address itself is kept. */
export function measureRequests(register: Registry, source: BuildSource): RequestHandler {
  const registers = [register];
  const requests = new Counter({
    name: 'octavo_http_requests_total',
    help: 'Requests that ended, by the class of their status; "aborted" are those nobody waited for.',
    ...{ registers, labelNames: ['method', 'route', 'status'] },
  });
  const durations = new Histogram({
    name: 'octavo_http_request_duration_seconds',
    help: 'From a request’s head to the last of its answer.',
    ...{ registers, labelNames: ['method', 'route'], buckets: SECONDS },
  });
  const underWay = new Gauge({
    ...{ name: 'octavo_http_requests_in_flight', help: 'Requests under way.', registers },
  });
  const patternOf = addressPattern(source);

  return (req, res, next) => {
    const startedAt = performance.now();
    const { url, method } = req;
    underWay.inc();
    res.once('close', async () => {
      const seconds = (performance.now() - startedAt) / 1000;
      underWay.dec();
      const labels = {
        method: METHODS.includes(method) ? method : 'other',
        route: await patternOf(url),
      };
      const status = res.writableFinished ? `${Math.floor(res.statusCode / 100)}xx` : 'aborted';
      requests.inc({ ...labels, status });
      durations.observe(labels, seconds);
    });
    next();
  };
}
