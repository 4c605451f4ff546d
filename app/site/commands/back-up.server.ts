import { mkdirSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { log } from '#app/platform/log.server.ts';
import { env } from '#app/platform/settings/env.server.ts';
import type { Progress } from '#db/backup/measured.ts';
import { type Written, writeBackup } from '#db/backup/write.ts';
import { databaseUrl, db } from '#db/database.server.ts';
import { expiredBackups } from '../rules/expired-backups.ts';

const folder = () => resolve(env.DATA_DIR, 'backups');

/** Where a backup made now belongs, in a folder that only this account can read. */
export function newBackupFile(now: Date): string {
  mkdirSync(folder(), { recursive: true, mode: 0o700 });
  return join(folder(), `octavo-${now.toISOString().slice(0, 19).replace(/:/g, '')}Z.zip`);
}

/**
 * Writes a backup to `file` and notes that there is one.
 * @throws BackupError, or what the disk or PostgreSQL says; that is noted, too
 */
export async function backUpTo(file: string, tell: Progress, stop?: AbortSignal): Promise<Written> {
  const started = new Date();
  try {
    const written = await writeBackup(databaseUrl(), file, tell, stop);
    await note({ started_at: started, file, bytes: written.bytes });
    return written;
  } catch (error) {
    await note({ started_at: started, file, problem: (error as Error).message }).catch(() => {});
    throw error;
  }
}

/** The nightly backup: made when BACKUPS says how many to keep, and then the oldest go. */
export async function backUpNightly(now = new Date()): Promise<void> {
  if (env.BACKUPS === 0) return;
  await backUpTo(newBackupFile(now), () => {});
  const there = await readdir(folder());
  for (const name of expiredBackups(there, env.BACKUPS, now)) {
    await rm(join(folder(), name), { force: true });
    log.info({ name }, 'an old backup was removed');
  }
}

async function note(row: {
  started_at: Date;
  file: string;
  bytes?: number;
  problem?: string;
}): Promise<void> {
  await db
    .insertInto('site_backup')
    .values({ ...row, ended_at: new Date() })
    .execute();
}
