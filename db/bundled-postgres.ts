import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serverAccount } from '#db/bundled-postgres/account.ts';
import { usableBinaries } from '#db/bundled-postgres/binaries.ts';
import {
  type Cluster,
  DATABASE,
  ensureCluster,
  setPassword,
} from '#db/bundled-postgres/cluster.ts';
import { DatabaseStartError } from '#db/bundled-postgres/error.ts';
import { type Hold, holdData } from '#db/bundled-postgres/hold.ts';
import {
  findPostmaster,
  type Postmaster,
  stopPostmaster,
} from '#db/bundled-postgres/postmaster.ts';
import { answer, doesNotStay, launch, urlOf } from '#db/bundled-postgres/server.ts';
import { readSettings, saveSettings } from '#db/bundled-postgres/settings.ts';

export { DatabaseStartError };

export type BundledPostgres = {
  /** Connection string of the application's database. */
  url: string;
  /** The server was already running, left by a process that was killed. */
  adopted: boolean;
  /** Shuts the server down cleanly and waits for its end. Safe to call twice. */
  stop(): Promise<void>;
};

type Options = {
  /** The installation's data folder; the database files go into its `postgres` folder. */
  dataDir: string;
  /** Told what is going on when it takes longer than one would like. */
  log: (message: string) => void;
  /** False only for data that may be lost, in tests: no fsync. */
  durable?: boolean;
};

/**
 * Starts PostgreSQL on the data in `dataDir` (making them the first time), or adopts the server that
 * is already running there, and claims the data for this process. The server outlives a killed
 * process; only `stop` ends it.
 * @throws DatabaseStartError with one line for the operator; an error of the file system when the
 * data are somebody else's, of which the start says whose
 */
export async function startBundledPostgres({ dataDir, log, durable = true }: Options) {
  const home = resolve(dataDir);
  try {
    mkdirSync(home, { recursive: true, mode: 0o711 });
    const dir = join(home, 'postgres');
    const fresh = !existsSync(dir);
    const account = serverAccount(dir);
    const binaries = usableBinaries(account, join(home, 'runtime'));
    const cluster = { dir, account, binaries, durable };
    const settingsFile = join(home, 'postgres.json');
    if (fresh) log('Making a new database');
    await ensureCluster(cluster, readSettings(settingsFile).password);
    return await start({ cluster, settingsFile, logFile: join(home, 'postgres.log'), log });
  } catch (error) {
    throw inOneLine(error);
  }
}

/** Connection string of the server another process of this installation runs, if it runs. */
export function runningBundledPostgres(dataDir: string): string | undefined {
  const running = findPostmaster(join(resolve(dataDir), 'postgres'));
  if (!running) return undefined;
  const { password } = readSettings(join(resolve(dataDir), 'postgres.json'));
  return urlOf(DATABASE, running.port, password);
}

type Files = {
  cluster: Cluster;
  settingsFile: string;
  logFile: string;
  log: (message: string) => void;
};

async function start({ cluster, settingsFile, logFile, log }: Files): Promise<BundledPostgres> {
  // Each round ends with a server that answers, or with the reason gone that it did not: another
  // process was starting or stopping one at the same time.
  for (let round = 1; round <= 10; round++) {
    const { password, port: preferredPort } = readSettings(settingsFile);
    const found = findPostmaster(cluster.dir);
    const server = found ?? (await launch({ cluster, preferredPort, logFile }));
    if (!server) continue;
    const url = urlOf('postgres', server.port, password);
    const answered = await answer(url, server.pid, () => log('Waiting for PostgreSQL'));
    if (answered === 'gone') continue;
    if (answered === 'wrong password') {
      log('Setting a new database password');
      await stopPostmaster(server);
      await setPassword(cluster, password);
      continue;
    }
    const hold = await holdData(url).catch(async (error) => {
      if (error instanceof DatabaseStartError) throw error;
      return undefined;
    });
    if (!hold) continue;
    saveSettings(settingsFile, { password, port: server.port });
    return running(server, hold, password, found !== undefined);
  }
  throw doesNotStay(logFile);
}

function running(server: Postmaster, hold: Hold, password: string, adopted: boolean) {
  let stopping: Promise<void> | undefined;
  return {
    url: urlOf(DATABASE, server.port, password),
    adopted,
    stop() {
      // Held until the server is gone: a start meanwhile waits instead of using it.
      stopping ??= hold.during(() => stopPostmaster(server));
      return stopping;
    },
  };
}

function inOneLine(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return new DatabaseStartError('The disk is full: free some space.');
  return error;
}
