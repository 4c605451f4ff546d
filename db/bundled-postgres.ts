import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serverAccount } from '#db/bundled-postgres/account.ts';
import { APP_ROLE, ensureAppRole } from '#db/bundled-postgres/app-role.ts';
import { usableBinaries } from '#db/bundled-postgres/binaries.ts';
import {
  type Cluster,
  DATABASE,
  ensureCluster,
  OWNER,
  setClusterPassword,
} from '#db/bundled-postgres/cluster.ts';
import { DatabaseStartError } from '#db/bundled-postgres/error.ts';
import { holdData } from '#db/bundled-postgres/hold.ts';
import { keep } from '#db/bundled-postgres/keep.ts';
import { findPostmaster, stopPostmaster } from '#db/bundled-postgres/postmaster.ts';
import { answer, clusterUrl, doesNotStay, launch } from '#db/bundled-postgres/server.ts';
import { randomPassword, readSettings, saveSettings } from '#db/bundled-postgres/settings.ts';

export type BundledPostgres = {
  /** Connection string of the application's database, as the role that owns it and no more. */
  url: string;
  /** The same as the owner of the whole cluster, for whoever keeps the house; not for the product. */
  ownerUrl: string;
  /** The server was already running, left by a process that was killed. */
  adopted: boolean;
  /** Resolves when the server is gone and cannot be had again, with the reason in one line. */
  lost: Promise<DatabaseStartError>;
  /** Shuts the server down cleanly and waits for its end. Safe to call twice. */
  stop(): Promise<void>;
};

type Options = {
  /** The installation's data folder; the database files go into its `postgres` folder. */
  dataDir: string;
  /** Told what is going on when it takes longer than one would like. */
  log: (message: string) => void;
  /** Told each time that the server died and is started again; `log`, unless given. */
  alarm?: (message: string) => void;
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
export async function startBundledPostgres({ dataDir, log, alarm = log, durable = true }: Options) {
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
    const logFile = join(home, 'postgres.log');
    return await start({ cluster, settingsFile, logFile, log, alarm });
  } catch (error) {
    throw inOneLine(error);
  }
}

/**
 * Connection string of the server another process of this installation runs, if it runs.
 * @param owner true for whoever keeps the house; not for the product
 */
export function runningBundledPostgres(dataDir: string, { owner = false } = {}) {
  const running = findPostmaster(join(resolve(dataDir), 'postgres'));
  if (!running) return undefined;
  const { password, appPassword } = readSettings(join(resolve(dataDir), 'postgres.json'));
  if (owner) return clusterUrl(OWNER, password, running.port, DATABASE);
  return appPassword && clusterUrl(APP_ROLE, appPassword, running.port, DATABASE);
}

type Files = {
  cluster: Cluster;
  settingsFile: string;
  logFile: string;
  log: (message: string) => void;
  alarm: (message: string) => void;
};

async function start(files: Files): Promise<BundledPostgres> {
  const { cluster, settingsFile, logFile, log, alarm } = files;
  // Each round ends with a server that answers, or with the reason gone that it did not: another
  // process was starting or stopping one at the same time.
  for (let round = 1; round <= 10; round++) {
    const {
      password,
      appPassword = randomPassword(),
      port: preferred,
    } = readSettings(settingsFile);
    const found = findPostmaster(cluster.dir);
    const server = found ?? (await launch({ cluster, port: preferred, elsewhere: true, logFile }));
    if (!server) continue;
    const { port } = server;
    const url = clusterUrl(OWNER, password, port, 'postgres');
    const answered = await answer(url, server.pid, () => log('Waiting for PostgreSQL'));
    if (answered === 'gone') continue;
    if (answered === 'wrong password') {
      log('Setting a new database password');
      await stopPostmaster(server);
      await setClusterPassword(cluster, password);
      continue;
    }
    const hold = await holdData(url).catch(async (error) => {
      if (error instanceof DatabaseStartError) throw error;
      return undefined;
    });
    if (!hold) continue;
    const ownerUrl = clusterUrl(OWNER, password, port, DATABASE);
    const kept = keep(server, hold, { cluster, url, logFile, alarm });
    try {
      await ensureAppRole(ownerUrl, appPassword);
      saveSettings(settingsFile, { password, appPassword, port });
    } catch (error) {
      await kept.stop();
      throw error;
    }
    let stopping: Promise<void> | undefined;
    return {
      url: clusterUrl(APP_ROLE, appPassword, port, DATABASE),
      ...{ ownerUrl, adopted: found !== undefined, lost: kept.lost },
      stop() {
        stopping ??= kept.stop();
        return stopping;
      },
    };
  }
  throw doesNotStay(logFile);
}

function inOneLine(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return new DatabaseStartError('The disk is full: free some space.');
  return error;
}
