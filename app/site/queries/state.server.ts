import { statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Admin } from '#app/access/proofs.ts';
import { type MailState, mailState } from '#app/notifications/queries/mail-state.server.ts';
import { databaseHost } from '#app/platform/settings/database-address.server.ts';
import { env } from '#app/platform/settings/env.server.ts';
import { forwardedSeen } from '#app/platform/settings/proxy.server.ts';
import { version } from '#app/platform/settings/version.server.ts';
import { databasePool, db, type Executor } from '#db/database.server.ts';
import type { ClockFindings } from '../rules/known-clocks.ts';
import type { SiteState } from '../rules/state.ts';
import { lastBackups } from './backups.server.ts';

const startedAt = new Date();

/** How the installation runs. Five statements, none over a circle's tables. */
export async function stateOfSite(_admin: Admin): Promise<SiteState> {
  const [database, clocks, jobs, mail, backups, disk] = await Promise.all([
    databaseState(db),
    clockState(db),
    jobsState(db),
    mailState(db),
    lastBackups(db),
    diskState(),
  ]);
  const pool = databasePool();
  return {
    octavo: version,
    node: process.versions.node,
    zones: process.versions.tz ?? '',
    startedAt,
    clocks,
    database,
    connections: {
      inUse: pool.totalCount - pool.idleCount,
      open: pool.totalCount,
      most: pool.options.max,
      waiting: pool.waitingCount,
    },
    jobs,
    mail: { through: mailServer(), ...mail },
    backups: { kept: env.BACKUPS, ...backups },
    disk,
    proxy: { trusted: env.TRUST_PROXY, forwarded: forwardedSeen() },
  };
}

/** The host that mail is sent through; null where it is kept. */
export const mailServer = () => (env.SMTP_URL ? new URL(env.SMTP_URL).host : null);

/** What can be counted of it, for whoever watches the process from outside: it names nobody. */
export interface SiteFigures extends Pick<SiteState, 'database' | 'jobs' | 'backups'> {
  mail: MailState;
}

/** The same answers as those of the site's page, one after the other. */
export async function figuresOfSite(on: Executor): Promise<SiteFigures> {
  const database = await databaseState(on);
  const jobs = await jobsState(on);
  const mail = await mailState(on);
  const backups = await lastBackups(on);
  return {
    ...{ database, jobs, mail },
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

async function clockState(on: Executor): Promise<SiteState['clocks']> {
  const row = await on
    .selectFrom('clock_check')
    .select(['at', 'zones', 'found'])
    .executeTakeFirst();
  return row ? { ...row, found: row.found as unknown as ClockFindings } : null;
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

async function diskState(): Promise<SiteState['disk']> {
  const at = await statfs(env.DATA_DIR).catch(() => null);
  return at && { free: at.bavail * at.bsize, total: at.blocks * at.bsize };
}
