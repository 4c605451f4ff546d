import { statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Admin } from '#app/access/proofs.ts';
import { databaseHost } from '#app/platform/settings/database-address.server.ts';
import { env } from '#app/platform/settings/env.server.ts';
import { forwardedSeen } from '#app/platform/settings/proxy.server.ts';
import { version } from '#app/platform/settings/version.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool, db, type Executor } from '#db/database.server.ts';
import type { SiteState } from '../rules/state.ts';
import { lastBackups } from './backups.server.ts';

const startedAt = new Date();

/** How the installation runs. Four statements, none over a circle's tables. */
export async function stateOfSite(_admin: Admin): Promise<SiteState> {
  const [database, jobs, failing, backups, disk] = await Promise.all([
    databaseState(db),
    jobsState(db),
    failingMail(db),
    lastBackups(db),
    diskState(),
  ]);
  const pool = databasePool();
  return {
    octavo: version,
    node: process.versions.node,
    zones: process.versions.tz ?? '',
    startedAt,
    database,
    connections: {
      inUse: pool.totalCount - pool.idleCount,
      open: pool.totalCount,
      most: pool.options.max,
      waiting: pool.waitingCount,
    },
    jobs,
    mail: { through: env.SMTP_URL ? new URL(env.SMTP_URL).host : null, failing },
    backups: { kept: env.BACKUPS, ...backups },
    disk,
    proxy: { trusted: env.TRUST_PROXY, forwarded: forwardedSeen() },
  };
}

/** What can be counted of it, for whoever watches the process from outside: it names nobody. */
export interface SiteFigures extends Pick<SiteState, 'database' | 'jobs' | 'backups'> {
  /** messages that could not be sent so far */
  mailFailing: number;
}

/** The same answers as those of the site's page, one after the other. */
export async function figuresOfSite(on: Executor): Promise<SiteFigures> {
  const database = await databaseState(on);
  const jobs = await jobsState(on);
  const failing = await failingMail(on);
  const backups = await lastBackups(on);
  return {
    ...{ database, jobs, mailFailing: failing?.count ?? 0 },
    backups: { kept: env.BACKUPS, ...backups },
  };
}

async function databaseState(on: Executor): Promise<SiteState['database']> {
  const { rows } = await sql<{ version: string; size: number; migration: string }>`
    select current_setting('server_version') as version,
           pg_database_size(current_database()) as size,
           (select max(name) from kysely_migration) as migration`.execute(on);
  const [row] = rows;
  return {
    version: row?.version ?? '',
    where: env.DATABASE_URL ? databaseHost(env.DATABASE_URL) : 'bundled',
    size: row?.size ?? 0,
    migration: row?.migration ?? '',
  };
}

async function jobsState(on: Executor): Promise<SiteState['jobs']> {
  const { rows } = await sql<{
    scheduled: number;
    due: number;
    failed: number;
    oldest_due: Date | null;
  }>`
    select count(*) filter (where waits and run_at > now()) as scheduled,
           count(*) filter (where waits and run_at <= now()) as due,
           count(*) filter (where not waits) as failed,
           min(run_at) filter (where waits and run_at <= now() and locked_at is null) as oldest_due
      from (select *, attempts < max_attempts as waits from graphile_worker._private_jobs) j
  `.execute(on);
  const { scheduled = 0, due = 0, failed = 0, oldest_due = null } = rows[0] ?? {};
  return { scheduled, due, failed, oldestDue: oldest_due };
}

/** Messages that were tried in vain and are tried again. */
async function failingMail(on: Executor): Promise<SiteState['mail']['failing']> {
  const row = await acrossCircles(on, 'of all messages')
    .selectFrom('message')
    .select(({ fn }) => [
      fn.countAll<number>().over().as('count'),
      'said as error',
      'tried_at as at',
    ])
    .where('tried_at', 'is not', null)
    .where('sent_at', 'is', null)
    .where('dropped_at', 'is', null)
    .where('failed_at', 'is', null)
    .orderBy('tried_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ? { ...row, at: row.at } : null;
}

async function diskState(): Promise<SiteState['disk']> {
  const at = await statfs(env.DATA_DIR).catch(() => null);
  return at && { free: at.bavail * at.bsize, total: at.blocks * at.bsize };
}
