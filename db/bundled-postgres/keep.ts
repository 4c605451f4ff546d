import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from '#db/bundled-postgres/cluster.ts';
import { DatabaseStartError } from '#db/bundled-postgres/error.ts';
import { type Hold, holdData } from '#db/bundled-postgres/hold.ts';
import {
  findPostmaster,
  type Postmaster,
  stopPostmaster,
} from '#db/bundled-postgres/postmaster.ts';
import { lastComplaint, launch } from '#db/bundled-postgres/server.ts';

/** Before each try to start the server again: the processes that it leaves need a moment to end. */
const PAUSES_MS = [100, 400, 1_000, 2_000, 4_000];
/** Between looks whether a server that lives lets us in. */
const LOOK_MS = 100;

type Keeping = {
  cluster: Cluster;
  /** of the database `postgres` */
  url: string;
  logFile: string;
  /** Told each time that the server had to be started again. */
  alarm: (message: string) => void;
};

export type KeptServer = {
  /** Resolves when the server is gone for good, with the reason in one line. */
  lost: Promise<DatabaseStartError>;
  /** Shuts the server down and waits for its end. */
  stop(): Promise<void>;
};

/**
 * Keeps a server running that this process holds: when it dies it is started again, on its port. A
 * server that ends its connections and lives (one of its processes crashed) comes back by itself.
 */
export function keep(server: Postmaster, hold: Hold, { cluster, url, logFile, alarm }: Keeping) {
  let stopping = false;
  let isLost = false;
  let recovering: Promise<void> | undefined;
  const lost = new Promise<DatabaseStartError>((resolve) => {
    void watch((error) => {
      isLost = true;
      resolve(error);
    });
  });

  async function watch(lose: (error: DatabaseStartError) => void): Promise<void> {
    while (!stopping && !isLost) {
      await hold.over;
      if (stopping) return;
      recovering = recover().catch(lose);
      await recovering;
    }
  }

  /** @throws DatabaseStartError when the server cannot be had again */
  async function recover(): Promise<void> {
    let tries = 0;
    while (!stopping) {
      const ended = findPostmaster(cluster.dir)?.pid !== server.pid;
      if (ended && tries === PAUSES_MS.length) {
        const reason = lastComplaint(logFile);
        throw new DatabaseStartError(`PostgreSQL ended and does not start again: ${reason}`);
      }
      await pause(ended ? PAUSES_MS[tries++] : LOOK_MS);
      if (stopping) return;
      if (ended) await another();
      const next = await holdData(url).catch((error) => {
        // Somebody else has them now.
        if (error instanceof DatabaseStartError) throw error;
        return undefined;
      });
      if (next) {
        hold = next;
        return;
      }
    }
  }

  /** Starts another server on the same port, or finds that somebody has. */
  async function another(): Promise<void> {
    const { pid, port } = server;
    alarm(`PostgreSQL (process ${pid}) has ended: it is started again`);
    const next =
      findPostmaster(cluster.dir) ??
      // Why not is in its log.
      (await launch({ cluster, port, logFile }).catch(() => undefined));
    if (next?.port === port) server = next;
  }

  return {
    lost,
    async stop() {
      stopping = true;
      await recovering;
      if (isLost) return;
      // Held until the server is gone: a start meanwhile waits instead of using it.
      await hold.others();
      await stopPostmaster(server);
      await hold.end();
    },
  } satisfies KeptServer;
}
