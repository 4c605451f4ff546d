import { DAY, MINUTE } from '#app/time/spans.ts';
import { clocksComplaint } from './clocks-complaint.ts';
import type { ClockFindings } from './known-clocks.ts';
import { mailComplaint } from './mail-complaint.ts';

/** What is known of a running installation, at one moment. Sizes are bytes. */
export interface SiteState {
  octavo: string;
  node: string;
  /** release of the time zone data in Node, '2025b' */
  zones: string;
  startedAt: Date;
  /** what was found when clocks were last looked at; null before */
  clocks: { at: Date; zones: string; found: ClockFindings } | null;
  database: {
    version: string;
    /** 'the bundled one', or its host */
    where: string;
    size: number;
    /** newest migration */
    migration: string;
  };
  connections: { inUse: number; open: number; most: number; waiting: number };
  jobs: { scheduled: number; due: number; failed: number; oldestDue: Date | null };
  mail: {
    /** the host it is sent through; null where it is kept */
    through: string | null;
    waiting: number;
    failing: { count: number; error: string; at: Date } | null;
    givenUp: number;
  };
  backups: {
    /** how many nightly ones are kept; 0 makes none */
    kept: number;
    good: { endedAt: Date; file: string; bytes: number } | null;
    failed: { endedAt: Date; problem: string } | null;
  };
  /** of the file system that DATA_DIR is on; null where it cannot be asked */
  disk: { free: number; total: number } | null;
  proxy: { trusted: number; forwarded: boolean };
}

/** What is wrong with each part, in words with the remedy; nothing where all is well. */
export type Complaints = Partial<Record<keyof SiteState, string>>;

const GIB = 1024 ** 3;

/** What whoever runs the installation has to know now. */
export function complaintsOf(state: SiteState, now: Date): Complaints {
  const all: Record<string, string | null> = {
    node: nodeComplaint(state),
    clocks: clocksComplaint(state),
    connections: connectionsComplaint(state),
    jobs: jobsComplaint(state, now),
    mail: mailWords(state),
    backups: backupsComplaint(state, now),
    disk: diskComplaint(state),
    proxy: proxyComplaint(state),
  };
  return Object.fromEntries(Object.entries(all).filter(([, words]) => words !== null));
}

function mailWords({ mail }: SiteState): string | null {
  if (mail.failing) return mailComplaint(mail.failing.error);
  if (mail.givenUp > 0) {
    return mail.givenUp === 1
      ? 'A message was given up. The page Mail says which, and why.'
      : `${mail.givenUp} messages were given up. The page Mail says which, and why.`;
  }
  return mail.through === null
    ? 'No mail leaves this site: each message waits in the Outbox, for you to pass its link on. SMTP_URL names a server that sends them.'
    : null;
}

function nodeComplaint({ node }: SiteState): string | null {
  return Number(node.split('.')[0]) < 22
    ? 'Node 20 gets no more fixes, and its time zones are old. Octavo runs on Node 22 and 24, too.'
    : null;
}

function connectionsComplaint({ connections }: SiteState): string | null {
  const { waiting, most } = connections;
  return waiting > 0
    ? `Pages are waiting for a connection. DATABASE_POOL sets how many there are (${most} now).`
    : null;
}

function jobsComplaint({ jobs }: SiteState, now: Date): string | null {
  const { oldestDue, failed } = jobs;
  const late = oldestDue ? Math.floor((now.getTime() - oldestDue.getTime()) / MINUTE) : 0;
  if (late >= 10) {
    return `Nothing has worked on jobs for ${late} minutes: mail and reminders wait. Look into the log of the site, or of its worker.`;
  }
  if (failed === 0) return null;
  return failed === 1
    ? 'A job was given up after many tries. The log says why.'
    : `${failed} jobs were given up after many tries. The log says why.`;
}

function backupsComplaint({ backups }: SiteState, now: Date): string | null {
  const { kept, good, failed } = backups;
  if (failed) return `The last backup was not made: ${failed.problem}`;
  if (!good) {
    return kept > 0
      ? 'There is no backup yet. The first is made in the coming night.'
      : 'There is no backup. BACKUPS=7 makes one each night and keeps seven.';
  }
  const days = Math.floor((now.getTime() - good.endedAt.getTime()) / DAY);
  return days >= 2 ? `The newest backup is ${days} days old.` : null;
}

function diskComplaint({ disk }: SiteState): string | null {
  if (!disk) return null;
  return disk.free < GIB || disk.free < disk.total / 20
    ? 'The disk is nearly full. When it is, nothing can be written any more.'
    : null;
}

function proxyComplaint({ proxy }: SiteState): string | null {
  return proxy.forwarded && proxy.trusted === 0
    ? 'A proxy stands in front, and TRUST_PROXY is 0: all visitors share one limit on signing in. Set it to how many proxies there are, usually 1.'
    : null;
}
