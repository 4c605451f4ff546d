import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { BuildSource } from '#app/remix/handler.server.ts';
import { answerFigures } from './figures/answer.server.ts';
import { processFigures } from './figures/process.server.ts';
import { measureRequests } from './figures/requests.server.ts';
import { siteFigures } from './figures/site.server.ts';
import type { Stop } from './stop.server.ts';

export interface Figures {
  /** counts the requests that pass through it */
  measure: RequestHandler;
  stop: Stop;
}

/**
 * Listens where METRICS_PORT says and tells Prometheus how this process and its site do: figures
 * only, and nothing by which a person or a circle could be known. Loaded when it is asked for.
 * @throws StartRefused when nobody can listen there
 */
export async function openFigures(source: BuildSource, port: number): Promise<Figures> {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const measure = measureRequests(register, source);
  processFigures(register);
  const site = siteFigures(register);
  const text = async () => {
    await site.ask();
    return register.metrics();
  };
  const stopAnswering = await answerFigures(port, { text, type: register.contentType });
  const stop: Stop = async (patience) => {
    await stopAnswering(patience);
    await site.close();
  };
  return { measure, stop };
}
