import type { Executor } from '#db/database.server.ts';

export interface LastBackups {
  good: { endedAt: Date; file: string; bytes: number } | null;
  /** the newest try that failed, when none went well after it */
  failed: { endedAt: Date; problem: string } | null;
}

/** The newest copy of this installation's data, and what went wrong since. */
export async function lastBackups(on: Executor): Promise<LastBackups> {
  const rows = await on
    .selectFrom('site_backup')
    .distinctOn((eb) => eb('problem', 'is', null))
    .select(['id', 'ended_at', 'file', 'bytes', 'problem'])
    .orderBy((eb) => eb('problem', 'is', null))
    .orderBy('id', 'desc')
    .execute();
  const good = rows.find(({ problem }) => problem === null);
  const failed = rows.find(({ problem }) => problem !== null);
  return {
    good: good ? { endedAt: good.ended_at, file: good.file, bytes: good.bytes ?? 0 } : null,
    failed:
      failed && (!good || failed.id > good.id)
        ? { endedAt: failed.ended_at, problem: failed.problem ?? '' }
        : null,
  };
}
