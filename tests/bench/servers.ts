import { type ChildProcess, fork } from 'node:child_process';
import { migrateDatabase } from '#db/migrate.ts';
import { createDatabase, dropDatabase, nameOf, startServer } from '#tests/support/database.ts';
import { databaseCpu } from './database-cpu.ts';
import { type Community, fill } from './fill/community.ts';
import type { Size } from './fill/filling.ts';

/** One of our servers, in a process of its own. */
export interface Running {
  /** an address of it */
  at(path: string): string;
  /** CPU time its process has used so far, in milliseconds */
  cpuMs(): Promise<number>;
}

/** A machine that does other things too is slow, not broken. */
const PATIENT = { DATABASE_PATIENCE: '10' };

/** A PostgreSQL with the databases, and the servers, of one run. The caller ends them. */
export async function startGround() {
  const postgres = await startServer();
  const children: ChildProcess[] = [];
  const databases: string[] = [];

  /** An empty database of its own. */
  async function database(): Promise<string> {
    const url = await createDatabase(
      postgres.url,
      `octavo_bench_${process.pid}_${databases.length}`,
    );
    databases.push(url);
    return url;
  }

  return {
    database,
    /** CPU time that PostgreSQL has used so far, in milliseconds; null where it cannot be seen */
    databaseMs: await databaseCpu(postgres.url),
    /** A database of its own with such a community. */
    async community(size: Size): Promise<{ url: string; owner: string; community: Community }> {
      const url = await database();
      await migrateDatabase(url);
      // Not as the product's own role: foreign keys are left unchecked where there are many rows.
      const owner = new URL(postgres.url);
      owner.pathname = nameOf(url);
      return { url, owner: owner.href, community: await fill(owner.href, size) };
    },
    /** Starts one of our servers. @returns when it listens */
    async start(file: string, env: Record<string, string>): Promise<Running> {
      const child = fork(new URL(file, import.meta.url), {
        env: { ...process.env, ...PATIENT, ...env },
      });
      children.push(child);
      const ended = new Promise<never>((_, reject) => {
        child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
      });
      // Ending one when all is measured is no failure.
      ended.catch(() => {});
      const said = <T>() => {
        const message = new Promise<T>((resolve) => {
          child.once('message', (words) => resolve(words as T));
        });
        return Promise.race([message, ended]);
      };
      const { port } = await said<{ port: number }>();
      return {
        at: (path) => `http://127.0.0.1:${port}${path}`,
        async cpuMs() {
          const answer = said<{ cpuMs: number }>();
          child.send('cpu');
          return (await answer).cpuMs;
        },
      };
    },
    async end(): Promise<void> {
      for (const child of children) child.kill();
      for (const url of databases) await dropDatabase(url, postgres.url);
      await postgres.stop();
    },
  };
}

export type Ground = Awaited<ReturnType<typeof startGround>>;
