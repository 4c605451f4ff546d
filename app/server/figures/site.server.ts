import { setTimeout as pause } from 'node:timers/promises';
import { Gauge, type Registry } from 'prom-client';
import { log } from '#app/platform/log.server.ts';
import { env } from '#app/platform/settings/env.server.ts';
import { figuresOfSite, type SiteFigures } from '#app/site/queries/state.server.ts';
import { isDatabaseAway } from '#db/away.ts';
import { connect, databaseUrl } from '#db/database.server.ts';
import { pageLimits } from '#db/limits.ts';

/** Whoever collects figures has an answer within two seconds, whatever the database does. */
const WITHIN_MS = 1_500;

/** Each with what it means, and the figure; none where there is nothing to be counted. */
const GAUGES: [name: string, help: string, of: (site: SiteFigures, now: Date) => number | null][] =
  [
    ['database_size_bytes', 'Size of the database.', ({ database }) => database.size],
    [
      'jobs_scheduled',
      'Background jobs whose time is still to come.',
      ({ jobs }) => jobs.scheduled,
    ],
    ['jobs_due', 'Background jobs that wait for somebody to work on them.', ({ jobs }) => jobs.due],
    ['jobs_failed', 'Background jobs given up after many tries.', ({ jobs }) => jobs.failed],
    [
      'jobs_oldest_due_seconds',
      'For how long the oldest job that is due has waited.',
      ({ jobs }, now) => (jobs.oldestDue ? seconds(jobs.oldestDue, now) : 0),
    ],
    [
      'mail_failing',
      'Messages that were tried in vain and are tried again.',
      ({ mail }) => mail.failing?.count ?? 0,
    ],
    ['mail_given_up', 'Messages that are not tried any more.', ({ mail }) => mail.givenUp],
    [
      'backup_age_seconds',
      'Since the newest backup; missing where there is none.',
      ({ backups }, now) => backups.good && seconds(backups.good.endedAt, now),
    ],
    [
      'backup_failed',
      '1 when the newest try to make a backup failed.',
      ({ backups }) => (backups.failed ? 1 : 0),
    ],
  ];

const seconds = (since: Date, now: Date) =>
  Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000));

/** What the database knows of the site, asked of it each time that somebody wants the figures. */
export function siteFigures(register: Registry) {
  const registers = [register];
  const up = new Gauge({
    ...{ name: 'octavo_database_up', help: '1 when the database answers.', registers },
  });
  const gauges = GAUGES.map(([name, help, of]) => ({
    gauge: new Gauge({ name: `octavo_${name}`, help, registers }),
    of,
  }));
  // One connection, which is nobody else's: a page waits for no figure, and no figure for a page.
  const patience = env.DATABASE_PATIENCE ?? 1;
  const { db } = connect(databaseUrl(), 1, pageLimits(patience), 'figures');
  let asking: Promise<SiteFigures | null> | undefined;

  function ask(): Promise<SiteFigures | null> {
    // Whoever comes while the last answer is still awaited waits for that one, too.
    asking ??= figuresOfSite(db)
      .catch((error) => {
        if (!isDatabaseAway(error)) log.error({ err: error }, 'the figures could not be had');
        return null;
      })
      .finally(() => {
        asking = undefined;
      });
    return asking;
  }

  return {
    /** Brings the gauges up to date. */
    async ask(): Promise<void> {
      const site = await Promise.race([ask(), pause(WITHIN_MS * patience, null, { ref: false })]);
      up.set(site ? 1 : 0);
      const now = new Date();
      for (const { gauge, of } of gauges) {
        const figure = site && of(site, now);
        if (figure === null) gauge.remove();
        else gauge.set(figure);
      }
    },
    close: () => db.destroy(),
  };
}
