import { Counter, Gauge, type Registry } from 'prom-client';
import { mailSince } from '#app/platform/mail/mailer.server.tsx';
import { version } from '#app/platform/settings/version.server.ts';
import { openPools } from '#db/database.server.ts';

/** What this process knows of itself without asking anybody. */
export function processFigures(register: Registry): void {
  const registers = [register];
  new Gauge({
    ...{ name: 'octavo_info', help: 'Which Octavo this is; always 1.', registers },
    labelNames: ['version'],
  }).set({ version }, 1);

  new Gauge({
    name: 'octavo_pool_connections',
    help: 'Connections to the database, by what they are for: pages or jobs.',
    ...{ registers, labelNames: ['pool', 'state'] },
    collect() {
      for (const [pool, { totalCount, idleCount }] of openPools()) {
        this.set({ pool, state: 'idle' }, idleCount);
        this.set({ pool, state: 'in use' }, totalCount - idleCount);
      }
    },
  });
  new Gauge({
    name: 'octavo_pool_connections_max',
    help: 'How many of them there may be; for pages this is DATABASE_POOL.',
    ...{ registers, labelNames: ['pool'] },
    collect() {
      for (const [pool, { options }] of openPools()) this.set({ pool }, options.max);
    },
  });
  new Gauge({
    name: 'octavo_pool_waiting',
    help: 'How many wait for a connection.',
    ...{ registers, labelNames: ['pool'] },
    collect() {
      for (const [pool, { waitingCount }] of openPools()) this.set({ pool }, waitingCount);
    },
  });

  new Counter({
    name: 'octavo_mail_sent_total',
    help: 'Messages that this process handed to the mail server, or kept in the outbox.',
    registers,
    collect() {
      this.reset();
      this.inc(mailSince.sent);
    },
  });
  new Counter({
    name: 'octavo_mail_failed_total',
    help: 'Tries of this process to send a message that failed; most are tried again.',
    registers,
    collect() {
      this.reset();
      this.inc(mailSince.failed);
    },
  });
}
