import type { Fault } from '#tests/faults/fault.ts';
import { cutConnections } from './cut-connections.ts';
import { doubleSubmit } from './double-submit.ts';
import { freezeDatabase } from './freeze-database.ts';
import { fullDisk } from './full-disk.ts';
import { killApp } from './kill-app.ts';
import { killDatabase } from './kill-database.ts';
import { killMailing } from './kill-mailing.ts';
import { lastSeat } from './last-seat.ts';
import { migrateAtOnce } from './migrate-at-once.ts';
import { stopApp } from './stop-app.ts';

/** Every fault, as the table lists them. */
export const faults: readonly Fault[] = [
  killApp,
  killMailing,
  killDatabase,
  freezeDatabase,
  cutConnections,
  stopApp,
  fullDisk,
  lastSeat,
  doubleSubmit,
  migrateAtOnce,
];
