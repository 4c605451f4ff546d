import { sql } from 'kysely';
import type { ViteDevServer } from 'vite';
import { openOutbox } from '#app/platform/mail/outbox.server.ts';
import { env } from '#app/platform/settings/env.server.ts';
import { closeDatabase, db, unhurried } from '#db/database.server.ts';
import { endDemoSignIns, newSetupLink } from './accounts/commands/account-links.server.ts';
import { newToken } from './platform/token.server.ts';
import type { BuildSource } from './remix/handler.server.ts';
import { bringUpToDate } from './server/bring-up-to-date.server.ts';
import { calmScreen } from './server/calm-screen.server.ts';
import { listen } from './server/listen.server.ts';
import { type OpenDatabase, openDatabase } from './server/open-database.server.ts';
import { aborted, type Stop, stopAll } from './server/stop.server.ts';
import { startWorker } from './server/worker.server.ts';
import { keepClocksSoon } from './site/commands/keep-clocks.server.ts';

export interface ServeOptions {
  /** aborted once this process is to stop */
  stop: AbortSignal;
  /** aborted when it is to stop without waiting for anybody */
  hurry: AbortSignal;
  /** load the demo community once and print sign-in links, which work only in a process started so */
  demo?: boolean;
  /** background jobs only, no HTTP */
  worker?: boolean;
  /** serve the browser's files through this development server */
  vite?: ViteDevServer;
  /** tells the person at the terminal about work that takes longer than two seconds */
  during: <T>(label: string, work: Promise<T>) => Promise<T>;
}

/**
 * Starts everything: database, migrations, background jobs, HTTP; prints the address and stays
 * until it is to stop, then drains requests and stops the database it started.
 * @throws StartRefused with one clear line; DatabaseStartError when the server it runs is lost
 */
export async function serve(source: BuildSource, options: ServeOptions): Promise<void> {
  const { stop, hurry, worker = false } = options;
  const database = await options.during('Starting the database', openDatabase(worker));
  const started: Stop[] = [closeDatabase];
  const lost = database.lost.then((error) => Promise.reject(error));
  const ended = Promise.race([aborted(stop), lost]);
  // Heard by the race below; it may come before that, or while we stop.
  ended.catch(() => {});
  const starting = start(source, options, database, started);
  try {
    await Promise.race([ended, starting.then(() => ended)]);
  } finally {
    // Asked to stop while it starts, it does so between two steps.
    await stopAll([() => starting.catch(() => {})], hurry);
    await stopAll(started, hurry);
    await database.stop();
  }
}

async function start(
  source: BuildSource,
  { stop, demo, worker = false, vite, during }: ServeOptions,
  database: OpenDatabase,
  started: Stop[],
): Promise<void> {
  stop.throwIfAborted();
  await during('Bringing the database up to date', bringUpToDate(database.words));
  await sql`insert into site (id, secret) values (1, ${newToken()}) on conflict do nothing`.execute(
    db,
  );
  await keepClocksSoon(db);
  if (!env.SMTP_URL) await openOutbox();
  stop.throwIfAborted();
  const links = demo ? await during('Loading the demo community', loadDemo()) : [];
  if (!demo && !worker) await endDemoSignIns();
  const setup = worker ? null : await newSetupLink();
  if (setup)
    links.push({ label: 'Make the first account here; this link works once:', path: setup });
  stop.throwIfAborted();
  // Stopped after what they tell of.
  const figures = env.METRICS_PORT ? await openFigures(source, env.METRICS_PORT) : null;
  if (figures) started.push(figures.stop);
  started.push(await startWorker());
  const measure = figures?.measure;
  if (!worker) started.push(await listen(source, { vite, stop, demo, measure }));
  calmScreen({ database: database.words, links, worker });
}

/** Imported here so that a start without figures does not load what makes them. */
async function openFigures(source: BuildSource, port: number) {
  const figures = await import('./server/figures.server.ts');
  return figures.openFigures(source, port);
}

/** Imported here so that a start without the demo does not load its text. */
async function loadDemo() {
  const { loadDemoOnce } = await import('#app/demo/load.server.ts');
  return unhurried(() => loadDemoOnce(db));
}
