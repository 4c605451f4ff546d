import type { Server } from 'node:http';
import { sql } from 'kysely';
import type { ViteDevServer } from 'vite';
import { closeDatabase, db, unhurried } from '#db/database.server.ts';
import { endDemoSignIns, newSetupLink } from './accounts/commands/account-links.server.ts';
import { env } from './platform/env.server.ts';
import { log } from './platform/log.server.ts';
import { openOutbox } from './platform/outbox.server.ts';
import { newToken } from './platform/token.server.ts';
import { bringUpToDate } from './server/bring-up-to-date.server.ts';
import { calmScreen } from './server/calm-screen.server.ts';
import { type BuildSource, httpApp } from './server/http.server.ts';
import { listenRefused } from './server/listen-refused.ts';
import { openDatabase } from './server/open-database.server.ts';
import { startWorker } from './server/worker.server.ts';

export interface ServeOptions {
  /** load the demo community once and print sign-in links, which work only in a process started so */
  demo?: boolean;
  /** background jobs only, no HTTP */
  worker?: boolean;
  /** serve the browser's files through this development server */
  vite?: ViteDevServer;
  /** tells the person at the terminal about work that takes longer than two seconds */
  during?: <T>(label: string, work: Promise<T>) => Promise<T>;
}

const DRAIN_MS = 10_000;

/**
 * Starts everything: database, migrations, background jobs, HTTP; prints the address and stays
 * until SIGINT or SIGTERM, then drains requests and stops the database it started.
 * @throws StartRefused with one clear line; DatabaseStartError when the server it runs is lost
 */
export async function serve(source: BuildSource, options: ServeOptions = {}): Promise<void> {
  // Heard from the beginning: a Ctrl-C while starting stops the database cleanly, too.
  const end = signalled();
  const during = options.during ?? ((_, work) => work);
  const database = await during('Starting the database', openDatabase(options.worker ?? false));
  const stopping: (() => Promise<unknown>)[] = [database.stop, closeDatabase];
  try {
    await during('Bringing the database up to date', bringUpToDate(database.words));
    await sql`insert into site (id, secret) values (1, ${newToken()}) on conflict do nothing`.execute(
      db,
    );
    if (!env.SMTP_URL) await openOutbox();
    const links = options.demo ? await during('Loading the demo community', loadDemo()) : [];
    if (!options.demo && !options.worker) await endDemoSignIns();
    const setup = options.worker ? null : await newSetupLink();
    if (setup)
      links.push({ label: 'Make the first account here; this link works once:', path: setup });

    stopping.push(await startWorker());
    if (!options.worker) {
      const server = await listen(source, options);
      stopping.push(() => drain(server));
    }
    calmScreen({ database: database.words, links, worker: options.worker ?? false });
    await Promise.race([end, database.lost.then((error) => Promise.reject(error))]);
  } catch (error) {
    await stopAll(stopping);
    throw error;
  }
  await stopAll(stopping);
}

/** Imported here so that a start without the demo does not load its text. */
async function loadDemo() {
  const { loadDemoOnce } = await import('./server/demo/load.server.ts');
  return unhurried(() => loadDemoOnce(db));
}

function listen(source: BuildSource, { vite, demo }: ServeOptions): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = httpApp(source, vite, demo).listen(env.PORT, env.HOST, () => resolve(server));
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(listenRefused(error, env.HOST, env.PORT));
    });
  });
}

/** Lets open requests finish, DRAIN_MS at most. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    // A connection that has just been answered would otherwise stay open for more.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

/** Stops what was started, last first; one failure does not keep the others from stopping. */
async function stopAll(stopping: (() => Promise<unknown>)[]): Promise<void> {
  for (const stop of stopping.reverse()) {
    await stop().catch((error: Error) => log.error({ err: error }, 'stopping failed'));
  }
}
