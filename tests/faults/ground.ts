import { type Installation, startInstallation } from '#tests/faults/installation.ts';

/** Where faults are tried. What they ask for is made the first time. */
export interface Ground {
  /** The installation the faults share. */
  installation(): Promise<Installation>;
  /** Another one, whose data are in a folder that is kept. */
  installationIn(dataDir: string): Promise<Installation>;
  /** Address of a PostgreSQL in which databases may be made. */
  server(): Promise<string>;
  /** Does this at the end, whatever the end is. */
  atTheEnd(undo: () => unknown): void;
  /** Undoes and ends everything that was begun, the last first. */
  close(): Promise<void>;
}

interface Given {
  /** how many people write at once */
  writers: number;
  server(): Promise<{ url: string; stop(): Promise<void> }>;
}

export function newGround({ writers, server }: Given): Ground {
  const undoing: (() => unknown)[] = [];
  let shared: Promise<Installation> | undefined;
  let url: Promise<string> | undefined;

  const atTheEnd = (undo: () => unknown) => {
    undoing.push(undo);
  };
  const start = (dataDir?: string) => startInstallation({ writers, dataDir, atTheEnd });
  const startServer = async () => {
    const started = await server();
    atTheEnd(started.stop);
    return started.url;
  };
  return {
    installation() {
      shared ??= start();
      return shared;
    },
    installationIn: start,
    server() {
      url ??= startServer();
      return url;
    },
    atTheEnd,
    async close() {
      for (let undo = undoing.pop(); undo; undo = undoing.pop()) await undo();
    },
  };
}
